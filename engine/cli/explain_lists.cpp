// Everything of a kind at a glance: levers, events, indicators, parameters. From the tables that declare them.
#include <algorithm>

#include "cli/explain.h"
#include "data/problems.h"
#include "polder/indicators/indicator.h"
#include "polder/scenario/event_kind.h"
#include "polder/scenario/lever.h"
#include "scenario/parameter_files.h"

namespace polder::cli {
namespace {

using Titles = std::vector<std::string>;

Table list(Language language, Titles keys, Titles dutch) {
  Table table{keys, language == Language::Nl ? std::move(dutch) : keys, {}};
  return table;
}

std::vector<std::string> parameter_files() {
  std::vector<std::string> files;
  for (const ParameterDeclaration& declared : parameter_declarations())
    if (std::find(files.begin(), files.end(), declared.file) == files.end()) files.emplace_back(declared.file);
  std::sort(files.begin(), files.end());
  return files;
}

void check_parameter_file(const std::string& file) {
  const auto files = parameter_files();
  if (file.empty() || std::find(files.begin(), files.end(), file) != files.end()) return;
  refuse("E320", "polder explain parameters", fmt::format("no parameter file is called '{}'", file),
         did_you_mean(file, files, fmt::format("files: {}", fmt::join(files, ", "))));
}

std::string bounds_of(const Lever& lever) {
  if (lever.kind == LeverKind::Choice || lever.kind == LeverKind::Set) return "";
  const double as_written = lever.kind == LeverKind::Share ? 100 : 1;  // shares are written in percent
  return range_text(lever.least * as_written, lever.most * as_written);
}

std::string key_text(const EventKey& key, Language language) {
  const std::string otherwise = key.otherwise.empty()
                                    ? std::string(in(language, "nodig", "needed"))
                                    : fmt::format("{} {}", in(language, "anders:", "default:"), key.otherwise);
  return fmt::format("{} [{}]; {}", in(language, key.meaning_nl, key.meaning_en), key.unit, otherwise);
}

}  // namespace

Table list_levers(Language language) {
  Table table = list(language, {"lever", "unit", "bounds", "meaning"}, {"knop", "eenheid", "grenzen", "betekenis"});
  for (const Lever& lever : levers())
    table.rows.push_back({std::string(lever.key), std::string(lever.unit), bounds_of(lever),
                          std::string(in(language, lever.meaning_nl, lever.meaning_en))});
  return table;
}

Table list_events(Language language) {
  Table table = list(language, {"event", "keys", "meaning"}, {"gebeurtenis", "sleutels", "betekenis"});
  for (const EventKind& kind : event_kinds()) {
    std::vector<std::string_view> keys;
    for (const EventKey& key : kind.keys) keys.push_back(key.key);
    table.rows.push_back({std::string(kind.key), fmt::format("{}", fmt::join(keys, ", ")),
                          std::string(in(language, kind.meaning_nl, kind.meaning_en))});
  }
  return table;
}

Table list_arrangement_keys(Language language) {
  Table table = list(language, {"key", "meaning"}, {"sleutel", "betekenis"});
  for (const EventKey& key : arrangement_keys()) table.rows.push_back({std::string(key.key), key_text(key, language)});
  return table;
}

Table list_indicators(Language language) {
  Table table = list(language, {"indicator", "unit", "name"}, {"indicator", "eenheid", "naam"});
  for (const Indicator& indicator : indicator_catalogue())
    table.rows.push_back({std::string(indicator.key),
                          std::string(language == Language::Nl ? dutch_unit(indicator.unit) : indicator.unit),
                          std::string(in(language, indicator.name_nl, indicator.name_en))});
  return table;
}

Table list_parameters(const std::filesystem::path& folder, const std::string& file, Language language) {
  check_parameter_file(file);
  data::Problems problems;
  std::vector<Study::InputFile> files;
  const ParameterSet set = read_parameters(folder, files, problems);
  problems.raise();
  Table table = list(language, {"parameter", "value", "unit", "range", "status", "meaning"},
                     {"parameter", "waarde", "eenheid", "bereik", "status", "betekenis"});
  for (const ParameterValue& value : set.list) {
    const ParameterDeclaration* declared = find_parameter(value.key);
    if (declared == nullptr || (!file.empty() && declared->file != file)) continue;
    table.rows.push_back({value.key, value.value, std::string(to_text(declared->unit)),
                          range_text(value.from, value.to), std::string(to_text(value.status)),
                          std::string(in(language, meaning_in_dutch(value.key), declared->meaning))});
  }
  return table;
}

std::optional<Table> explain_event(const std::string& key, Language language) {
  for (const EventKind& kind : event_kinds()) {
    if (kind.key != key) continue;
    Table table{{"what", "value"}, {}, {}};
    table.rows = {{"event", std::string(kind.key)},
                  {"meaning", std::string(in(language, kind.meaning_nl, kind.meaning_en))}};
    for (const EventKey& each : kind.keys) table.rows.push_back({std::string(each.key), key_text(each, language)});
    table.rows.push_back({"example", std::string(kind.example)});
    return table;
  }
  return std::nullopt;
}

}  // namespace polder::cli
