#include "base/parallel.h"
#include "systems/life/life.h"

namespace polder::life {
namespace {

constexpr std::size_t chunk_rows = 1u << 16;

/// The 16-bit prefixes of the 64 rows of one group, from its eight blocks.
struct Prefixes {
  std::array<Block, 8> blocks;
  Prefixes(const Random& random, Month month, std::uint32_t first_row) {
    for (std::uint32_t pair = 0; pair < 8; ++pair) blocks[pair] = random.prefix_block(month, first_row + 2 * pair);
  }
  std::uint32_t of(std::uint32_t row) const { return Random::prefix_in(blocks[(row & 15) >> 1], row); }
};

void draw_group(const World& world, const Chances& chances, const Random& random, std::size_t first, std::size_t last,
                Today& found) {
  const Residents& residents = world.residents;
  const Prefixes prefixes(random, world.month, static_cast<std::uint32_t>(first));
  for (std::size_t row = first; row < last; ++row) {
    const auto person = index_of<ResidentIndex>(row);
    const Situation& now = residents.now[person];
    if (now.labour == Labour::Absent) continue;
    if (receives_ww(now.benefit)) found.on_ww.push_back(person);
    const Profile profile = residents.profile[person];
    const auto identity = static_cast<std::uint32_t>(row);
    const std::uint32_t prefix = prefixes.of(identity);
    if (prefix > chances.bound(profile, now)) continue;
    const std::uint32_t low = random.word(Draw::LifeDetail, world.month, identity, 1) & 0xFFFFu;
    const LifeEvent event = chances.event(profile, now, prefix << 16 | low);
    if (event != LifeEvent::Nothing) found.events[static_cast<std::size_t>(event)].push_back(person);
  }
}

void append(Today& today, const Today& found) {
  today.on_ww.insert(today.on_ww.end(), found.on_ww.begin(), found.on_ww.end());
  for (std::size_t event = 0; event < life_event_count; ++event)
    today.events[event].insert(today.events[event].end(), found.events[event].begin(), found.events[event].end());
}

}  // namespace

void draw_events(World& world, const Inputs& inputs, const Random& random) {
  const Chances chances(world, inputs);
  const std::size_t rows = world.residents.size();
  std::vector<Today> found(chunks_of(rows, chunk_rows));
  for_each_chunk(rows, chunk_rows, [&](std::size_t chunk, std::size_t first, std::size_t last) {
    for (std::size_t group = first; group < last; group += 64)
      draw_group(world, chances, random, group, group + 64 < last ? group + 64 : last, found[chunk]);
  });
  for (const Today& part : found) append(world.today, part);
}

}  // namespace polder::life
