// Residents over random worlds: rows, events, jobs and rights keep what the systems promise.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "simulation/identities.h"
#include "support/random_worlds.h"
#include "systems/life/bounds_avx2.h"
#include "systems/life/life.h"

namespace polder {
namespace {

using namespace testing;

TEST(Rows, AreNeverReusedAndSpareOnesAreTakenInOrder) {
  for (std::uint32_t number = 0; number < random_worlds; ++number)
    look_at_random_world(number, [&](const Moment& moment) {
      if (!moment.system.empty()) return;
      const Municipalities &was = moment.before.municipalities, &is = moment.now.municipalities;
      std::vector<bool> taken(moment.now.residents.size(), false);
      for (const MunicipalityIndex m : rows_of(is.next_birth)) {
        ASSERT_LE(is.next_birth[m], is.last_birth[m]);
        ASSERT_LE(is.next_arrival[m], is.last_arrival[m]);
        for (std::uint32_t row = was.next_birth[m]; row < is.next_birth[m]; ++row) taken[row] = true;
        for (std::uint32_t row = was.next_arrival[m]; row < is.next_arrival[m]; ++row) taken[row] = true;
        for (std::uint32_t row = is.last_arrival[m]; row < was.last_arrival[m]; ++row) taken[row] = true;  // attracted
      }
      for (const ResidentIndex person : rows_of(moment.now.residents.now)) {
        if (moment.before.residents.now[person].labour != Labour::Absent) continue;
        const bool present = moment.now.residents.now[person].labour != Labour::Absent;
        ASSERT_TRUE(!present || taken[polder::number(person)]) << "an absent row came back";
      }
    });
}

TEST(Rows, OfEstablishmentsAreTakenInOrderAndStayClosed) {
  for (std::uint32_t number = 0; number < random_worlds; ++number)
    look_at_random_world(number, [&](const Moment& moment) {
      const Firms &was = moment.before.firms, &is = moment.now.firms;
      for (const FirmIndex f : rows_of(is.state)) {
        ASSERT_TRUE(was.state[f] != FirmState::Closed || is.state[f] == FirmState::Closed);
        if (is.state[f] != FirmState::Absent) continue;
        ASSERT_EQ(is.jobs[f] + is.vacancies[f], 0u);
        const bool spare = f >= index_of<FirmIndex>(moment.now.municipalities.next_firm[is.municipality[f]]);
        ASSERT_TRUE(spare);
      }
    });
}

TEST(DrawEvents, GiveAtMostOneEventAndNeverHideOneBehindTheBound) {
  for (std::uint32_t number = 0; number < random_worlds; ++number)
    look_at_random_world(number, [&](const Moment& moment) {
      if (moment.system != "life.draw_events") return;
      std::vector<int> events(moment.now.residents.size(), 0);
      for (const auto& list : moment.now.today.events)
        for (const ResidentIndex person : list) ++events[polder::number(person)];
      const life::Chances chances(moment.now, moment.inputs);
      for (const ResidentIndex person : rows_of(moment.now.residents.now)) {
        const Situation& now = moment.now.residents.now[person];
        ASSERT_LE(events[polder::number(person)], now.labour == Labour::Absent ? 0 : 1);
        if (now.labour == Labour::Absent) continue;
        const Profile profile = moment.now.residents.profile[person];
        const std::uint32_t bound = chances.bounds().of(profile, now);
        if (bound >= 0xFFFF) continue;
        // Events are cumulative: none above the bound means none anywhere above it.
        ASSERT_EQ(chances.event(profile, now, (bound + 1) << 16), LifeEvent::Nothing)
            << "status " << static_cast<int>(now.labour) << " in " << to_text(moment.now.month);
      }
    });
}

#ifdef POLDER_AVX2
TEST(DrawEvents, AskEightAtATimeWhatTheyAskOneByOne) {
  if (!has_avx2()) GTEST_SKIP() << "no AVX2";
  std::size_t visited = 0, passed = 0, on_ww = 0;
  for (std::uint32_t number = 0; number < random_worlds; ++number)
    look_at_random_world(number, [&](const Moment& moment) {
      if (moment.system != "life.draw_events") return;
      const life::Chances chances(moment.now, moment.inputs);
      const Residents& residents = moment.now.residents;
      for (std::size_t first = 0; first + 8 <= residents.size(); ++first) {  // at any row, not at every eighth only
        std::array<std::uint16_t, 8> prefixes{};
        life::Eight expected;
        for (unsigned i = 0; i < 8; ++i) {
          const auto person = index_of<ResidentIndex>(first + i);
          const Situation& now = residents.now[person];
          const bool present = now.labour != Labour::Absent;
          const std::uint32_t bound = present ? chances.bounds().of(residents.profile[person], now) : 0;
          const bool above = (first + i) % 3 == 0 && bound < life::Bounds::anything;  // at the bound, or just above
          prefixes[i] = static_cast<std::uint16_t>(bound + (above ? 1 : 0));
          expected.visited |= present && !above ? 1u << i : 0;
          expected.may_be_due |= present && bound == life::Bounds::anything ? 1u << i : 0;
          expected.on_ww |= receives_ww(now.benefit) ? 1u << i : 0;
          ++(above ? passed : visited);
        }
        const auto person = index_of<ResidentIndex>(first);
        const life::Eight eight = life::visits_of_eight(chances.bounds(), &residents.profile[person],
                                                        &residents.now[person], prefixes.data());
        ASSERT_EQ(eight.visited, expected.visited) << "from row " << first;
        ASSERT_EQ(eight.may_be_due & eight.visited, expected.may_be_due & expected.visited) << "from row " << first;
        ASSERT_EQ(eight.on_ww, expected.on_ww) << "from row " << first;
        on_ww += expected.on_ww != 0 ? 1 : 0;
      }
    });
  EXPECT_GT(visited, 1000u);
  EXPECT_GT(passed, 1000u);
  EXPECT_GT(on_ww, 100u);
}
#endif

TEST(EverySystem, KeepsStocksAndJobsAsARecountGivesThem) {
  for (std::uint32_t number = 0; number < random_worlds; ++number)
    look_at_random_world(number, [&](const Moment& moment) {
      ASSERT_NO_THROW(check_recount(moment.now, moment.inputs.country))
          << moment.system << " in " << to_text(moment.now.month);
    });
}

TEST(Employment, ChangesByHiresSeparationsAndMoves) {
  const auto employed = [](const Stocks& stocks) {
    std::int32_t rows = 0;
    for (std::size_t status = 0; status < labour_count; ++status)
      if (works(static_cast<Labour>(status))) rows += stocks.labour[status];
    return rows;
  };
  std::int64_t moved_in_all = 0;
  std::vector<std::int32_t> sheltered;  // who took a sheltered place this month, by municipality
  for (std::uint32_t number = 0; number < random_worlds; ++number)
    look_at_random_world(number, [&](const Moment& moment) {
      if (moment.system == "benefits.fill_sheltered_places") {
        sheltered.clear();
        for (const MunicipalityIndex m : rows_of(moment.now.municipalities.stocks))
          sheltered.push_back(employed(moment.now.municipalities.stocks[m]) -
                              employed(moment.before.municipalities.stocks[m]));
      }
      if (!moment.system.empty()) return;
      std::vector<std::int32_t> moved(moment.now.municipalities.stocks.size(), 0);
      for (const ResidentIndex person : rows_of(moment.now.residents.now)) {
        if (moment.before.residents.now[person].labour == Labour::Absent) continue;  // came this month
        const Profile was = moment.before.residents.profile[person], is = moment.now.residents.profile[person];
        if (was.home == is.home || !works(moment.now.residents.now[person].labour)) continue;
        --moved[was.home];
        ++moved[is.home];
        ++moved_in_all;
      }
      for (const MunicipalityIndex m : rows_of(moment.now.municipalities.stocks)) {
        const Flows& flows = moment.now.municipalities.flows[m];
        const std::int32_t change = flows.hires - flows.job_to_job - flows.separations + moved[polder::number(m)] +
                                    sheltered[polder::number(m)];
        ASSERT_EQ(employed(moment.now.municipalities.stocks[m]) - employed(moment.before.municipalities.stocks[m]),
                  change)
            << to_text(moment.now.month);
      }
    });
  EXPECT_GT(moved_in_all, 0) << "some of these worlds have moves";
}

TEST(Ww, NeverLastsLongerThanTheRight) {
  for (std::uint32_t number = 0; number < random_worlds; ++number)
    look_at_random_world(number, [&](const Moment& moment) {
      if (!moment.system.empty()) return;
      const int most = moment.inputs.policy.rules.ww_most_months;
      for (const ResidentIndex person : rows_of(moment.now.residents.now)) {
        const Situation &was = moment.before.residents.now[person], &is = moment.now.residents.now[person];
        if (!receives_ww(is.benefit)) continue;
        ASSERT_GE(is.benefit_until, moment.now.month);
        ASSERT_LE(is.benefit_until - moment.now.month, most);
        const bool new_right = is.last_job_ended == moment.now.month && !works(is.labour);
        ASSERT_TRUE(new_right || is.benefit_until == was.benefit_until) << "a right grows with a lost job only";
      }
    });
}

TEST(Statuses, AgreeWithEachOther) {
  for (std::uint32_t number = 0; number < random_worlds; ++number)
    look_at_random_world(number, [&](const Moment& moment) {
      if (!moment.system.empty()) return;
      for (const ResidentIndex person : rows_of(moment.now.residents.now)) {
        const Situation& now = moment.now.residents.now[person];
        if (now.labour == Labour::Absent) {
          ASSERT_EQ(now, Situation{});
          continue;
        }
        ASSERT_EQ(works(now.labour), now.employer != none<FirmIndex>);
        ASSERT_EQ(now.benefit == Benefit::WwWork || now.benefit == Benefit::BijstandWork,
                  works(now.labour) && now.benefit != Benefit::None);
        ASSERT_EQ(now.labour == Labour::Retired, now.benefit == Benefit::Aow);
        ASSERT_EQ(now.labour == Labour::Disabled, now.benefit == Benefit::Disability);
        ASSERT_LT(now.distance, distance_classes);
        const bool own = works(now.labour) && moment.now.firms.state[now.employer] == FirmState::OwnAccount;
        ASSERT_EQ(own, now.labour == Labour::SelfEmployed);
      }
    });
}

TEST(Bury, LosesAJobAtTheFirmOfWhoWorked) {
  for (std::uint32_t number = 0; number < random_worlds; ++number)
    look_at_random_world(number, [&](const Moment& moment) {
      if (moment.system != "demography.bury") return;
      Column<FirmIndex, std::uint32_t> jobs = moment.before.firms.jobs;
      for (const LifeEvent event : {LifeEvent::Dies, LifeEvent::Leaves})
        for (const ResidentIndex person : moment.now.today.those_who(event)) {
          ASSERT_EQ(moment.now.residents.now[person].labour, Labour::Absent);
          const Situation& was = moment.before.residents.now[person];
          if (works(was.labour)) --jobs[was.employer];
        }
      ASSERT_EQ(moment.now.firms.jobs, jobs);
    });
}

}  // namespace
}  // namespace polder
