// A study that was edited begins another folder. Runs that the edit does not touch keep their identity and are copied.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "store/implementation.h"

namespace polder {
namespace {

using store::Statement;

AreaLevel level_of(std::string_view text) {
  constexpr std::array levels{AreaLevel::Country, AreaLevel::Province, AreaLevel::Region, AreaLevel::Municipality};
  const auto found =
      std::find_if(levels.begin(), levels.end(), [&](AreaLevel level) { return to_text(level) == text; });
  ensure(found != levels.end(), "a stored row names a level of area");
  return *found;
}

/// Rows of `indicators` or `indicators_by` as they were measured.
std::vector<IndicatorRow> indicator_rows(Statement rows, bool parts) {
  const int first = parts ? 4 : 3;
  std::vector<IndicatorRow> found;
  while (rows.step()) {
    IndicatorRow row{.month = month_from_text(rows.text(0)).value_or(never),
                     .level = level_of(rows.text(1)),
                     .area = std::string(rows.text(2)),
                     .part = parts ? std::string(rows.text(3)) : std::string(),
                     .values = {}};
    for (int column = first; column < rows.columns(); ++column) row.values.push_back(rows.number(column));
    found.push_back(std::move(row));
  }
  return found;
}

std::vector<OccupationRow> occupation_rows(const store::Database& database, const Store::Runs& run) {
  Statement rows(database,
                 "SELECT year, area, occupation, seekers, vacancies, employed, change FROM region_analysis"
                 " WHERE scenario = ?1 AND replicate = ?2 ORDER BY year");
  rows.bind(1, run.scenario).bind(2, std::int64_t{run.replicate});
  std::vector<OccupationRow> found;
  while (rows.step())
    found.push_back({Month::of(static_cast<int>(rows.integer(0)), 12), std::string(rows.text(1)),
                     std::string(rows.text(2)), rows.number(3), rows.number(4), rows.number(5), rows.number(6)});
  return found;
}

std::vector<std::uint64_t> month_hashes(Statement rows) {
  std::vector<std::uint64_t> hashes;
  while (rows.step()) hashes.push_back(std::stoull(std::string(rows.text(0)), nullptr, 16));
  return hashes;
}

/// A statement on the rows of one run: `what` FROM `table`.
Statement of_run(const store::Database& database, const Store::Runs& run, std::string_view what,
                 std::string_view table) {
  Statement rows(database,
                 fmt::format("SELECT {} FROM {} WHERE scenario = ?1 AND replicate = ?2 ORDER BY month", what, table));
  rows.bind(1, run.scenario).bind(2, std::int64_t{run.replicate});
  return rows;
}

std::string column_list(const std::vector<Store::Column>& columns) {
  std::string names;
  for (const Store::Column& column : columns) names += ", " + store::quoted(column.key);
  return names;
}

bool same_columns(const std::vector<Store::Column>& ours, const std::vector<Store::Column>& theirs) {
  return std::equal(ours.begin(), ours.end(), theirs.begin(), theirs.end(),
                    [](const Store::Column& a, const Store::Column& b) { return a.key == b.key; });
}

}  // namespace

RunResult Store::stored_run(const Runs& run) const {
  Implementation& self = *implementation_;
  ensure(self.verify(run.scenario, run.replicate), "only a finished run is read back");
  const std::string columns = column_list(self.dictionary);
  RunResult result;
  result.run.replicate = run.replicate;
  result.scenario = run.scenario;
  result.hash = run.hash;
  result.seconds = run.seconds;
  result.observations.indicators =
      indicator_rows(of_run(self.database, run, "month, area_level, area" + columns, "indicators"), false);
  result.observations.indicators_by =
      indicator_rows(of_run(self.database, run, "month, area_level, area, part" + columns, "indicators_by"), true);
  result.observations.occupations = occupation_rows(self.database, run);
  result.observations.decisions = decisions(run.scenario, run.replicate);
  result.observations.ledger = ledger(run.scenario, run.replicate);
  result.observations.month_hashes = month_hashes(of_run(self.database, run, "hash", "months"));
  return result;
}

std::size_t Store::take_over(const Store& other, const std::set<std::string>& wanted) {
  if (!same_columns(dictionary(), other.dictionary())) return 0;
  const std::set<std::string> here = finished();
  std::size_t taken = 0;
  for (const Runs& run : other.runs()) {
    if (run.status != "done" || !wanted.contains(run.hash) || here.contains(run.hash)) continue;
    add(other.stored_run(run));
    ++taken;
  }
  return taken;
}

}  // namespace polder
