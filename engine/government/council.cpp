#include "government/council.h"

#include <algorithm>
#include <numeric>
#include <optional>

#include "polder/base/detmath.h"
#include "polder/base/error.h"

namespace polder::government {
namespace {

struct CouncilSize {
  std::uint64_t most_inhabitants;
  unsigned seats;
};
constexpr CouncilSize statutory[] = {{3000, 9},   {6000, 11},  {10000, 13},  {15000, 15}, {20000, 17}, {25000, 19},
                                     {30000, 21}, {35000, 23}, {40000, 25},  {45000, 27}, {50000, 29}, {60000, 31},
                                     {70000, 33}, {80000, 35}, {100000, 37}, {200000, 39}};
constexpr unsigned largest_council = 45;

struct Coalition {
  std::vector<std::size_t> parties;
  double range = 0;
  unsigned seats = 0;
};

bool better(const Coalition& a, const Coalition& b) {
  if (a.range != b.range) return a.range < b.range;
  if (a.parties.size() != b.parties.size()) return a.parties.size() < b.parties.size();
  if (a.seats != b.seats) return a.seats > b.seats;
  return a.parties < b.parties;
}

/// Goes through the coalitions in order of rows, without those that cannot become better than the best found.
class Search {
 public:
  Search(std::span<const unsigned> seats, std::span<const double> distance) : seats_(seats), distance_(distance) {
    all_ = std::accumulate(seats.begin(), seats.end(), 0u);
  }

  std::vector<std::size_t> best() {
    if (all_ > 0) extend({}, 0);
    return best_ ? best_->parties : std::vector<std::size_t>{};
  }

 private:
  bool has_majority(unsigned seats) const { return 2 * seats > all_; }

  bool needs_everybody(const Coalition& coalition) const {
    return std::ranges::none_of(coalition.parties,
                                [&](std::size_t party) { return has_majority(coalition.seats - seats_[party]); });
  }

  void extend(const Coalition& coalition, std::size_t next) {
    if (best_ && coalition.range > best_->range) return;
    if (has_majority(coalition.seats)) {
      if (needs_everybody(coalition) && (!best_ || better(coalition, *best_))) best_ = coalition;
      return;
    }
    for (std::size_t party = next; party < seats_.size(); ++party) {
      if (seats_[party] == 0) continue;
      Coalition larger = coalition;
      for (const std::size_t member : coalition.parties)
        larger.range = std::max(larger.range, distance_[member * seats_.size() + party]);
      larger.parties.push_back(party);
      larger.seats += seats_[party];
      extend(larger, party + 1);
    }
  }

  std::span<const unsigned> seats_;
  std::span<const double> distance_;
  unsigned all_ = 0;
  std::optional<Coalition> best_;
};

}  // namespace

unsigned council_seats(std::uint64_t inhabitants) {
  for (const CouncilSize& size : statutory)
    if (inhabitants <= size.most_inhabitants) return size.seats;
  return largest_council;
}

std::vector<unsigned> divide_seats(std::span<const std::uint64_t> votes, unsigned seats) {
  std::vector<unsigned> won(votes.size(), 0);
  const auto first = [&](std::size_t a, std::size_t b) {  // averages compared as fractions: exact
    const std::uint64_t average_a = votes[a] * (won[b] + 1), average_b = votes[b] * (won[a] + 1);
    if (average_a != average_b) return average_a > average_b;
    return votes[a] != votes[b] ? votes[a] > votes[b] : a < b;
  };
  for (unsigned seat = 0; seat < seats; ++seat) {
    std::optional<std::size_t> next;
    for (std::size_t party = 0; party < votes.size(); ++party)
      if (votes[party] > 0 && (!next || first(party, *next))) next = party;
    if (!next) break;
    ++won[*next];
  }
  return won;
}

std::vector<std::size_t> smallest_range_coalition(std::span<const unsigned> seats, std::span<const double> distance) {
  ensure(distance.size() == seats.size() * seats.size(), "every two parties have a distance");
  ensure(std::ranges::count_if(seats, [](unsigned s) { return s > 0; }) <= std::ptrdiff_t{most_parties},
         "a council has at most 20 parties");
  return Search(seats, distance).best();
}

double formation_days(double z, const CouncilParameters& parameters) {
  return parameters.formation_median * detmath::exp(parameters.formation_sd * z);
}

}  // namespace polder::government
