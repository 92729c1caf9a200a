#include "base/parallel.h"
#include "systems/life/life.h"

namespace polder::life {
namespace {

constexpr std::size_t chunk_rows = 1u << 16;
constexpr std::size_t batch_rows = 1u << 11;  // whole groups of 64 rows, which share eight prefix blocks

/// Who may meet an event: whose prefix is not above the bound. One batch of rows at a time.
class Visits {
 public:
  Visits(const World& world, const Chances& chances, const Random& random, Today& found)
      : world_(world), chances_(chances), random_(random), found_(found) {}

  void draw(std::size_t first, std::size_t last) {
    list(first, last);
    details_.resize(rows_.size());
    random_.blocks(Draw::LifeDetail, world_.month, rows_, 1, details_);
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const auto person = index_of<ResidentIndex>(rows_[i]);
      const std::uint32_t luck = prefixes_[i] << 16 | (details_[i][0] & 0xFFFFu);
      const LifeEvent event = chances_.event(world_.residents.profile[person], world_.residents.now[person], luck);
      if (event != LifeEvent::Nothing) found_.events[static_cast<std::size_t>(event)].push_back(person);
    }
  }

 private:
  void list(std::size_t first, std::size_t last) {
    rows_.clear();
    prefixes_.clear();
    draw_prefixes(first, last);
    for (std::size_t row = first; row < last; ++row) {
      const auto person = index_of<ResidentIndex>(row);
      const Situation& now = world_.residents.now[person];
      if (now.labour == Labour::Absent) continue;
      if (receives_ww(now.benefit)) found_.on_ww.push_back(person);
      const auto identity = static_cast<std::uint32_t>(row);
      const Block& block = blocks_[(row - first) / 64 * 8 + (row & 15) / 2];
      const std::uint32_t prefix = Random::prefix_in(block, identity);
      if (prefix > chances_.bound(world_.residents.profile[person], now)) continue;
      rows_.push_back(identity);
      prefixes_.push_back(prefix);
    }
  }
  /// Eight blocks for every 64 rows, numbered on.
  void draw_prefixes(std::size_t first, std::size_t last) {
    identities_.resize((last - first + 63) / 64 * 8);
    for (std::size_t i = 0; i < identities_.size(); ++i)
      identities_[i] = Random::prefix_identity(static_cast<std::uint32_t>(first)) + static_cast<std::uint32_t>(i);
    blocks_.resize(identities_.size());
    random_.blocks(Draw::LifePrefix, world_.month, identities_, 0, blocks_);
  }

  const World& world_;
  const Chances& chances_;
  const Random& random_;
  Today& found_;
  std::vector<std::uint32_t> rows_, prefixes_, identities_;
  std::vector<Block> blocks_, details_;
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
