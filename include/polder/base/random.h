// Randomness as a pure function of identity: Philox4x32-10 (Salmon et al. 2011, "Parallel random numbers: as easy
// as 1, 2, 3"). The key is (seed, replicate), the counter {identity, month, draw, k}. The scenario is never part
// of it, so scenarios of one replicate meet the same luck. Nothing to share, nothing to store.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "polder/base/month.h"
#include "polder/base/quantity.h"

namespace polder {

/// What a draw is for. Append only: the numbers are part of every result.
enum class Draw : std::uint32_t {
  LifePrefix = 1,     // resident, eight rows a block (see Random::prefix)
  LifeDetail = 2,     // resident: word 0 low half completes the prefix, words 1..3 belong to the event
  Application = 3,    // application: occupation, municipality, place in cell, noise
  Takeup = 4,         // resident: take-up of ww, contract, keeping a benefit
  Hired = 5,          // resident: what follows a hire
  GivesUp = 6,        // resident: an unsuccessful seeker stops searching
  Benefit = 7,        // resident: what follows the end of ww
  Arrival = 8,        // resident: profile of somebody who arrives or is born
  Productivity = 20,  // establishment: innovation of its productivity
  Openings = 21,      // establishment: rounding and number of vacancies opened
  Exit = 22,          // establishment: small ones close and are replaced
  Opening = 23,       // establishment: size of a new one
  Threat = 24,        // establishment: leaves, which bid it takes; with k > 1: whether a municipality bids
  Bankruptcy = 25,    // establishment: closes in a wave of bankruptcies
  Vacancy = 30,       // vacancy: occupation, wage offer
  Withdrawal = 31,    // vacancy: withdrawn this month
  Cycle = 40,         // the business cycle
  SectorDemand = 41,  // sector
  Births = 50,        // municipality: number of births
  Arrivals = 51,      // municipality: number of arrivals
  TrainingPlace = 70, // resident: who gets a place, and for which occupation
  TrainingEnd = 71,   // resident: completion, quality, diploma
  Attracted = 72,     // resident: profile of somebody whom the agenda attracted
  Sheltered = 73,     // resident: who gets a sheltered place
  World = 60,         // resident: the synthetic population (k numbers the question)
  WorldFirm = 61,     // establishment: size and rounding
  WorldCell = 62,     // municipality: rounding in the synthetic population
  BackgroundArrangement = 63,  // municipality: size of what it founds, and who joins
  Programme = 80,     // resident: choice of a programme, order in the queue for it
  Dropout = 81,       // resident: a programme above the education to come; apprenticeship
  Forecast = 82,      // region and occupation: error of a forecast of growth
  BorderFilled = 90,    // vacancy abroad: filled by somebody there
  BorderOpenings = 91,  // establishment abroad: rounding of the vacancies it opens
  Recognition = 92,     // resident: whether an application abroad fails on a diploma (k: number of the application)
  Swing = 110,          // party: national swing of an election
  Votes = 111,          // municipality: votes at an election (k: party)
  Formation = 112,      // municipality: time until a college is formed
  Mediated = 120,       // vacancy: whether employer services mediate it
  Review = 121,         // region: level of a task that is reviewed at random (k: task)
  Voting = 140,         // municipality: accepts a proposal; a yes holds until the next round (k: plant and round)
  Breaching = 141,      // municipality: does not keep its promise
  Trusting = 142,       // pair of governments: trust with which it begins
  Joining = 143,        // municipality: has a task go where it is proposed (k: task and round)
  Leaving = 144,        // municipality: leaves an arrangement at the review (k: task)
  Bidding = 145,        // region: quality of its bid for a deal besides what is known of it
  Design = 160,         // point or trajectory of a design (k: axis)
  Resampling = 161,     // observation: which one takes its place (k: number of the resample)
};

using Block = std::array<std::uint32_t, 4>;

/// One Philox4x32-10 block.
constexpr Block philox(Block counter, std::uint32_t key0, std::uint32_t key1) {
  for (int round = 0; round < 10; ++round) {
    const std::uint64_t a = std::uint64_t{0xD2511F53u} * counter[0];
    const std::uint64_t b = std::uint64_t{0xCD9E8D57u} * counter[2];
    counter = {static_cast<std::uint32_t>(b >> 32) ^ counter[1] ^ key0, static_cast<std::uint32_t>(b),
               static_cast<std::uint32_t>(a >> 32) ^ counter[3] ^ key1, static_cast<std::uint32_t>(a)};
    key0 += 0x9E3779B9u;
    key1 += 0xBB67AE85u;
  }
  return counter;
}

struct Random {
  std::uint32_t seed = 1;
  std::uint32_t replicate = 0;

  constexpr Block block(Draw draw, Month month, std::uint32_t identity, std::uint32_t k = 0) const {
    return philox({identity, month.index, static_cast<std::uint32_t>(draw), k}, seed, replicate);
  }
  constexpr std::uint32_t word(Draw draw, Month month, std::uint32_t identity, std::uint32_t k = 0) const {
    return block(draw, month, identity, k)[0];
  }

  /// The blocks of many identities, several at a time where the processor can: the same as `block` of each.
  void blocks(Draw draw, Month month, std::span<const std::uint32_t> identities, std::uint32_t k,
              std::span<Block> out) const;

  /// The 16-bit prefix of a resident's luck this month: one block serves the eight rows that share
  /// (row >> 6) * 8 + ((row & 15) >> 1); word (row & 63) >> 4; upper half for odd rows.
  constexpr Block prefix_block(Month month, std::uint32_t row) const {
    return block(Draw::LifePrefix, month, prefix_identity(row));
  }
  static constexpr std::uint32_t prefix_identity(std::uint32_t row) { return (row >> 6) * 8 + ((row & 15) >> 1); }
  static constexpr std::uint32_t prefix_in(const Block& block, std::uint32_t row) {
    const std::uint32_t word = block[(row & 63) >> 4];
    return (row & 1) != 0 ? word >> 16 : word & 0xFFFFu;
  }
};

/// A word as a number in (0, 1): (word + 1/2) / 2^32.
constexpr double uniform(std::uint32_t word) { return (static_cast<double>(word) + 0.5) / 4294967296.0; }
/// A word as a whole number in [0, n).
constexpr std::uint32_t below(std::uint32_t word, std::uint32_t n) {
  return static_cast<std::uint32_t>((std::uint64_t{word} * n) >> 32);
}
/// The same for n up to 2^64.
constexpr std::uint64_t below_wide(std::uint32_t word, std::uint64_t n) {
  __extension__ typedef unsigned __int128 Wide;
  return static_cast<std::uint64_t>((static_cast<Wide>(n) * word) >> 32);
}

/// An identity for draws from a code that is the same in every scope ("AM05"); `from` keeps kinds of places apart.
constexpr std::uint32_t identity_of_code(std::string_view code, std::uint32_t from = 0) {
  for (const char letter : code) from = from * 31 + static_cast<unsigned char>(letter);
  return from;
}

/// Index of the first entry of `cumulative` (running sums, not empty) above u times its last.
std::size_t pick(const std::vector<double>& cumulative, double u);

/// Standard normal quantile of a uniform in (0, 1): algorithm AS 241 (Wichura 1988), to 1e-16 relative.
double normal_quantile(double p);
/// Whole part of `x` plus one more with the chance of its fraction.
std::uint32_t round_by_chance(double x, std::uint32_t word);
/// Number of Poisson arrivals with the given mean, from one word: by inversion below 500, above it by the normal
/// approximation corrected for skewness (Cornish and Fisher 1938), rounded.
std::uint32_t poisson(double mean, std::uint32_t word);

}  // namespace polder
