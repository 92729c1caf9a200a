// The order of a month, what begins anew with it, and events at their date.
#include "simulation/month.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "polder/simulation/simulation.h"
#include "support/small_world.h"

namespace polder {
namespace {

using namespace testing;

std::size_t place_of(std::string_view name) {
  const auto systems = schedule();
  const auto found = std::find_if(systems.begin(), systems.end(), [&](const auto& s) { return s.name == name; });
  EXPECT_NE(found, systems.end()) << name;
  return static_cast<std::size_t>(found - systems.begin());
}

TEST(Schedule, HoldsEverySystemOnce) {
  std::set<std::string_view> names;
  for (const ScheduledSystem& system : schedule()) {
    EXPECT_TRUE(names.insert(system.name).second) << system.name;
    EXPECT_NE(system.name.find('.'), std::string_view::npos) << "field.verb_noun";
    EXPECT_FALSE(system.does.empty());
  }
  const auto lines = schedule_lines();
  ASSERT_EQ(lines.size(), schedule().size());
  for (std::size_t i = 0; i < lines.size(); ++i) EXPECT_EQ(lines[i].name, schedule()[i].name);
}

TEST(Schedule, PaysWhenTheMonthOfTheResidentsIsOver) {
  EXPECT_GT(place_of("finance.pay"), place_of("labour.match_vacancies"));
}

TEST(Schedule, DrawsEventsBeforeTheirConsequencesAndMatchesAfterThem) {
  const std::size_t drawn = place_of("life.draw_events"), matched = place_of("labour.match_vacancies");
  for (const char* consequence :
       {"demography.bury", "demography.grow_older", "demography.move_house", "labour.end_jobs",
        "labour.change_participation", "labour.change_distance", "benefits.change_bijstand", "benefits.end_ww"}) {
    EXPECT_LT(drawn, place_of(consequence));
    EXPECT_LT(place_of(consequence), matched);
  }
  EXPECT_LT(place_of("labour.end_jobs"), place_of("benefits.end_ww"));
}

TEST(Schedule, DecidesBeforeItCarriesOut) {
  EXPECT_LT(place_of("firms.move_demand"), place_of("firms.set_targets"));
  EXPECT_LT(place_of("firms.close_and_open"), place_of("firms.set_targets"));
  EXPECT_LT(place_of("firms.set_targets"), place_of("firms.post_vacancies"));
  EXPECT_LT(place_of("firms.post_vacancies"), place_of("life.draw_events"));
  EXPECT_LT(place_of("governance.carry_out_mandates"), place_of("benefits.offer_guidance"));
  EXPECT_LT(place_of("benefits.offer_guidance"), place_of("life.draw_events"));
  EXPECT_LT(place_of("finance.set_buig"), place_of("finance.pay"));
}

TEST(BeginMonth, ForgetsFlowsAndPostingsAndAgesSearches) {
  SmallWorld small;
  const ResidentIndex person = small.add_jobless(stad, Labour::Unemployed, Benefit::None, 11);
  small.world.municipalities.flows[stad].hires = 3;
  small.world.municipalities.vacancies[dorp].opened = 4;
  transfer(small.world.ledger, {Actor::Rijk, 0}, {Actor::Uwv, 0}, 100, Purpose::Tax);
  EXPECT_EQ(small.world.municipalities.stocks[stad].searching[12], 0);
  small.world.month = small.world.month + 1;
  begin_month(small.world);
  EXPECT_EQ(small.flows(stad), Flows{});
  EXPECT_EQ(small.world.municipalities.vacancies[dorp], VacancyFlows{});
  EXPECT_TRUE(small.world.ledger.postings.empty());
  EXPECT_EQ(small.world.ledger.balance.size(), 2u) << "balances stay";
  EXPECT_EQ(small.world.municipalities.stocks[stad].searching[12], 1) << "a year of search";
  EXPECT_EQ(small.now(person).since, small.world.month - 12);
  EXPECT_TRUE(small.tallies_are_right());
}

TEST(ApplyEvents, AnnouncesClosuresInTheirMonthOnly) {
  SmallWorld small;
  const FirmIndex firm = small.add_firm(stad, industry);
  Script script;
  script.closures.push_back({firm, small.world.month + 1, small.world.month + 4});
  apply_events(small.world, small.inputs(), script);
  EXPECT_EQ(small.world.firms.state[firm], FirmState::Open);
  small.next_month();
  apply_events(small.world, small.inputs(), script);
  EXPECT_EQ(small.world.firms.state[firm], FirmState::Notice);
  EXPECT_EQ(small.world.firms.closes[firm], small.world.month + 3);
  small.world.firms.state[firm] = FirmState::Open;
  small.next_month();
  apply_events(small.world, small.inputs(), script);
  EXPECT_EQ(small.world.firms.state[firm], FirmState::Open);
}

}  // namespace
}  // namespace polder
