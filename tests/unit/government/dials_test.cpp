// T-G1: the dials of the reference region as printed, and their limits.
#include "government/dials.h"

#include <gtest/gtest.h>

#include "region.h"

namespace polder::government {
namespace {

using namespace polder::testing;

/// Productivity of a euro for a municipality of 50,000 in a region of ten with trust .5, by task and level.
constexpr double printed[task_count][level_count] = {
    {.796, .804, .773, .751, .670, .567, .423}, {.895, .918, .900, .881, .837, .773, .671},
    {.484, .673, .650, .630, .582, .488, .335}, {.399, .674, .651, .629, .588, .484, .271},
    {.238, .706, .687, .663, .691, .601, .242}, {.345, .657, .625, .604, .563, .476, .315},
    {.303, .715, .696, .674, .688, .623, .357}, {.352, .628, .597, .577, .532, .444, .294},
    {.074, .248, .243, .237, .332, .425, .671}};

TEST(Dials, OfTheShippedParametersGiveThePrintedTable) {
  for (std::size_t task = 0; task < task_count; ++task)
    for (const Level level : levels) {
      const Task of = index_of<Task>(task);
      const double productivity = dials_of(of, level, Region{}.setting(of, level), shipped()).productivity();
      EXPECT_NEAR(productivity, printed[task][number(level)], .0005) << to_text(of) << " " << to_text(level);
    }
}

TEST(Dials, OfEmployerServicesAreThoseWorkedOut) {
  const Task task = Task::EmployerServices;
  const Dials local = dials_of(task, Level::Local, Region{}.setting(task, Level::Local), shipped());
  EXPECT_NEAR(local.scale, 1.03 / 1.3, 1e-12);
  EXPECT_NEAR(local.reach, 1 - .45 * (1 - .376), 1e-12);
  EXPECT_EQ(local.fit, 1);
  EXPECT_EQ(local.coordination, 1);
  EXPECT_NEAR(local.integration, .85, 1e-12);
  EXPECT_NEAR(local.productivity(), .484, .0005);

  const Dials joint = dials_of(task, Level::Joint, Region{}.setting(task, Level::Joint), shipped());
  EXPECT_NEAR(joint.scale, 1, 1e-12);
  EXPECT_NEAR(joint.reach, .874, 1e-12);
  EXPECT_NEAR(joint.fit, std::exp(-.06) * (1 - .8 * .1 * .6), 1e-12);
  EXPECT_NEAR(joint.coordination, 1 - (.04 + .003 * 4.5), 1e-12);
  EXPECT_NEAR(joint.integration, .85, 1e-12);
  EXPECT_NEAR(joint.productivity(), .630, .0005);
}

TEST(Dials, WithoutReachAreTheProductOfTheOtherFour) {
  const Dials dials{.9, .5, .8, .7, .6};
  EXPECT_NEAR(dials.productivity(), .9 * .5 * .8 * .7 * .6, 1e-15);
  EXPECT_NEAR(dials.without_reach() * dials.reach, dials.productivity(), 1e-15);
}

TEST(Dials, AreAllOneWhereNothingIsLost) {
  GovernmentParameters nothing{};
  nothing.dial.reference_scale = 500'000;
  Setting setting;
  setting.inhabitants = 50'000;
  setting.coverage = setting.trust = setting.integration = 0;
  setting.partners = 30;
  setting.dissimilarity = .5;
  for (const Level level : levels)
    EXPECT_EQ(dials_of(Task::Analysis, level, setting, nothing).productivity(), 1) << to_text(level);
}

/// In a city of 800,000 no other level is worth as much, but for work across the border.
TEST(Dials, MakeLocalTheBestLevelForALargeCity) {
  const Region region{800'000, 10, .5};
  for (std::size_t task = 0; task < task_count; ++task) {
    const Task of = index_of<Task>(task);
    const auto at = [&](Level level) {
      return dials_of(of, level, region.setting(of, level), shipped()).productivity();
    };
    const double local = at(Level::Local);
    for (const Level level : levels) {
      if (level == Level::Local) continue;
      const bool wanted = of != Task::Border;
      if (wanted || level == Level::International) {
        EXPECT_EQ(local > at(level), wanted) << to_text(of) << " " << to_text(level);
      }
    }
  }
}

TEST(Scale, IsOneWithoutFixedCostOrAtTheReferenceAndRisesToItsLimit) {
  EXPECT_EQ(scale(1000, 0, 500'000), 1);
  EXPECT_EQ(scale(500'000, 100'000, 500'000), 1);
  EXPECT_NEAR(scale(1e15, 100'000, 500'000), 1.2, 1e-9);
  EXPECT_LT(scale(50'000, 15'000, 500'000), scale(100'000, 15'000, 500'000));
}

TEST(Reach, LosesItsWeightWhereNothingIsCovered) {
  EXPECT_EQ(reach(1, .6), 1);
  EXPECT_NEAR(reach(0, .6), .4, 1e-15);
}

TEST(Fit, NeverFallsBelowNothing) {
  TaskParameters task{};
  task.tailoring = 10;
  EXPECT_EQ(fit(task, 0, .5, 0), 0);
  EXPECT_EQ(fit(task, 0, .5, 1), 1) << "who may differ loses nothing";
}

TEST(Linking, BridgesAPartOfTheDistance) {
  const Task task = Task::Crisis;
  Setting setting = Region{}.setting(task, Level::National);
  const double without = dials_of(task, Level::National, setting, shipped()).fit;
  setting.linking = linking_capacity(30, 30);
  EXPECT_NEAR(setting.linking, 1 - std::exp(-1.0), 1e-12);
  EXPECT_NEAR(dials_of(task, Level::National, setting, shipped()).fit / without,
              std::exp(.1 * 3 * .4 * setting.linking), 1e-12);
  EXPECT_EQ(linking_capacity(0, 30), 0);
}

TEST(Coordination, CostsNothingForTrustedLinksAndNeverMoreThanAll) {
  EXPECT_EQ(guarded_links(10, 1, 1), 0);
  EXPECT_EQ(guarded_links(1, 0, 1), 0);
  EXPECT_NEAR(guarded_links(10, .5, heterogeneity(.4, .3)), 4.5 * 1.12, 1e-12);
  EXPECT_EQ(coordination_share(.04, 0, 100), .04);
  EXPECT_EQ(coordination_share(.04, 1, 100), 1);
}

TEST(Coordination, CostsLessPerLinkWhereAnArrangementOrganises) {
  const Task task = Task::Retraining;
  Setting setting = Region{}.setting(task, Level::Joint);
  setting.organising = 1;
  EXPECT_NEAR(dials_of(task, Level::Joint, setting, shipped()).coordination, 1 - (.04 + .5 * .003 * 4.5), 1e-12);
  EXPECT_NEAR(dials_of(task, Level::Province, setting, shipped()).coordination, .94, 1e-12);
}

TEST(IntegrationAt, IsOwnOfTheHostOfThePartnersOrOfTheLevel) {
  const IntegrationParameters parameters = shipped().integration;
  const double expected[level_count] = {.1, .3, .2, .3, .4, .2, .2};
  for (const Level level : levels)
    EXPECT_EQ(integration_at(level, .1, .2, .3, parameters), expected[number(level)]) << to_text(level);
}

}  // namespace
}  // namespace polder::government
