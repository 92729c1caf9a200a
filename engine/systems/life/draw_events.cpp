#include <array>
#include <bit>
#include <span>

#include "base/parallel.h"
#include "systems/life/bounds_avx2.h"
#include "systems/life/life.h"

namespace polder::life {
namespace {

constexpr std::size_t chunk_rows = 1u << 16;
constexpr std::size_t batch_rows = 1u << 11;  // whole groups of 64 rows, which share eight prefix blocks

/// Who may meet an event: whose prefix is not above the bound. One batch of rows at a time.
class Visits {
 public:
  Visits(const World& world, const Chances& chances, const Random& random, Today& found)
      : world_(world), chances_(chances), bounds_(chances.bounds()), random_(random), found_(found) {}

  void draw(std::size_t first, std::size_t last) {
    list(first, last);
    random_.blocks(Draw::LifeDetail, world_.month, std::span(rows_).first(visits_), 1, details_);
    for (std::size_t i = 0; i < visits_; ++i) {
      const auto person = index_of<ResidentIndex>(rows_[i]);
      const Profile& profile = world_.residents.profile[person];
      const Situation& now = world_.residents.now[person];
      const std::uint32_t luck = std::uint32_t{visited_[i].prefix} << 16 | (details_[i][0] & 0xFFFFu);
      const LifeEvent event =
          visited_[i].may_be_due ? chances_.event(profile, now, luck) : chances_.event_by_chance(profile, now, luck);
      if (event != LifeEvent::Nothing) found_.events[static_cast<std::size_t>(event)].push_back(person);
    }
  }

 private:
  void list(std::size_t first, std::size_t last) {
    draw_prefixes(first, last);
    visits_ = 0;
    std::size_t row = first;
#ifdef POLDER_AVX2
    if (has_avx2())
      for (; row + 8 <= last; row += 8) list_eight(row, prefixes_.data() + (row - first));
#endif
    for (; row < last; ++row) list_one(row, prefixes_[row - first]);
  }
#ifdef POLDER_AVX2
  void list_eight(std::size_t first, const std::uint16_t* prefixes) {
    const auto person = index_of<ResidentIndex>(first);
    const Eight eight =
        visits_of_eight(bounds_, &world_.residents.profile[person], &world_.residents.now[person], prefixes);
    for (unsigned left = eight.on_ww; left != 0; left &= left - 1)
      found_.on_ww.push_back(index_of<ResidentIndex>(first + static_cast<unsigned>(std::countr_zero(left))));
    for (unsigned left = eight.visited; left != 0; left &= left - 1) {
      const auto at = static_cast<unsigned>(std::countr_zero(left));
      visit(first + at, prefixes[at], (eight.may_be_due >> at & 1u) != 0);
    }
  }
#endif
  void list_one(std::size_t row, std::uint16_t prefix) {
    const auto person = index_of<ResidentIndex>(row);
    const Situation& now = world_.residents.now[person];
    if (now.labour == Labour::Absent) return;
    if (receives_ww(now.benefit)) found_.on_ww.push_back(person);
    const std::uint32_t bound = bounds_.of(world_.residents.profile[person], now);
    if (prefix <= bound) visit(row, prefix, bound == Bounds::anything);
  }
  void visit(std::size_t row, std::uint16_t prefix, bool may_be_due) {
    rows_[visits_] = static_cast<std::uint32_t>(row);
    visited_[visits_++] = {prefix, may_be_due};
  }
  /// Prefixes by row: a word of a block belongs to two rows beside each other, the same words of eight blocks to 16.
  void draw_prefixes(std::size_t first, std::size_t last) {
    identities_.resize((last - first + 63) / 64 * 8);
    for (std::size_t i = 0; i < identities_.size(); ++i)
      identities_[i] = Random::prefix_identity(static_cast<std::uint32_t>(first)) + static_cast<std::uint32_t>(i);
    random_.blocks(Draw::LifePrefix, world_.month, identities_, 0, blocks_);
    for (std::size_t i = 0; i < identities_.size(); ++i)
      for (std::size_t word = 0; word < 4; ++word) {
        const std::size_t row = i / 8 * 64 + word * 16 + i % 8 * 2;
        prefixes_[row] = static_cast<std::uint16_t>(blocks_[i][word] & 0xFFFFu);
        prefixes_[row + 1] = static_cast<std::uint16_t>(blocks_[i][word] >> 16);
      }
  }

  struct Visited {
    std::uint16_t prefix;
    bool may_be_due;
  };
  const World& world_;
  const Chances& chances_;
  const Bounds& bounds_;
  const Random& random_;
  Today& found_;
  std::size_t visits_ = 0;
  std::array<std::uint32_t, batch_rows> rows_{};
  std::vector<std::uint32_t> identities_;
  std::array<std::uint16_t, batch_rows> prefixes_{};
  std::array<Visited, batch_rows> visited_{};
  std::vector<Block> blocks_ = std::vector<Block>(batch_rows / 8), details_ = std::vector<Block>(batch_rows);
};

void append(Today& today, const Today& found) {
  today.on_ww.insert(today.on_ww.end(), found.on_ww.begin(), found.on_ww.end());
  for (std::size_t event = 0; event < life_event_count; ++event)
    today.events[event].insert(today.events[event].end(), found.events[event].begin(), found.events[event].end());
}

/// By the rules alone: every resident is asked.
void draw_plainly(World& world, const Chances& chances, const Random& random) {
  for (const ResidentIndex person : rows_of(world.residents.now)) {
    const Situation& now = world.residents.now[person];
    if (now.labour == Labour::Absent) continue;
    if (receives_ww(now.benefit)) world.today.on_ww.push_back(person);
    const auto row = static_cast<std::uint32_t>(person);
    const std::uint32_t prefix = Random::prefix_in(random.prefix_block(world.month, row), row);
    const std::uint32_t low = random.word(Draw::LifeDetail, world.month, row, 1) & 0xFFFFu;
    const LifeEvent event = chances.event(world.residents.profile[person], now, prefix << 16 | low);
    if (event != LifeEvent::Nothing) world.today.events[static_cast<std::size_t>(event)].push_back(person);
  }
}

}  // namespace

void draw_events(World& world, const Inputs& inputs, const Random& random) {
  const Chances chances(world, inputs);
  if (inputs.engine == Engine::Reference) return draw_plainly(world, chances, random);
  const std::size_t rows = world.residents.size();
  std::vector<Today> found(chunks_of(rows, chunk_rows));
  for_each_chunk(rows, chunk_rows, [&](std::size_t chunk, std::size_t first, std::size_t last) {
    Visits visits(world, chances, random, found[chunk]);
    for (std::size_t batch = first; batch < last; batch += batch_rows)
      visits.draw(batch, std::min(last, batch + batch_rows));
  });
  for (const Today& part : found) append(world.today, part);
}

}  // namespace polder::life
