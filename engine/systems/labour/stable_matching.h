// Seeker-proposing deferred acceptance (Gale & Shapley 1962). With strict rankings the result is unique, so neither
// order nor threads can matter.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

namespace polder::labour {

/// An application that the seeker would accept. Applications of one seeker stand together, the most wanted first.
struct Application {
  std::uint32_t seeker = 0;   // number of the seeker, ascending
  std::uint32_t vacancy = 0;  // number of the vacancy
  std::uint32_t score = 0;    // the employer's ranking: higher is better, ties go to the lower seeker
};

inline constexpr std::uint32_t unmatched = std::numeric_limits<std::uint32_t>::max();

/// For each vacancy the number of the application that fills it, or `unmatched`.
std::vector<std::uint32_t> stable_matching(const std::vector<Application>& applications, std::size_t vacancies);

}  // namespace polder::labour
