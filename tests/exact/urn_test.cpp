// T-M3, T-M4, T-M5, T-M11: matching as an urn, through the model's own cells and stable matching.
#include "support/urn.h"

#include <gtest/gtest.h>

#include <cmath>

#include "polder/base/random.h"
#include "systems/labour/applications.h"

namespace polder {
namespace {

using testing::hires;
using testing::Market;

struct Moments {
  double mean = 0, variance = 0;
};

Moments urn(std::uint32_t vacancies, std::uint32_t seekers, std::uint32_t replicates) {
  const Market market(1, 1, {vacancies}, {65535}, {65535});
  double sum = 0, squares = 0;
  for (std::uint32_t r = 0; r < replicates; ++r) {
    const double m = hires(market, std::vector<std::uint32_t>(seekers, 1), r);
    sum += m;
    squares += m * m;
  }
  const double mean = sum / replicates;
  return {mean, squares / replicates - mean * mean};
}

TEST(Urn, MeanAndVarianceOfMatchesAreExact) {
  struct Case {
    std::uint32_t vacancies, seekers;
    double mean, variance;
  };
  for (const Case& c : {Case{5, 10, 4.463129, .369573}, Case{20, 40, 17.429757, 1.580829},
                        Case{100, 200, 86.602033, 8.013106}, Case{1000, 2000, 864.800075, 80.362896}}) {
    const std::uint32_t replicates = c.vacancies > 500 ? 1500 : 6000;
    const Moments found = urn(c.vacancies, c.seekers, replicates);
    EXPECT_NEAR(found.mean, c.mean, 4 * std::sqrt(c.variance / replicates)) << c.vacancies;
    EXPECT_NEAR(found.variance, c.variance, 4 * c.variance * std::sqrt(2.0 / replicates) * 1.2) << c.vacancies;
  }
}

TEST(Urn, EffortOfOneGroupDisplacesTheOther) {
  constexpr std::uint32_t vacancies = 500, in_a = 300, in_b = 600;
  const Market market(1, 1, {vacancies}, {65535}, {65535});
  const auto run = [&](double effort_a, double effort_b) {
    double a = 0, all = 0;
    constexpr std::uint32_t replicates = 300;
    for (std::uint32_t r = 0; r < replicates; ++r) {
      // Single applications thinned by effort: the urn of the formula has one application per seeker.
      const Random random{4, r};
      std::vector<std::uint32_t> sent(in_a + in_b);
      for (std::uint32_t s = 0; s < sent.size(); ++s)
        sent[s] = random.word(Draw::Hired, market.world.month, s) < threshold(s < in_a ? effort_a : effort_b) ? 1 : 0;
      std::uint32_t of_a = 0;
      all += hires(market, sent, r, in_a, &of_a);
      a += of_a;
    }
    return std::pair(a / replicates, all / replicates);
  };
  const auto expected_all = [&](double ea, double eb) {
    return vacancies * (1 - std::exp(-(ea * in_a + eb * in_b) / vacancies));
  };
  const auto [a_low, all_low] = run(.3, .5);
  const auto [a_high, all_high] = run(.9, .5);
  EXPECT_NEAR(all_low, expected_all(.3, .5), 3);
  EXPECT_NEAR(all_high, expected_all(.9, .5), 3);
  EXPECT_NEAR(a_low / all_low, .3 * in_a / (.3 * in_a + .5 * in_b), .012);
  EXPECT_NEAR(a_high / all_high, .9 * in_a / (.9 * in_a + .5 * in_b), .012);
  EXPECT_LT(all_high - a_high, all_low - a_low) << "the other group loses hires";
}

TEST(Urn, ElasticityOfMatchesToSeekersFallsWithTheirNumber) {
  constexpr std::uint32_t vacancies = 2000;
  const std::pair<double, double> table[] = {{.25, .880}, {.5, .771}, {1, .582}, {1.5, .431}, {2, .313}, {3, .157}};
  for (const auto& [x, elasticity] : table) {
    const auto seekers = static_cast<std::uint32_t>(x * vacancies);
    const double low = urn(vacancies, static_cast<std::uint32_t>(seekers * .95), 400).mean;
    const double high = urn(vacancies, static_cast<std::uint32_t>(seekers * 1.05), 400).mean;
    const double found = std::log(high / low) / std::log(1.05 / .95);
    EXPECT_NEAR(found, elasticity, .02) << "x = " << x;
  }
}

TEST(TwoStages, HaveTheJointDistributionOfTheKernel) {
  constexpr std::size_t places = 5, trades = 7;
  std::vector<std::uint32_t> vacancies;
  std::vector<std::uint16_t> reach, mobility;
  for (std::size_t i = 0; i < places * trades; ++i) vacancies.push_back(static_cast<std::uint32_t>(i * 7 % 11));
  for (std::size_t i = 0; i < places * places; ++i)
    reach.push_back(static_cast<std::uint16_t>(1000 + i * 2311 % 64000));
  for (std::size_t i = 0; i < trades * trades; ++i)
    mobility.push_back(static_cast<std::uint16_t>(500 + i * 1777 % 65000));
  const Market market(places, trades, vacancies, reach, mobility);
  const labour::VacancyCells cells(market.world, market.country);
  const MunicipalityIndex home{2};
  const std::size_t kernel = 4;  // row of an occupation
  double all = 0;
  for (std::size_t m = 0; m < places; ++m)
    for (std::size_t o = 0; o < trades; ++o)
      all += static_cast<double>(vacancies[m * trades + o]) * mobility[4 * trades + o] * reach[2 * places + m];
  std::vector<double> count(places * trades, 0.0);
  constexpr std::uint32_t draws = 400000;
  const Random random{3, 3};
  for (std::uint32_t i = 0; i < draws; ++i) {
    const Block word = random.block(Draw::Application, market.world.month, i);
    const VacancyIndex v = cells.choose(home, kernel, word[0], word[1], word[2]);
    ++count[number(market.world.vacancies.firm[v]) * trades + number(market.world.vacancies.occupation[v])];
  }
  double chi = 0, cells_used = 0;
  for (std::size_t m = 0; m < places; ++m)
    for (std::size_t o = 0; o < trades; ++o) {
      const double exact = vacancies[m * trades + o] * double(mobility[4 * trades + o]) * reach[2 * places + m] / all;
      EXPECT_NEAR(cells.chance(home, kernel, index_of<MunicipalityIndex>(m), index_of<OccupationIndex>(o)), exact,
                  1e-12);
      if (exact == 0) {
        EXPECT_EQ(count[m * trades + o], 0);
        continue;
      }
      chi += (count[m * trades + o] - draws * exact) * (count[m * trades + o] - draws * exact) / (draws * exact);
      ++cells_used;
    }
  EXPECT_LT(chi, (cells_used - 1) + 4 * std::sqrt(2 * (cells_used - 1)));
}

TEST(StableMatching, LeavesNoPairThatWouldRatherHaveEachOther) {
  const Random random{8, 8};
  for (std::uint32_t round = 0; round < 200; ++round) {
    std::vector<labour::Application> applications;
    const std::uint32_t seekers = 30, vacancies = 20;
    for (std::uint32_t s = 0; s < seekers; ++s)
      for (std::uint32_t a = 0; a < 4; ++a) {
        const Block word = random.block(Draw::Application, Month{static_cast<std::uint16_t>(round)}, s, a);
        bool twice = false;
        for (const auto& earlier : applications)
          twice |= earlier.seeker == s && earlier.vacancy == below(word[0], vacancies);
        if (!twice) applications.push_back({s, below(word[0], vacancies), below(word[1], 5)});
      }
    const auto holder = labour::stable_matching(applications, vacancies);
    std::vector<std::uint32_t> got(seekers, labour::unmatched);
    for (const std::uint32_t a : holder)
      if (a != labour::unmatched) {
        ASSERT_EQ(got[applications[a].seeker], labour::unmatched) << "a seeker is hired once";
        got[applications[a].seeker] = a;
      }
    for (std::uint32_t a = 0; a < applications.size(); ++a) {
      const auto& wish = applications[a];
      const bool seeker_prefers = got[wish.seeker] == labour::unmatched || a < got[wish.seeker];
      const std::uint32_t held = holder[wish.vacancy];
      const bool employer_prefers = held == labour::unmatched || wish.score > applications[held].score ||
                                    (wish.score == applications[held].score && wish.seeker < applications[held].seeker);
      EXPECT_FALSE(seeker_prefers && employer_prefers) << "round " << round;
    }
  }
}

TEST(Applications, GivenAtLeastOneFollowTheTruncatedPoisson) {
  const Random random{2, 2};
  constexpr double mean = .7;
  constexpr std::uint32_t draws = 200000;
  double count[9] = {};
  for (std::uint32_t i = 0; i < draws; ++i)
    ++count[labour::number_given_one(mean, std::exp(-mean), random.word(Draw::Application, Month{1500}, i), 8)];
  double chance = std::exp(-mean);
  const double some = 1 - chance;
  for (int n = 1; n <= 4; ++n) {
    chance *= mean / n;
    const double share = chance / some;
    EXPECT_NEAR(count[n] / draws, share, 4 * std::sqrt(share * (1 - share) / draws));
  }
  EXPECT_EQ(count[0], 0);
}

}  // namespace
}  // namespace polder
