// What the scenario imposes takes effect; what it leaves open stays as in the figures.
#include <gtest/gtest.h>

#include "support/small_world.h"
#include "systems/governance/governance.h"

namespace polder {
namespace {

using namespace testing;

TEST(CarryOutMandates, ImposesBudgetsPerMunicipalityAndLeavesTheFiguresElsewhere) {
  SmallWorld small;
  small.policy.mandates.guidance_budget[dorp] = 0;
  small.policy.mandates.guidance_budget[haven] = 123456;
  small.run(governance::carry_out_mandates);
  EXPECT_EQ(small.world.municipalities.services[stad].budget[number(Task::Guidance)],
            small.model.country.municipalities[stad].guidance_budget);
  EXPECT_EQ(small.world.municipalities.services[dorp].budget[number(Task::Guidance)], 0) << "nothing is a decision too";
  EXPECT_EQ(small.world.municipalities.services[haven].budget[number(Task::Guidance)], 123456);
}

TEST(CarryOutMandates, EndsWithTheMandate) {
  SmallWorld small;
  small.policy.mandates.guidance_budget[stad] = 5;
  small.policy.mandates.triage[stad] = Triage::Farthest;
  small.policy.mandates.crisis_help = .7;
  small.run(governance::carry_out_mandates);
  EXPECT_EQ(small.government(stad).triage, Triage::Farthest);
  EXPECT_EQ(small.government(dorp).triage, Triage::Equal);
  EXPECT_EQ(small.world.crisis_help, .7);
  small.policy.mandates.guidance_budget[stad] = -1;
  small.policy.mandates.triage[stad] = Triage::Equal;
  small.policy.mandates.crisis_help = 0;
  small.run(governance::carry_out_mandates);
  EXPECT_EQ(small.world.municipalities.services[stad].budget[number(Task::Guidance)],
            small.model.country.municipalities[stad].guidance_budget);
  EXPECT_EQ(small.government(stad).triage, Triage::Equal);
  EXPECT_EQ(small.world.crisis_help, 0);
}

}  // namespace
}  // namespace polder
