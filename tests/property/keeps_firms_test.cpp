// Establishments and vacancies over random worlds.
#include <gtest/gtest.h>

#include <cmath>

#include "support/random_worlds.h"
#include "systems/firms/firms.h"

namespace polder {
namespace {

using namespace testing;

/// Open vacancies by municipality of the establishment.
std::vector<std::int64_t> vacancies_by_place(const World& world) {
  std::vector<std::int64_t> open(world.municipalities.stocks.size(), 0);
  for (const FirmIndex firm : world.vacancies.firm) ++open[number(world.firms.municipality[firm])];
  return open;
}

TEST(Vacancies, CloseInEveryMunicipality) {
  for (std::uint32_t number = 0; number < random_worlds; ++number)
    look_at_random_world(number, [&](const Moment& moment) {
      if (!moment.system.empty()) return;
      const auto was = vacancies_by_place(moment.before), is = vacancies_by_place(moment.now);
      for (const MunicipalityIndex m : rows_of(moment.now.municipalities.vacancies)) {
        const VacancyFlows& flows = moment.now.municipalities.vacancies[m];
        ASSERT_EQ(is[polder::number(m)] - was[polder::number(m)], flows.opened - flows.filled - flows.withdrawn);
        ASSERT_LE(flows.filled, was[polder::number(m)] - flows.withdrawn) << "new ones take applications next month";
      }
    });
}

TEST(Vacancies, AreFilledByOneResidentEach) {
  for (std::uint32_t number = 0; number < random_worlds; ++number)
    look_at_random_world(number, [&](const Moment& moment) {
      if (moment.system != "labour.match_vacancies") return;
      Column<FirmIndex, std::int64_t> hired(moment.now.firms.size(), 0), left(moment.now.firms.size(), 0);
      for (const ResidentIndex person : moment.now.today.those_who(LifeEvent::LooksForWork)) {
        const Situation &was = moment.before.residents.now[person], &is = moment.now.residents.now[person];
        if (is == was || !works(is.labour)) continue;  // not hired; a move within an establishment is a hire too
        ASSERT_EQ(is.since, moment.now.month);
        ++hired[is.employer];
        if (works(was.labour)) ++left[was.employer];
      }
      for (const FirmIndex f : rows_of(hired)) {
        ASSERT_EQ(std::int64_t{moment.before.firms.vacancies[f]} - moment.now.firms.vacancies[f], hired[f]);
        ASSERT_EQ(std::int64_t{moment.now.firms.jobs[f]} - moment.before.firms.jobs[f], hired[f] - left[f]);
      }
    });
}

TEST(Vacancies, AreNoneAtAnEstablishmentOnNoticeOrClosed) {
  std::size_t on_notice = 0;
  for (std::uint32_t number = 0; number < random_worlds; ++number)
    look_at_random_world(number, [&](const Moment& moment) {
      if (!moment.system.empty()) return;
      const Firms& firms = moment.now.firms;
      for (const FirmIndex f : rows_of(firms.state)) {
        if (firms.state[f] != FirmState::Notice && firms.state[f] != FirmState::Closed) continue;
        ++on_notice;
        ASSERT_EQ(firms.vacancies[f], 0u);
        ASSERT_TRUE(firms.closes[f] > moment.now.month || firms.jobs[f] == 0) << "everybody has left";
      }
    });
  EXPECT_GT(on_notice, 0u);
}

TEST(Targets, AddUpToPlannedJobsTimesDemand) {
  for (std::uint32_t number = 0; number < random_worlds; ++number)
    look_at_random_world(number, [&](const Moment& moment) {
      if (moment.system != "firms.set_targets" || moment.now.warming_up()) return;  // plans settle in the warm-up
      const Country& country = moment.inputs.country;
      std::vector<double> sum(moment.now.economy.planned_jobs.size(), 0);
      for (const FirmIndex f : rows_of(moment.now.firms.state))
        if (is_active(moment.now.firms.state[f]))
          sum[firms::cell(country, country.municipalities[moment.now.firms.municipality[f]].region,
                          moment.now.firms.sector[f])] += moment.now.firms.target[f];
      for (const RegionIndex region : rows_of(country.regions))
        for (const SectorIndex sector : rows_of(country.sectors)) {
          const std::size_t c = firms::cell(country, region, sector);
          const double planned =
              moment.now.economy.planned_jobs[c] * firms::demand_factor(moment.now, moment.inputs, region, sector);
          ASSERT_TRUE(sum[c] == 0 || std::abs(sum[c] - planned) < 1e-9 * planned) << sum[c] << " " << planned;
        }
    });
}

/// Jobs planned less those still to go [rows].
double jobs_in_the_end(const Economy& economy) {
  double sum = 0;
  for (std::size_t c = 0; c < economy.planned_jobs.size(); ++c)
    sum += economy.planned_jobs[c] - economy.supplier_loss[c] - economy.local_loss[c];
  return sum;
}

// Announcements change them too, but before the first system of the month.
TEST(PlannedJobs, ChangeOnlyWhereAClosureIsPassedOnAndFallWhereAFirmGoes) {
  for (std::uint32_t number = 0; number < random_worlds; ++number)
    look_at_random_world(number, [&](const Moment& moment) {
      if (moment.system.empty()) return;  // the whole month
      if (moment.system == "firms.go_bankrupt" || moment.system == "firms.decide_threats") {
        for (std::size_t c = 0; c < moment.now.economy.planned_jobs.size(); ++c)
          ASSERT_LE(moment.now.economy.planned_jobs[c], moment.before.economy.planned_jobs[c]);
        return;
      }
      if (moment.system == "firms.set_targets" && moment.now.warming_up()) return;  // plans settle
      if (moment.system != "firms.pass_on") {
        ASSERT_EQ(moment.now.economy.planned_jobs, moment.before.economy.planned_jobs) << moment.system;
        return;
      }
      ASSERT_NEAR(jobs_in_the_end(moment.now.economy), jobs_in_the_end(moment.before.economy), 1e-6);
    });
}

}  // namespace
}  // namespace polder
