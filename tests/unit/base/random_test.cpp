#include "polder/base/random.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>
#include <tuple>
#include <vector>

#include "polder/base/error.h"

namespace polder {
namespace {

constexpr Month july{Month::of(2026, 7)};

// Known answers published with Random123 (kat_vectors, philox4x32-10).
TEST(Philox, GivesThePublishedAnswers) {
  EXPECT_EQ(philox({0, 0, 0, 0}, 0, 0), (Block{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
  EXPECT_EQ(philox({~0u, ~0u, ~0u, ~0u}, ~0u, ~0u), (Block{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
  EXPECT_EQ(philox({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, 0xa4093822, 0x299f31d0),
            (Block{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
}

TEST(Random, PutsEveryPartOfTheIdentityInTheBlock) {
  const Random random{7, 3};
  const Block here = random.block(Draw::Takeup, july, 5, 1);
  EXPECT_EQ(here, philox({5, july.index, 4, 1}, 7, 3));
  EXPECT_EQ(here[0], random.word(Draw::Takeup, july, 5, 1));
  EXPECT_NE(here, (Random{8, 3}.block(Draw::Takeup, july, 5, 1)));
  EXPECT_NE(here, (Random{7, 4}.block(Draw::Takeup, july, 5, 1)));
  EXPECT_NE(here, random.block(Draw::Hired, july, 5, 1));
  EXPECT_NE(here, random.block(Draw::Takeup, july + 1, 5, 1));
  EXPECT_NE(here, random.block(Draw::Takeup, july, 6, 1));
  EXPECT_NE(here, random.block(Draw::Takeup, july, 5, 2));
}

// The lane is found from outside: a block whose eight halves are all different says which half a row reads.
TEST(Random, GivesManyBlocksAsItGivesOne) {
  const Random random{42, 7};
  std::vector<std::uint32_t> identities;
  for (std::uint32_t i = 0; i < 29; ++i) identities.push_back(i * 2654435761u);  // not a multiple of any width
  std::vector<Block> blocks(identities.size());
  random.blocks(Draw::Application, Month{1512}, identities, 3, blocks);
  for (std::size_t i = 0; i < identities.size(); ++i)
    EXPECT_EQ(blocks[i], random.block(Draw::Application, Month{1512}, identities[i], 3)) << i;
  random.blocks(Draw::Application, Month{1512}, std::span(identities).first(3), 3, blocks);
  EXPECT_EQ(blocks[2], random.block(Draw::Application, Month{1512}, identities[2], 3));
  EXPECT_THROW(random.blocks(Draw::Hired, Month{1}, identities, 0, std::span(blocks).first(2)), BrokenInvariant);
}

TEST(RandomPrefix, GivesEveryRowALaneOfItsOwn) {
  const Block marked{0x00010000, 0x00030002, 0x00050004, 0x00070006};
  std::set<std::tuple<std::uint32_t, std::uint32_t>> lanes;
  for (std::uint32_t row = 0; row < 1024; ++row) {
    const std::uint32_t counter = (row >> 6) * 8 + ((row & 15) >> 1);
    EXPECT_EQ((Random{1, 2}.prefix_block(july, row)), (Random{1, 2}.block(Draw::LifePrefix, july, counter)));
    EXPECT_LT(counter, 1024u / 8);
    lanes.emplace(counter, Random::prefix_in(marked, row));
  }
  EXPECT_EQ(lanes.size(), 1024u);
}

TEST(RandomPrefix, ReadsTheWordAndHalfOfThePlan) {
  const Block marked{0x00010000, 0x00030002, 0x00050004, 0x00070006};
  EXPECT_EQ(Random::prefix_in(marked, 0), 0u);
  EXPECT_EQ(Random::prefix_in(marked, 1), 1u);
  EXPECT_EQ(Random::prefix_in(marked, 16), 2u);
  EXPECT_EQ(Random::prefix_in(marked, 63), 7u);
  EXPECT_EQ(Random::prefix_in(marked, 64), 0u);
}

TEST(Threshold, MapsChancesToWords) {
  EXPECT_EQ(threshold(0.0), 0u);
  EXPECT_EQ(threshold(-1.0), 0u);
  EXPECT_EQ(threshold(std::nan("")), 0u);
  EXPECT_EQ(threshold(0.5), 0x80000000u);
  EXPECT_EQ(threshold(0.25), 0x40000000u);
  EXPECT_EQ(threshold(std::ldexp(1.0, -32)), 1u);
  EXPECT_EQ(threshold(1.0), certain);
  EXPECT_EQ(threshold(1.5), certain);
  EXPECT_EQ(add_capped(0x80000000u, 0x7FFFFFFFu), certain);
  EXPECT_EQ(add_capped(0x80000000u, 0x80000000u), certain);
  EXPECT_EQ(add_capped(2, 3), 5u);
}

TEST(Uniform, StaysInsideZeroAndOne) {
  EXPECT_GT(uniform(0), 0.0);
  EXPECT_LT(uniform(~0u), 1.0);
  EXPECT_EQ(below(0, 10), 0u);
  EXPECT_EQ(below(~0u, 10), 9u);
  EXPECT_EQ(below(0x80000000u, 10), 5u);
  EXPECT_EQ(below_wide(~0u, 1'000'000'000'000u), 999'999'999'767u);
  EXPECT_EQ(below_wide(0x80000000u, 1'000'000'000'000u), 500'000'000'000u);
}

// The first three are printed in Wichura (1988); the others are tabled values of the normal distribution.
TEST(NormalQuantile, GivesTabledValues) {
  const auto near = [](double p, double z) { EXPECT_NEAR(normal_quantile(p), z, 4e-16 * std::abs(z)) << p; };
  near(0.25, -0.67448975019608174320);
  near(0.001, -3.0902323061678135415);
  near(1e-20, -9.2623400897984075795);
  near(0.975, 1.9599639845400542355);
  near(0.999, 3.0902323061678135415);
  EXPECT_EQ(normal_quantile(0.5), 0.0);
}

TEST(NormalQuantile, IsTheInverseOfTheDistribution) {
  for (double p = 1e-9; p < 1; p += 1.0 / 4001) {
    const double z = normal_quantile(p);
    EXPECT_NEAR(0.5 * std::erfc(-z / std::sqrt(2.0)), p, 2e-15) << p;
    if (p < 0.5) {
      EXPECT_NEAR(normal_quantile(1 - p), -z, 1e-14 / p);  // 1 - p is rounded itself
    }
  }
}

TEST(NormalQuantile, RefusesWhatIsNoChance) {
  EXPECT_THROW(normal_quantile(0.0), BrokenInvariant);
  EXPECT_THROW(normal_quantile(1.0), BrokenInvariant);
  EXPECT_THROW(normal_quantile(std::nan("")), BrokenInvariant);
}

TEST(RoundByChance, RoundsUpWithTheChanceOfTheFraction) {
  EXPECT_EQ(round_by_chance(3.0, 0), 3u);
  EXPECT_EQ(round_by_chance(3.25, 0x3FFFFFFFu), 4u);
  EXPECT_EQ(round_by_chance(3.25, 0x40000000u), 3u);
  EXPECT_EQ(round_by_chance(0.0, 0), 0u);
  EXPECT_THROW(round_by_chance(-0.5, 0), BrokenInvariant);
  EXPECT_THROW(round_by_chance(std::nan(""), 0), BrokenInvariant);
}

/// Chi-square statistic and its degrees of freedom, of `draws` Poisson numbers against the distribution.
std::pair<double, double> poisson_fit(double mean, std::uint32_t draws) {
  std::vector<double> seen;
  for (std::uint32_t i = 0; i < draws; ++i) {
    const std::size_t count = poisson(mean, Random{11, 0}.word(Draw::Births, july, i));
    if (seen.size() <= count) seen.resize(count + 1);
    ++seen[count];
  }
  double statistic = 0, cells = 0, rest_expected = draws, rest_seen = draws;
  for (std::size_t k = 0; k < seen.size(); ++k) {
    const double at = static_cast<double>(k);
    const double expected = draws * std::exp(at * std::log(mean) - mean - std::lgamma(at + 1));
    if (expected < 10) continue;
    statistic += (seen[k] - expected) * (seen[k] - expected) / expected;
    ++cells;
    rest_expected -= expected;
    rest_seen -= seen[k];
  }
  if (rest_expected < 10) return {statistic, cells - 1};
  return {statistic + (rest_seen - rest_expected) * (rest_seen - rest_expected) / rest_expected, cells};
}

TEST(Poisson, FollowsItsDistribution) {
  for (const double mean : {0.2, 1.0, 4.5, 37.0, 250.0}) {
    const auto [statistic, freedom] = poisson_fit(mean, 200'000);
    EXPECT_GT(freedom, 1);
    // Five standard deviations of chi-square, which has mean `freedom` and variance twice that.
    EXPECT_LT(statistic, freedom + 5 * std::sqrt(2 * freedom)) << mean;
  }
}

TEST(Poisson, HasMeanAndVarianceOfItsMean) {
  const double mean = 640;
  const std::uint32_t draws = 100'000;
  double sum = 0, squares = 0;
  for (std::uint32_t i = 0; i < draws; ++i) {
    const double count = poisson(mean, Random{5, 1}.word(Draw::Arrivals, july, i));
    sum += count;
    squares += (count - mean) * (count - mean);
  }
  EXPECT_NEAR(sum / draws, mean, 5 * std::sqrt(mean / draws));
  EXPECT_NEAR(squares / draws, mean, 5 * mean * std::sqrt(2.0 / draws));
}

// 2 000 evenly spaced chances from each side of 500 arrivals: both methods give nearly the same numbers.
TEST(Poisson, ChangesItsMethodWithoutASeam) {
  for (std::uint32_t i = 0; i < 2000; ++i) {
    const std::uint32_t word = i * 2147483u + 1000u;
    EXPECT_NEAR(poisson(499.999, word), poisson(500, word), 1) << word;
  }
}

TEST(Poisson, EndsForEveryWordAndMean) {
  EXPECT_EQ(poisson(0, ~0u), 0u);
  EXPECT_NEAR(poisson(699.9, 0), 539, 1);  // the exact quantile at 2^-33
  EXPECT_LT(poisson(699.9, ~0u), 900u);
  EXPECT_LT(poisson(1e-300, ~0u), 2u);
  EXPECT_NEAR(poisson(3.9e9, 0x80000000u), 3.9e9, 1);
  EXPECT_THROW(poisson(4e9, 0), BrokenInvariant);
  EXPECT_THROW(poisson(-1, 0), BrokenInvariant);
  EXPECT_THROW(poisson(std::nan(""), 0), BrokenInvariant);
}

}  // namespace
}  // namespace polder
