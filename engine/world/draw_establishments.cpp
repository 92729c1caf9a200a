// How many employees establishments have: large ones are counted out nationally and find a municipality with room,
// small ones are drawn until the jobs of a municipality and sector are filled.
#include <algorithm>
#include <numeric>

#include "world/blueprint.h"
#include "world/establishment_size.h"
#include "world/whole_numbers.h"

namespace polder {
namespace {

constexpr std::uint32_t large_from = 50;  // [employees]

/// Employees without an establishment yet, of one sector by municipality [persons].
using Room = std::vector<std::uint32_t>;

/// Sizes of the large establishments of a sector, largest first: as many of each class as its share says, spread
/// evenly along Zipf's law.
std::vector<std::uint32_t> large_sizes(const Blueprint& plan, SectorIndex sector, double employees) {
  const SectorFacts& facts = plan.country.sectors[sector];
  const std::vector<double> persons = employees_by_class(plan.country, facts);
  const double mean = std::accumulate(persons.begin(), persons.end(), 0.0);
  const double shares = std::accumulate(facts.size_share.begin(), facts.size_share.end(), 0.0);
  std::vector<std::uint32_t> sizes;
  if (mean <= 0 || shares <= 0) return sizes;
  double expected = 0;
  std::uint32_t passed = 0;
  for (std::size_t c = plan.country.size_classes.size(); c-- > 0;) {
    const SizeClass& size_class = plan.country.size_classes[c];
    if (size_class.from < large_from) continue;
    expected += employees / mean * facts.size_share[c];
    const std::uint32_t now = units_passed(expected, .5), establishments = now - passed;
    for (std::uint32_t i = establishments; i-- > 0;) sizes.push_back(zipf_size(size_class, (i + .5) / establishments));
    passed = now;
  }
  return sizes;
}

/// A municipality with room for `size` employees, with the chance of its room; plan.size if there is none.
std::size_t find_room(const Blueprint& plan, const Room& room, std::uint32_t size, std::uint32_t word) {
  std::uint32_t all = 0;
  for (const std::uint32_t free : room)
    if (free >= size) all += free;
  if (all == 0) return plan.size;
  std::uint32_t left = below(word, all);
  for (std::size_t m = 0; m < plan.size; ++m) {
    if (room[m] < size) continue;
    if (left < room[m]) return m;
    left -= room[m];
  }
  return plan.size;
}

void place_large(const Blueprint& plan, std::size_t s, Room& room, std::vector<std::vector<Sized>>& cells) {
  const double employees = std::accumulate(room.begin(), room.end(), 0.0);
  const std::vector<std::uint32_t> sizes = large_sizes(plan, index_of<SectorIndex>(s), employees);
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    const std::uint32_t word = plan.random.word(Draw::WorldFirm, outside_time, static_cast<std::uint32_t>(s),
                                                3u << 30 | static_cast<std::uint32_t>(i));
    const std::size_t m = find_room(plan, room, sizes[i], word);
    if (m == plan.size) continue;  // no municipality is large enough
    cells[m * plan.sectors + s].push_back({sizes[i], 0});
    room[m] -= sizes[i];
  }
}

/// Small establishments until everybody has one. A size above what is left is drawn again, and cut only after many
/// attempts.
void fill_with_small(const Blueprint& plan, std::size_t m, std::size_t s, std::uint32_t left,
                     std::vector<Sized>& cell) {
  constexpr int most_attempts = 30;
  const SectorFacts& facts = plan.country.sectors[index_of<SectorIndex>(s)];
  std::vector<double> cumulative(1, 0);  // entry 0: a single employee, if the table knows no small class
  std::vector<SizeClass> classes{{1, 1}};
  for (std::size_t c = 0; c < facts.size_share.size(); ++c) {
    if (plan.country.size_classes[c].from >= large_from) continue;
    cumulative.push_back(cumulative.back() + facts.size_share[c]);
    classes.push_back(plan.country.size_classes[c]);
  }
  std::size_t k = 0;
  while (left > 0) {
    std::uint32_t size = left + 1;
    for (int attempt = 0; attempt < most_attempts && size > left; ++attempt, ++k) {
      const Block luck = plan.random.block(Draw::WorldCell, outside_time, plan.facts(m).official_number,
                                           cell_draw(CellUse::Size, s, k));
      size = zipf_size(classes[pick(cumulative, uniform(luck[0]))], uniform(luck[1]));
    }
    cell.push_back({std::min(size, left), 0});
    left -= cell.back().persons;
  }
}

}  // namespace

std::vector<std::vector<Sized>> draw_establishments(const Blueprint& plan, const std::vector<Plant>& plants) {
  std::vector<std::vector<Sized>> cells(plan.size * plan.sectors);
  for (std::size_t s = 0; s < plan.sectors; ++s) {
    Room room(plan.size, 0);
    for (std::size_t m = 0; m < plan.size; ++m) {
      if (plan.abroad(m)) continue;
      const std::size_t cell = m * plan.sectors + s;
      room[m] = static_cast<std::uint32_t>((plan.jobs[cell] - plan.self_employed[cell]) * plan.weight);
    }
    for (const Plant& plant : plants) {
      if (plant.sector != s) continue;
      const std::uint32_t persons = std::min(room[plant.municipality], plant.persons);
      cells[plant.municipality * plan.sectors + s].push_back({persons, plant.number + 1});
      room[plant.municipality] -= persons;
    }
    place_large(plan, s, room, cells);
    for (std::size_t m = 0; m < plan.size; ++m) {
      std::vector<Sized>& cell = cells[m * plan.sectors + s];
      fill_with_small(plan, m, s, room[m], cell);
      std::stable_sort(cell.begin(), cell.end(), [](const Sized& a, const Sized& b) { return a.persons > b.persons; });
    }
  }
  return cells;
}

}  // namespace polder
