// Announced closures, and small establishments that are replaced.
#include <gtest/gtest.h>

#include <cmath>

#include "support/small_world.h"
#include "systems/firms/firms.h"
#include "systems/labour/labour.h"
#include "systems/life/life.h"

namespace polder {
namespace {

using namespace testing;

std::size_t cell_of(const SmallWorld& small) { return firms::cell(small.model.country, west, industry); }

TEST(AnnounceClosure, TakesItsShareFromTheSectorAndLeavesTheTargetsOfOthers) {
  SmallWorld small;
  const FirmIndex plant = small.add_firm(stad, industry, FirmState::Open, 60);
  const FirmIndex other = small.add_firm(stad, industry, FirmState::Open, 30);
  const FirmIndex near = small.add_firm(dorp, industry, FirmState::OwnAccount, 10);
  const FirmIndex elsewhere = small.add_firm(haven, industry, FirmState::Open, 50);
  small.world.economy.planned_jobs = {130, 40, 50, 60};
  small.run(firms::set_targets);
  const Column<FirmIndex, double> before = small.world.firms.target;
  small.world.firms.dismissal[plant] = 12345;
  firms::announce_closure(small.world, small.inputs(), plant, small.world.month + 6);
  EXPECT_EQ(small.world.firms.state[plant], FirmState::Notice);
  EXPECT_EQ(small.world.firms.closes[plant], small.world.month + 6);
  EXPECT_EQ(small.world.firms.dismissal[plant], 0u);
  EXPECT_NEAR(small.world.economy.planned_jobs[cell_of(small)], 130 * .4, 1e-9);
  EXPECT_EQ(small.world.economy.planned_jobs[1], 40);
  small.run(firms::set_targets);
  for (const FirmIndex f : {other, near, elsewhere}) EXPECT_NEAR(small.world.firms.target[f], before[f], 1e-9);
}

TEST(AnnounceClosure, OfTwoPlantsLeavesTheTargetsOfOthersToo) {
  SmallWorld small;
  const FirmIndex a = small.add_firm(stad, industry), b = small.add_firm(dorp, industry);
  const FirmIndex other = small.add_firm(stad, industry, FirmState::Open, 25);
  small.world.economy.planned_jobs[cell_of(small)] = 150;
  small.run(firms::set_targets);
  const double before = small.world.firms.target[other];
  firms::announce_closure(small.world, small.inputs(), a, small.world.month + 1);
  firms::announce_closure(small.world, small.inputs(), b, small.world.month + 3);
  small.run(firms::set_targets);
  EXPECT_NEAR(small.world.firms.target[other], before, 1e-9);
}

TEST(Closure, WithdrawsVacanciesAtOnceAndFiresEverybodyInItsMonth) {
  SmallWorld small;
  const FirmIndex plant = small.add_firm(stad, industry), other = small.add_firm(stad, industry);
  for (int i = 0; i < 20; ++i) small.add_worker(plant, i % 2 == 0 ? Labour::Permanent : Labour::Flexible, 24 + i % 12);
  const ResidentIndex elsewhere = small.add_worker(other);
  small.add_vacancy(plant, technical, 300);
  small.world.economy.planned_jobs[cell_of(small)] = 100;
  const Month at = small.world.month + 2;
  firms::announce_closure(small.world, small.inputs(), plant, at);
  for (; small.world.month <= at + 1; small.next_month()) {
    for (auto* system :
         {firms::close_and_open, firms::set_targets, firms::post_vacancies, life::draw_events, labour::end_jobs})
      small.run(system);
    EXPECT_EQ(small.world.firms.vacancies[plant], 0u);
    EXPECT_EQ(small.world.firms.jobs[plant], small.world.month < at ? 20u : 0u) << to_text(small.world.month);
    EXPECT_EQ(small.world.firms.state[plant], small.world.month <= at ? FirmState::Notice : FirmState::Closed);
  }
  EXPECT_TRUE(works(small.now(elsewhere).labour));
  EXPECT_TRUE(small.tallies_are_right());
}

TEST(Exit, ReplacesSmallEstablishmentsOnSpareRowsOfTheMunicipality) {
  SmallWorld small;
  small.parameters().firm.exit = .5;
  const FirmIndex little = small.add_firm(dorp, care_sector, FirmState::Open, 9);
  const FirmIndex larger = small.add_firm(dorp, care_sector, FirmState::Open, 10);
  const FirmIndex own = small.add_firm(dorp, care_sector, FirmState::OwnAccount, 3);
  small.add_spare_firms(2, dorp);
  const auto spare = index_of<FirmIndex>(small.world.municipalities.next_firm[dorp]);
  const std::vector<double> planned = small.world.economy.planned_jobs;
  const auto closes = [&](FirmIndex firm) {
    return small.random.word(Draw::Exit, small.world.month, static_cast<std::uint32_t>(firm)) < threshold(.5);
  };
  while (!closes(little) || !closes(larger) || !closes(own) || closes(spare)) ++small.random.replicate;
  small.run(firms::close_and_open);
  const Firms& firms = small.world.firms;
  EXPECT_EQ(firms.state[little], FirmState::Closed);
  EXPECT_EQ(firms.closes[little], small.world.month) << "its workers lose their jobs this month";
  EXPECT_EQ(firms.state[larger], FirmState::Open);
  EXPECT_EQ(firms.state[own], FirmState::OwnAccount);
  EXPECT_EQ(firms.state[spare], FirmState::Open);
  EXPECT_EQ(firms.sector[spare], care_sector);
  EXPECT_EQ(firms.municipality[spare], dorp);
  EXPECT_EQ(small.world.municipalities.next_firm[dorp], number(spare) + 1);
  EXPECT_EQ(small.world.economy.planned_jobs, planned) << "the jobs come back in the sector";
}

TEST(Exit, LeavesWhatOpensThisMonthAlone) {
  SmallWorld small;
  small.parameters().firm.exit = 1;
  small.add_firm(dorp, industry, FirmState::Open, 2);
  small.add_spare_firms(3, dorp);
  const std::uint32_t spare = small.world.municipalities.next_firm[dorp];
  small.run(firms::close_and_open);
  EXPECT_EQ(small.world.municipalities.next_firm[dorp], spare + 1);
  EXPECT_EQ(small.world.firms.state[index_of<FirmIndex>(spare)], FirmState::Open);
}

TEST(Exit, StopsReplacingWhenTheSpareRowsAreUsedUp) {
  SmallWorld small;
  small.parameters().firm.exit = 1;
  for (int i = 0; i < 3; ++i) small.add_firm(dorp, industry, FirmState::Open, 2);
  small.add_spare_firms(2, dorp);
  small.run(firms::close_and_open);
  const std::uint32_t end = small.world.municipalities.last_firm[dorp];
  EXPECT_EQ(small.world.municipalities.next_firm[dorp], end);
  const std::size_t size = small.world.firms.size();
  small.next_month();
  small.run(firms::close_and_open);
  EXPECT_EQ(small.world.firms.size(), size);
  for (std::size_t f = 0; f < size; ++f) EXPECT_NE(small.world.firms.state[index_of<FirmIndex>(f)], FirmState::Absent);
}

TEST(Exit, HasTheGivenChance) {
  SmallWorld small;
  small.parameters().firm.exit = .1;
  constexpr int firms = 5000;
  for (int i = 0; i < firms; ++i) small.add_firm(stad, industry, FirmState::Open, 3);
  small.run(firms::close_and_open);
  double closed = 0;
  for (const FirmState state : small.world.firms.state) closed += state == FirmState::Closed ? 1 : 0;
  EXPECT_NEAR(closed / firms, .1, 4 * std::sqrt(.09 / firms));
}

TEST(Opening, HasASizeFromTheSmallClasses) {
  SmallWorld small;
  small.parameters().firm.exit = 1;
  small.parameters().firm.exit_below = 8;
  small.world.weight = 5;
  constexpr std::uint32_t firms = 3000;
  for (std::uint32_t i = 0; i < firms; ++i) small.add_firm(stad, industry, FirmState::Open, 2);
  small.add_spare_firms(firms, stad);
  const std::size_t first = small.world.municipalities.next_firm[stad];
  small.run(firms::close_and_open);
  double smallest = 0;
  for (std::size_t f = first; f < first + firms; ++f) {
    const auto firm = index_of<FirmIndex>(f);
    const std::uint32_t persons = small.world.firms.persons[firm];
    ASSERT_GE(persons, 1u);
    ASSERT_LE(persons, 7u) << "below the limit, also in the class that holds it";
    ASSERT_DOUBLE_EQ(small.world.firms.start_size[firm], std::max(1.0, persons / 5.0)) << "a row at least";
    smallest += persons <= 4 ? 1.0 / firms : 0;
  }
  EXPECT_NEAR(smallest, .5 / .8, 4 * std::sqrt(.625 * .375 / firms))
      << "the classes that begin below the limit, by their shares";
}

}  // namespace
}  // namespace polder
