// What a municipality has of its own spending on a task.
#include <gtest/gtest.h>

#include "government/contributions.h"
#include "support/governed.h"
#include "systems/finance/incentive.h"

namespace polder {
namespace {

using namespace testing;

using IncentiveOf = Governed;

TEST_F(IncentiveOf, ATaskOfAJointBodyFallsByWhatOrganisingTakesOffCommitment) {
  want(Task::Retraining, Level::Joint, {city, village});
  move();
  for (Tie& tie : world.ties) tie.trust = .25;
  const GovernmentParameters& government_parameters = parameters().government;
  const double reach = government_parameters.task[number(Task::Retraining)].reach_weight;
  ASSERT_GT(reach, 0);
  const auto share = [&](double organising) {
    world.municipalities.council[city].course.framing = organising;
    const government::Trusts trusts(world, inputs.country, government_parameters.trust);
    return finance::incentive_now(world, inputs, city, Task::Retraining, trusts).share;
  };
  const auto left = [&](double organising) {
    return 1 -
           reach * (1 - government::commitment(Level::Joint, .25, organising, government_parameters)) * (1 - 1. / 2);
  };
  EXPECT_LT(share(1), share(0));
  EXPECT_NEAR(share(1) / share(0), left(1) / left(0), 1e-12);
}

}  // namespace
}  // namespace polder
