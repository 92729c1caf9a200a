// What happens in a region changes nothing in another with which it exchanges neither commuters nor money.
#include <gtest/gtest.h>

#include "support/tiny_experiment.h"

namespace polder {
namespace {

using namespace testing;

/// The tiny country with two regions too far apart for commuters, each with as many jobs as residents at work.
CountryFiles two_islands() {
  CountryFiles files = tiny_country();
  files.country.municipalities[MunicipalityIndex{0}].employed = 35000;
  files.country.municipalities[MunicipalityIndex{2}].employed = 14000;
  for (const std::size_t m : {2u, 3u}) files.country.municipalities[index_of<MunicipalityIndex>(m)].longitude += 3;
  std::erase_if(files.commuting, [](const auto& flow) { return (number(flow.home) < 2) != (number(flow.work) < 2); });
  return files;
}

/// Scenarios that differ in the western region only. The link through the budgets for bijstand, which are shares of
/// one macro budget, is cut: nobody is pointed to disability because of a deficit.
Study western_study() {
  Study study = tiny_closure(20);
  study.parameters.bijstand.divert = 0;
  Scenario& west = study.scenarios[1];
  west.events.emplace_back(SectorTrend{"G", "AM91", -.1, Month::of(2026, 2), Month::of(2027, 6), {}});
  west.levers.push_back({"budget.guidance", 4, true, Month::of(2026, 4), {}, {"GM9101", "GM9102"}, {}});
  west.levers.push_back({"caseload.triage", 1, false, Month::of(2026, 4), {}, {"GM9102"}, {}});
  for (LeverSetting programme : all_programmes()) {
    if (programme.key != "wage_subsidy.rate") programme.who = {"GM9101", "GM9102"};
    west.levers.push_back(programme);
  }
  west.levers.push_back({"crisis.help", 1, false, Month::of(2026, 3), Month::of(2026, 12), {}, {}});
  return study;
}

bool eastern(MunicipalityIndex m) { return number(m) >= 2; }

TEST(RegionsApart, AreBitIdenticalWhenTheOtherChanges) {
  const Experiment experiment = tiny_experiment(western_study(), two_islands());
  for (const MunicipalityIndex home : rows_of(experiment.model.country.reach))
    for (const Reach& reach : experiment.model.country.reach[home])
      ASSERT_EQ(eastern(home), eastern(reach.municipality)) << "the test needs two islands";
  RunState a = begin_run(experiment), b = begin_run(experiment);
  const Random random{experiment.seed, 3};
  std::size_t west_differs = 0, east_residents = 0;
  for (; a.world.month <= experiment.to;) {
    simulate_month(a, experiment, experiment.scripts[0], random);
    simulate_month(b, experiment, experiment.scripts[1], random);
    for (const ResidentIndex p : rows_of(a.world.residents.now)) {
      const bool same = a.world.residents.now[p] == b.world.residents.now[p] &&
                        a.world.residents.profile[p] == b.world.residents.profile[p];
      if (eastern(a.world.residents.profile[p].municipality())) {
        ++east_residents;
        ASSERT_TRUE(same) << "row " << number(p) << " in " << to_text(a.world.month);
      } else {
        west_differs += same ? 0 : 1;
      }
    }
  }
  EXPECT_GT(west_differs, 1000u);
  EXPECT_GT(east_residents, 1000u);
  for (const FirmIndex f : rows_of(a.world.firms.state)) {
    if (!eastern(a.world.firms.municipality[f])) continue;
    ASSERT_EQ(a.world.firms.jobs[f], b.world.firms.jobs[f]);
    ASSERT_EQ(a.world.firms.vacancies[f], b.world.firms.vacancies[f]);
    ASSERT_EQ(a.world.firms.target[f], b.world.firms.target[f]);
  }
}

TEST(RegionsApart, MeetAgainThroughTheBudgetsForBijstand) {
  Study study = western_study();
  const Experiment experiment = tiny_experiment(study, two_islands());
  const RunState a = run_whole(experiment, 0), b = run_whole(experiment, 1);
  const MunicipalityIndex haven{2};
  EXPECT_NE(a.world.municipalities.government[haven].buig, b.world.municipalities.government[haven].buig)
      << "shares of one macro budget";
  EXPECT_EQ(a.world.municipalities.government[haven].bijstand_paid,
            b.world.municipalities.government[haven].bijstand_paid);
}

}  // namespace
}  // namespace polder
