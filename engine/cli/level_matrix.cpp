#include "cli/level_matrix.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "cli/options.h"
#include "cli/table.h"
#include "compare/luck.h"
#include "polder/world/tasks.h"

namespace polder::cli {
namespace {

std::string name_of(Task task, Level level) { return fmt::format("{}_{}", to_text(task), to_text(level)); }

/// As many as show two significant digits of the widest interval.
int decimals_for(const std::vector<ComparisonLine>& lines, double scale) {
  double widest = 0;
  for (const ComparisonLine& line : lines) {
    const double half = (line.difference.high - line.difference.low) / 2 * scale;
    if (half > widest) widest = half;
  }
  return widest > 0 ? std::clamp(1 - static_cast<int>(std::floor(std::log10(widest))), 0, 4) : 2;
}

std::string text_of(const ComparisonLine& line, double scale, int decimals) {
  const Difference& found = line.difference;
  if (found.pairs == 0) return "-";
  if (found.higher + found.lower == 0) return "=";
  const double half = (found.high - found.low) / 2 * scale;
  if (std::isnan(half)) return fmt::format("{:+.{}f}?", found.mean * scale, decimals);
  if (!is_visible(found)) return fmt::format("~ ± {:.{}f}", half, decimals);
  const std::string text = fmt::format("{:+.{}f} ± {:.{}f}", found.mean * scale, decimals, half, decimals);
  return may_be_luck(line) ? "(" + text + ")" : text;
}

}  // namespace

std::vector<std::string> scenarios_by_level(const std::vector<std::string>& scenarios) {
  std::vector<std::string> found;
  for (std::size_t t = 0; t < task_count; ++t)
    for (std::size_t l = 0; l < level_count; ++l) {
      const std::string name = name_of(index_of<Task>(t), index_of<Level>(l));
      if (std::ranges::find(scenarios, name) != scenarios.end()) found.push_back(name);
    }
  return found;
}

std::vector<ComparisonLine> compare_levels(const Store& store, const std::string& reference, const Wish& wish,
                                           const std::vector<std::string>& among) {
  const std::vector<std::string> found = scenarios_by_level(among.empty() ? store.header().scenarios : among);
  if (found.empty())
    refuse("E318", "--by level", "no scenario of this result is named after a task and a level",
           fmt::format("name scenarios guidance_local, guidance_joint, ...; it has: {}",
                       fmt::join(store.header().scenarios, ", ")));
  std::vector<ComparisonLine> lines = compare(store, found, reference, questions_by(store, wish, "level"));
  control_luck(lines);
  return lines;
}

LevelEffects::LevelEffects(const std::vector<ComparisonLine>& lines)
    : lines_(lines), scale_(lines.front().unit == "share" ? 100 : 1), decimals_(decimals_for(lines, scale_)) {}

const ComparisonLine* LevelEffects::line_at(Task task, Level level) const {
  const auto line = std::ranges::find(lines_, name_of(task, level), &ComparisonLine::scenario);
  return line == lines_.end() ? nullptr : &*line;
}

const Difference* LevelEffects::at(Task task, Level level) const {
  const ComparisonLine* line = line_at(task, level);
  return line == nullptr ? nullptr : &line->difference;
}

bool LevelEffects::has(Task task) const {
  for (std::size_t l = 0; l < level_count; ++l)
    if (at(task, index_of<Level>(l)) != nullptr) return true;
  return false;
}

std::string LevelEffects::cell(Task task, Level level) const {
  const ComparisonLine* found = line_at(task, level);
  return found == nullptr ? std::string() : text_of(*found, scale_, decimals_);
}

std::string LevelEffects::title(bool dutch) const {
  const ComparisonLine& first = lines_.front();
  const std::string unit = first.unit == "share" ? "%" : dutch ? std::string(dutch_unit(first.unit)) : first.unit;
  return fmt::format("{} [{}], {}{}{}, {} - {}, {} {}, {} {}", dutch ? first.name_nl : first.name_en, unit,
                     first.question.area, first.area_name.empty() ? "" : " ", first.area_name, first.question.from,
                     first.question.to, dutch ? "tegenover" : "against", first.reference, first.difference.pairs,
                     dutch ? "paren" : "pairs");
}

std::string_view legend_of_effects(bool dutch) {
  return dutch ? "~: geen zichtbaar verschil; (..): kan toeval zijn bij zo veel vergelijkingen; =: precies gelijk; ±: "
                 "half "
                 "95%-interval"
               : "~: no visible difference; (..): may be luck among so many comparisons; =: exactly the same; ±: half "
                 "the "
                 "95 % interval";
}

std::string level_matrix(const std::vector<ComparisonLine>& lines, Language language) {
  const bool dutch = language == Language::Nl;
  const LevelEffects effects(lines);
  Table table{{"task"}, {dutch ? "taak" : "task"}, {}};
  for (const std::string_view level : level_names) table.keys.emplace_back(level), table.titles.emplace_back(level);
  for (std::size_t t = 0; t < task_count; ++t) {
    const Task task = index_of<Task>(t);
    if (!effects.has(task)) continue;
    Table::Row row{std::string(task_names[t])};
    for (std::size_t l = 0; l < level_count; ++l) row.push_back(effects.cell(task, index_of<Level>(l)));
    table.rows.push_back(std::move(row));
  }
  return fmt::format("{}\n\n{}\n{}\n", effects.title(dutch), to_text(table, Format::Text), legend_of_effects(dutch));
}

}  // namespace polder::cli
