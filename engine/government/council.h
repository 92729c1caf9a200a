// Council and college: seats by law, seats by votes, the coalition that forms, and how long that takes.
// Source: Gemeentewet art. 8; D'Hondt's method of largest averages (Kieswet art. P 5-7; councils of fewer than 19 seats
// give their last seats by largest remainders instead, which is left out); smallest ideological range (De Swaan 1973).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "polder/base/month.h"
#include "polder/scenario/government_parameters.h"

namespace polder::government {

/// Seats of a council by the number of inhabitants: 9 up to 3,000, 45 above 200,000.
unsigned council_seats(std::uint64_t inhabitants);

/// Divides seats by largest averages, votes / (seats + 1). Of equal averages the party with more votes goes first, then
/// the lower row (the law draws lots). Nobody without votes gets a seat.
std::vector<unsigned> divide_seats(std::span<const std::uint64_t> votes, unsigned seats);

/// Rows of the parties of the coalition with the smallest range, the largest distance between two of its members, among
/// those that have a majority and need every member for it. Of equal ranges the coalition with fewer parties, then with
/// more seats, then with the lower rows. `distance` [parties x parties], symmetric, [any unit]. Exact, by search; at
/// most `most_parties` parties with seats. Nobody where there are no seats.
std::vector<std::size_t> smallest_range_coalition(std::span<const unsigned> seats, std::span<const double> distance);
inline constexpr std::size_t most_parties = 20;

/// Whether councils are elected in a month: March of 2026 and of every fourth year before and after.
constexpr bool is_council_election(Month month) { return month.calendar_month() == 3 && month.year() % 4 == 2; }

/// Days until a college is formed, lognormal: median x exp(sd x z), z a standard normal.
double formation_days(double z, const CouncilParameters& parameters);

}  // namespace polder::government
