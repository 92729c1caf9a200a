// T-L1: the Leontief inverse, what follows a loss of demand, and its phasing.
#include <gtest/gtest.h>

#include "support/small_world.h"
#include "systems/firms/firms.h"
#include "world/supply_chain.h"

namespace polder {
namespace {

using namespace testing;

TEST(Leontief, InverseOfTwoSectors) {
  const auto inverse = leontief_inverse({.2, .3, .15, .1}, 2);
  ASSERT_TRUE(inverse.has_value());
  const double exact[] = {4 / 3., 4 / 9., 2 / 9., 32 / 27.};
  for (std::size_t cell = 0; cell < 4; ++cell) EXPECT_NEAR((*inverse)[cell], exact[cell], 1e-12);
  EXPECT_NEAR((*inverse)[0] * -100, -133.333333333333, 1e-9);
  EXPECT_NEAR((*inverse)[2] * -100, -22.222222222222, 1e-9);
}

TEST(Leontief, HasNoInverseWhenNothingIsLeftToSell) {
  EXPECT_FALSE(leontief_inverse({.5, .5, .5, .5}, 2).has_value());
  EXPECT_FALSE(leontief_inverse({.9, .8, .7, .6}, 2).has_value()) << "negative outputs are none";
}

/// The small world with the two sectors above, everything bought in region west, no local services.
struct TwoSectors : SmallWorld {
  TwoSectors() {
    model.country.deliveries = {.2, .3, .15, .1};
    model.country.sectors[industry].output_per_job = 2;
    fill_linked_jobs(model.country);
    const std::size_t cells = model.country.regions.size() * 2;
    for (MunicipalityFacts& facts : model.country.municipalities) {
      facts.supplier_share.assign(cells, 0);
      facts.supplier_share[0] = facts.supplier_share[1] = 1;
    }
    for (auto* jobs : {&world.economy.planned_jobs, &world.economy.supplier_loss, &world.economy.local_loss})
      jobs->assign(cells, 0);
    world.economy.planned_jobs = {1000, 1000, 1000, 1000};
    model.country.commuters.assign(16, 0);
    parameters().chain = {1, 6, 25, 75, 1, 0, 0, 12};
  }
};

TEST(Leontief, JobsFollowInProportionToOutputPerJob) {
  TwoSectors chain;
  firms::follow_jobs(chain.world, chain.inputs(), stad, industry, 100);
  EXPECT_NEAR(chain.world.economy.supplier_loss[0], 100 / 3., 1e-9) << "4/3 less the plant itself";
  EXPECT_NEAR(chain.world.economy.supplier_loss[1], 100 * 2 / 9. * 2, 1e-9)
      << "half the output per job, twice the jobs";
  EXPECT_EQ(chain.world.economy.supplier_loss[2], 0);
}

TEST(Leontief, PhasedLossesConvergeToTheWhole) {
  TwoSectors chain;
  firms::follow_jobs(chain.world, chain.inputs(), stad, industry, 100);
  double left = 100 / 3.;
  for (int month = 0; month < 200; ++month) {
    chain.run(firms::pass_on);
    left *= 5 / 6.;
    EXPECT_NEAR(chain.world.economy.planned_jobs[0], 1000 - 100 / 3. + left, 1e-9);
  }
  EXPECT_NEAR(chain.world.economy.planned_jobs[0], 1000 - 100 / 3., 1e-9);
  EXPECT_NEAR(chain.world.economy.planned_jobs[1], 1000 - 400 / 9., 1e-9);
}

TEST(Leontief, NothingIsBoughtInTheRegionThenOnlyTheDirectEffectRemains) {
  TwoSectors chain;
  for (MunicipalityFacts& facts : chain.model.country.municipalities) facts.supplier_share.assign(4, 0);
  firms::follow_jobs(chain.world, chain.inputs(), stad, industry, 100);
  chain.run(firms::pass_on);
  EXPECT_EQ(chain.world.economy.planned_jobs, (std::vector<double>{1000, 1000, 1000, 1000}));
}

}  // namespace
}  // namespace polder
