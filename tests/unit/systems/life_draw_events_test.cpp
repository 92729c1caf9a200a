// The draw of the month: every resident's own luck, at most one event, lists in row order.
#include <gtest/gtest.h>

#include <algorithm>

#include "support/shares_of_events.h"

namespace polder {
namespace {

using namespace testing;

/// Luck of a row this month, as the draws document it.
std::uint32_t luck_of(const Random& random, Month month, std::uint32_t row) {
  const std::uint32_t low = random.word(Draw::LifeDetail, month, row, 1) & 0xFFFFu;
  return Random::prefix_in(random.prefix_block(month, row), row) << 16 | low;
}

/// A thousand residents of all kinds, some absent.
void fill(SmallWorld& small) {
  small.parameters() = tiny_parameters();
  small.model.country.by_age.death.assign(oldest_age + 1, .05);
  const FirmIndex firm = small.add_firm(stad, industry), closing = small.add_firm(stad, industry, FirmState::Notice);
  small.world.firms.closes[closing] = small.world.month;
  for (int i = 0; i < 200; ++i) {
    small.add_worker(i % 20 == 0 ? closing : firm, i % 3 == 0 ? Labour::Flexible : Labour::Permanent, i, 20 + i / 5);
    small.add_jobless(stad, Labour::Unemployed, i % 2 == 0 ? Benefit::Ww : Benefit::None, i % 40);
    small.add_jobless(haven, Labour::Inactive, i % 2 == 0 ? Benefit::Bijstand : Benefit::None, i % 40);
    small.add_jobless(beyond, Labour::Unemployed);
    small.add_resident(stad, Situation{});
  }
}

TEST(DrawEvents, GiveEveryResidentTheEventOfHisOrHerOwnLuck) {
  SmallWorld small;
  fill(small);
  for (int month = 0; month < 12; ++month, small.next_month()) {
    small.run(life::draw_events);
    const Inputs inputs = small.inputs();
    const life::Chances chances(small.world, inputs);
    Today expected;
    for (const ResidentIndex person : rows_of(small.world.residents.now)) {
      if (small.now(person).labour == Labour::Absent) continue;
      const std::uint32_t luck = luck_of(small.random, small.world.month, static_cast<std::uint32_t>(person));
      const LifeEvent event = chances.event(small.profile(person), small.now(person), luck);
      if (event != LifeEvent::Nothing) expected.events[static_cast<std::size_t>(event)].push_back(person);
    }
    for (std::size_t event = 0; event < life_event_count; ++event)
      EXPECT_EQ(small.world.today.events[event], expected.events[event]) << "event " << event;
  }
}

TEST(DrawEvents, ListEverybodyOnce) {
  SmallWorld small;
  fill(small);
  small.run(life::draw_events);
  std::vector<ResidentIndex> all;
  for (const auto& list : small.world.today.events) {
    EXPECT_TRUE(std::is_sorted(list.begin(), list.end()));
    all.insert(all.end(), list.begin(), list.end());
  }
  std::sort(all.begin(), all.end());
  EXPECT_EQ(std::adjacent_find(all.begin(), all.end()), all.end());
  EXPECT_GT(all.size(), 10u);
}

TEST(DrawEvents, NoteWhoReceivesWwWhenTheMonthBegins) {
  SmallWorld small;
  const FirmIndex firm = small.add_firm(stad, industry);
  const ResidentIndex beside = small.add_worker(firm);
  Situation now = small.now(beside);
  now.benefit = Benefit::WwWork;
  small.set(beside, now);
  small.add_worker(firm);
  const ResidentIndex on_ww = small.add_jobless(stad, Labour::Inactive, Benefit::Ww);
  small.add_jobless(stad, Labour::Unemployed, Benefit::Bijstand);
  small.run(life::draw_events);
  EXPECT_EQ(small.world.today.on_ww, (std::vector<ResidentIndex>{beside, on_ww}));
}

TEST(DrawEvents, LeaveAbsentRowsAlone) {
  SmallWorld small;
  small.parameters() = tiny_parameters();
  for (int i = 0; i < 1000; ++i) small.add_resident(stad, Situation{});
  small.run(life::draw_events);
  for (const auto& list : small.world.today.events) EXPECT_TRUE(list.empty());
}

}  // namespace
}  // namespace polder
