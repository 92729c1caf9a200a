#include "cli/level_matrix.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "cli/table.h"
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

std::string cell(const Difference& found, double scale, int decimals) {
  if (found.pairs == 0) return "-";
  if (found.higher + found.lower == 0) return "=";
  const double half = (found.high - found.low) / 2 * scale;
  if (std::isnan(half)) return fmt::format("{:+.{}f}?", found.mean * scale, decimals);
  const bool visible = found.low > 0 || found.high < 0;
  return visible ? fmt::format("{:+.{}f} ± {:.{}f}", found.mean * scale, decimals, half, decimals)
                 : fmt::format("~ ± {:.{}f}", half, decimals);
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

std::string level_matrix(const std::vector<ComparisonLine>& lines, Language language) {
  const bool dutch = language == Language::Nl;
  const ComparisonLine& first = lines.front();
  const bool share = first.unit == "share";
  const double scale = share ? 100 : 1;
  const int decimals = decimals_for(lines, scale);
  Table table{{"task"}, {dutch ? "taak" : "task"}, {}};
  for (const std::string_view level : level_names) table.keys.emplace_back(level), table.titles.emplace_back(level);
  for (std::size_t t = 0; t < task_count; ++t) {
    Table::Row row{std::string(task_names[t])};
    bool any = false;
    for (std::size_t l = 0; l < level_count; ++l) {
      const auto line =
          std::ranges::find(lines, name_of(index_of<Task>(t), index_of<Level>(l)), &ComparisonLine::scenario);
      any = any || line != lines.end();
      row.push_back(line == lines.end() ? std::string() : cell(line->difference, scale, decimals));
    }
    if (any) table.rows.push_back(std::move(row));
  }
  const std::string unit = share ? "%" : dutch ? std::string(dutch_unit(first.unit)) : first.unit;
  const std::string legend = dutch ? "~: geen zichtbaar verschil; =: precies gelijk; ±: half 95%-interval"
                                   : "~: no visible difference; =: exactly the same; ±: half the 95 % interval";
  return fmt::format("{} [{}], {} {}, {} - {}, {} {}, {} {}\n\n{}\n{}\n", dutch ? first.name_nl : first.name_en, unit,
                     first.question.area, first.area_name, first.question.from, first.question.to,
                     dutch ? "tegenover" : "against", first.reference, first.difference.pairs,
                     dutch ? "paren" : "pairs", to_text(table, Format::Text), legend);
}

}  // namespace polder::cli
