// What follows a closure or an arrival in local services, and that switches switch it off.
#include <gtest/gtest.h>

#include <numeric>

#include "support/small_world.h"
#include "systems/firms/firms.h"

namespace polder {
namespace {

using namespace testing;

/// Industry sells everywhere, care only at home; the workers of a plant in Stad live in Stad (3 of 4) and Haven.
struct TwoServices : SmallWorld {
  TwoServices() {
    Country& country = model.country;
    country.sectors[industry].tradable = 1;
    country.linked_jobs.assign(4, 0);
    country.commuters.assign(16, 0);
    country.commuters[number(stad) * 4 + number(stad)] = 300;
    country.commuters[number(haven) * 4 + number(stad)] = 100;
    country.commuters[number(beyond) * 4 + number(stad)] = 100;
    for (auto* jobs : {&world.economy.planned_jobs, &world.economy.supplier_loss, &world.economy.local_loss})
      jobs->assign(4, 0);
    world.economy.planned_jobs = {500, 1000, 500, 1000};
    parameters().chain = {1, 6, 25, 75, .4, .3, .6, 12};
  }
};

TEST(FollowJobs, LosesServicesWhereTheWorkersLive) {
  TwoServices small;
  firms::follow_jobs(small.world, small.inputs(), stad, industry, 100);
  const std::vector<double> expected{0, .6 * 60, 0, .6 * 20};  // a fifth lives beyond the border
  for (std::size_t c = 0; c < 4; ++c) EXPECT_NEAR(small.world.economy.local_loss[c], expected[c], 1e-9);
}

TEST(FollowJobs, TakesAwayWhatItSaysWithoutTakingIt) {
  TwoServices small;
  small.model.country.linked_jobs = {0, 0, .5, 0};  // care that follows a job in industry
  for (const MunicipalityIndex m : rows_of(small.model.country.municipalities))
    small.model.country.municipalities[m].supplier_share = {0, .7, 0, .2};
  const World before = small.world;
  const auto followers = firms::followers_of(small.world, small.inputs(), stad, industry, 100);
  EXPECT_EQ(small.world.economy.supplier_loss, before.economy.supplier_loss);
  EXPECT_EQ(small.world.economy.local_loss, before.economy.local_loss);
  EXPECT_NEAR(followers.suppliers[1], 35, 1e-9);
  EXPECT_NEAR(followers.suppliers[3], 10, 1e-9);
  small.model.country.sectors[care_sector].tradable = .5;
  const auto both = firms::followers_of(small.world, small.inputs(), stad, industry, 100);
  EXPECT_NEAR(both.services_of_suppliers[1], .6 * 17.5, 1e-9);
  firms::follow_jobs(small.world, small.inputs(), stad, industry, 100);
  EXPECT_EQ(small.world.economy.supplier_loss, both.suppliers);
  for (std::size_t c = 0; c < 4; ++c)
    EXPECT_NEAR(small.world.economy.local_loss[c], both.services_of_workers[c] + both.services_of_suppliers[c], 1e-9);
}

TEST(FollowJobs, BringsWhatAnArrivalNeeds) {
  TwoServices small;
  firms::follow_jobs(small.world, small.inputs(), stad, industry, -100);
  for (int month = 0; month < 400; ++month) small.run(firms::pass_on);
  EXPECT_NEAR(small.world.economy.planned_jobs[1], 1000 + 36, 1e-6);
}

TEST(FollowJobs, DoesNothingForServicesOrWithoutTheMultiplier) {
  TwoServices small;
  firms::follow_jobs(small.world, small.inputs(), stad, care_sector, 100);
  small.parameters().chain.local = 0;
  firms::follow_jobs(small.world, small.inputs(), stad, industry, 100);
  EXPECT_EQ(small.world.economy.local_loss, std::vector<double>(4, 0));
}

TEST(PassOn, NeverTakesMoreThanIsPlanned) {
  TwoServices small;
  small.world.economy.supplier_loss[0] = 1e6;
  const auto all = [&] {
    const Economy& e = small.world.economy;
    return std::accumulate(e.planned_jobs.begin(), e.planned_jobs.end(), 0.0) - e.supplier_loss[0];
  };
  const double before = all();
  for (int month = 0; month < 5; ++month) small.run(firms::pass_on);
  EXPECT_EQ(small.world.economy.planned_jobs[0], 0);
  EXPECT_NEAR(all(), before, 1e-6) << "what went is no longer to go";
}

TEST(Arrival, AddsItsJobsAndLeavesTheTargetsOfOthers) {
  TwoServices small;
  const FirmIndex other = small.add_firm(stad, industry, FirmState::Open, 100);
  small.add_spare_firms(1, stad);
  const auto row = index_of<FirmIndex>(small.world.firms.size() - 1);
  small.world.firms.start_size[other] = 100;
  small.world.weight = 10;
  small.run(firms::set_targets);
  const double before = small.world.firms.target[other];
  firms::arrive(small.world, small.inputs(), row, stad, industry, 500);
  small.run(firms::set_targets);
  EXPECT_EQ(small.world.firms.state[row], FirmState::Open);
  EXPECT_EQ(small.world.firms.persons[row], 500u);
  EXPECT_NEAR(small.world.economy.planned_jobs[0], 550, 1e-9) << "fifty rows of ten persons";
  EXPECT_NEAR(small.world.firms.target[other] + small.world.firms.target[row], 550, 1e-9);
  EXPECT_LT(small.world.economy.local_loss[1], 0) << "services follow";
  EXPECT_GT(before, 0);
}

TEST(Closure, IsFollowedWhenItIsCarriedOutNotWhenAnnounced) {
  TwoServices small;
  const FirmIndex plant = small.add_firm(stad, industry, FirmState::Open, 100);
  small.world.firms.target[plant] = 100;
  small.world.economy.planned_jobs[0] = 500;
  firms::announce_closure(small.world, small.inputs(), plant, small.world.month + 2);
  for (int month = 0; month < 2; ++month) {
    small.run(firms::close_and_open);
    EXPECT_EQ(small.world.economy.local_loss, std::vector<double>(4, 0)) << month;
    small.next_month();
  }
  small.run(firms::close_and_open);
  EXPECT_NEAR(small.world.economy.local_loss[1], 36, 1e-9);
  small.next_month();
  small.run(firms::close_and_open);
  EXPECT_NEAR(small.world.economy.local_loss[1], 36, 1e-9) << "once";
}

}  // namespace
}  // namespace polder
