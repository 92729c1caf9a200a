// T-M4, T-M5, T-M10: displacement in the limit, elasticity over unequal cells, thinning, and places without distance.
#include <gtest/gtest.h>

#include <cmath>

#include "support/urn.h"

namespace polder {
namespace {

using testing::hires;
using testing::Market;

struct Hires {
  double of_a = 0, of_b = 0;
};

/// Mean hires of two groups that send one application with the chance of their effort.
Hires hires_of_groups(std::uint32_t vacancies, std::uint32_t in_a, std::uint32_t in_b, double effort_a, double effort_b,
                      std::uint32_t replicates) {
  const Market market(1, 1, {vacancies}, {65535}, {65535});
  Hires mean;
  for (std::uint32_t r = 0; r < replicates; ++r) {
    const Random random{21, r};
    std::vector<std::uint32_t> sent(in_a + in_b);
    for (std::uint32_t s = 0; s < sent.size(); ++s)
      sent[s] = random.word(Draw::Hired, market.world.month, s) < threshold(s < in_a ? effort_a : effort_b) ? 1 : 0;
    std::uint32_t of_a = 0;
    const std::uint32_t all = hires(market, sent, r, in_a, &of_a);
    mean.of_a += of_a / double(replicates);
    mean.of_b += (all - of_a) / double(replicates);
  }
  return mean;
}

/// Of the hires that group A gains by more effort: the share that group B loses.
double displacement(std::uint32_t vacancies, std::uint32_t persons, std::uint32_t replicates) {
  const Hires low = hires_of_groups(vacancies, persons, persons, .4, .7, replicates);
  const Hires high = hires_of_groups(vacancies, persons, persons, .9, .7, replicates);
  return (low.of_b - high.of_b) / (high.of_a - low.of_a);
}

/// The same from M = V (1 - exp(-S / V)), shared in proportion to effort.
double displacement_by_formula(double vacancies, double persons) {
  const auto filled = [&](double effort_a) {
    return vacancies * (1 - std::exp(-(effort_a + .7) * persons / vacancies));
  };
  const auto of_b = [&](double effort_a) { return filled(effort_a) * .7 / (effort_a + .7); };
  return (of_b(.4) - of_b(.9)) / (filled(.9) - of_b(.9) - filled(.4) + of_b(.4));
}

TEST(Displacement, FollowsTheFormulaAndBecomesCompleteWhenVacanciesAreScarce) {
  const std::pair<std::uint32_t, std::uint32_t> table[] = {{4000, 1000}, {1000, 1000}, {300, 1000}};
  double before = 0;
  for (const auto& [vacancies, persons] : table) {
    const double found = displacement(vacancies, persons, 150);
    EXPECT_NEAR(found, displacement_by_formula(vacancies, persons), .04) << vacancies;
    EXPECT_GT(found, before) << "fewer vacancies, more displacement";
    before = found;
  }
  EXPECT_NEAR(displacement(50, 1000, 150), 1, 1e-3) << "twenty seekers per vacancy";
}

/// Mean matches over cells that seekers cannot leave, with `seekers` in each.
double matches_over_cells(const std::vector<std::uint32_t>& seekers, std::uint32_t vacancies,
                          std::uint32_t replicates) {
  const std::size_t places = seekers.size();
  std::vector<std::uint16_t> reach(places * places, 0);
  for (std::size_t m = 0; m < places; ++m) reach[m * places + m] = 65535;
  const Market market(places, 1, std::vector<std::uint32_t>(places, vacancies), reach, {65535});
  std::vector<MunicipalityIndex> homes;
  for (std::size_t m = 0; m < places; ++m) homes.insert(homes.end(), seekers[m], index_of<MunicipalityIndex>(m));
  double sum = 0;
  for (std::uint32_t r = 0; r < replicates; ++r)
    sum += hires(market, std::vector<std::uint32_t>(homes.size(), 1), r, 0, nullptr, homes);
  return sum / replicates;
}

/// Elasticity of all matches when seekers everywhere rise by a tenth, around `x` per vacancy.
double elasticity(const std::vector<double>& x) {
  constexpr std::uint32_t vacancies = 1000;
  const auto scaled = [&](double factor) {
    std::vector<std::uint32_t> seekers;
    for (const double cell : x) seekers.push_back(static_cast<std::uint32_t>(std::lround(cell * vacancies * factor)));
    return matches_over_cells(seekers, vacancies, 300);
  };
  return std::log(scaled(1.05) / scaled(.95)) / std::log(1.05 / .95);
}

TEST(Elasticity, OverUnequalCellsIsTheSumOfTheirParts) {
  const std::vector<double> unequal{.25, .5, 1, 2.5};
  double risen = 0, filled = 0;
  for (const double x : unequal) {
    risen += x * std::exp(-x);
    filled += 1 - std::exp(-x);
  }
  EXPECT_NEAR(elasticity(unequal), risen / filled, .02);
  constexpr double mean = 4.25 / 4;
  const double equal = elasticity(std::vector<double>(4, mean));
  EXPECT_NEAR(equal, mean * std::exp(-mean) / (1 - std::exp(-mean)), .02);
  EXPECT_GT(equal, risen / filled + .03) << "dispersion lowers the elasticity";
}

TEST(Thinning, OfApplicationsIsExact) {
  constexpr std::uint32_t vacancies = 40, replicates = 6000;
  const auto urn_mean = [&](double seekers, double suitable) {
    return vacancies * (1 - std::pow(1 - suitable / vacancies, seekers));
  };
  const auto urn_variance = [&](double seekers, double suitable) {
    const double one = std::pow(1 - suitable / vacancies, seekers),
                 two = std::pow(1 - 2 * suitable / vacancies, seekers);
    return vacancies * one + double(vacancies) * (vacancies - 1) * two - double(vacancies) * vacancies * one * one;
  };
  for (const double suitable : {.1, .3, .8}) {
    constexpr std::uint32_t seekers = 100;
    const Hires found = hires_of_groups(vacancies, seekers, 0, suitable, 0, replicates);
    const double error = std::sqrt(urn_variance(seekers, suitable) / replicates);
    EXPECT_NEAR(found.of_a, urn_mean(seekers, suitable), 4 * error) << suitable;
  }
}

TEST(Places, WithoutDistanceAreChosenByTheirVacancies) {
  constexpr std::size_t places = 5, trades = 3;
  const std::uint32_t by_place[places] = {1, 4, 2, 0, 8}, by_trade[trades] = {3, 1, 2};
  std::vector<std::uint32_t> vacancies;
  for (const std::uint32_t place : by_place)
    for (const std::uint32_t trade : by_trade) vacancies.push_back(place * trade);
  const std::vector<std::uint16_t> reach(places * places, 1234);
  const Market market(places, trades, vacancies, reach, {65535, 3000, 200, 10, 65535, 900, 40, 50, 65535});
  const labour::VacancyCells cells(market.world, market.country);
  for (std::size_t home = 0; home < places; ++home)
    for (std::size_t kernel = 0; kernel < trades; ++kernel)
      for (std::size_t work = 0; work < places; ++work) {
        double share = 0;
        for (std::size_t trade = 0; trade < trades; ++trade)
          share += cells.chance(index_of<MunicipalityIndex>(home), kernel, index_of<MunicipalityIndex>(work),
                                index_of<OccupationIndex>(trade));
        EXPECT_NEAR(share, by_place[work] / 15.0, 1e-12) << home << " to " << work;
      }
}

TEST(Places, WithEqualVacanciesAreAllAlike) {
  constexpr std::size_t places = 7;
  const Market market(places, 1, std::vector<std::uint32_t>(places, 6),
                      std::vector<std::uint16_t>(places * places, 65535), {65535});
  const labour::VacancyCells cells(market.world, market.country);
  for (std::size_t work = 0; work < places; ++work)
    EXPECT_NEAR(cells.chance(MunicipalityIndex{3}, 0, index_of<MunicipalityIndex>(work), OccupationIndex{0}),
                1.0 / places, 1e-12);
}

}  // namespace
}  // namespace polder
