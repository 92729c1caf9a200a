// Parameters, levers, indicators, places and the schedule: every answer comes from the table that declares it.
#include <algorithm>
#include <array>

#include "cli/error_codes.h"
#include "cli/explain.h"
#include "compare/pareto.h"
#include "polder/indicators/indicator.h"
#include "polder/scenario/event_kind.h"
#include "polder/scenario/lever.h"
#include "polder/simulation/simulation.h"
#include "scenario/parameter_files.h"

namespace polder::cli {
namespace {

Table facts() { return {{"what", "value"}, {}, {}}; }

struct Word {
  std::string_view en, nl;
};
/// What stands left of a fact; levers, parameters, keys of events and codes are the same in both languages.
constexpr std::array words{Word{"lever", "knop"},
                           Word{"event", "gebeurtenis"},
                           Word{"meaning", "betekenis"},
                           Word{"unit", "eenheid"},
                           Word{"bounds", "grenzen"},
                           Word{"value", "waarde"},
                           Word{"range", "bereik"},
                           Word{"source", "bron"},
                           Word{"file", "bestand"},
                           Word{"change it", "verander het"},
                           Word{"who", "wie"},
                           Word{"relative", "relatief"},
                           Word{"long form", "lange vorm"},
                           Word{"example", "voorbeeld"},
                           Word{"name", "naam"},
                           Word{"number", "nummer"},
                           Word{"municipality", "gemeente"},
                           Word{"province", "provincie"},
                           Word{"labour-market region", "arbeidsmarktregio"},
                           Word{"population", "inwoners"},
                           Word{"employed residents", "werkende inwoners"},
                           Word{"unemployed residents", "werkloze inwoners"},
                           Word{"ww recipients", "ontvangers van ww"},
                           Word{"bijstand recipients", "ontvangers van bijstand"},
                           Word{"jobs", "banen"},
                           Word{"municipalities", "gemeenten"},
                           Word{"now", "nu"}};

Table municipality_facts(const MunicipalityFacts& facts_of, const Country& country) {
  Table table = facts();
  table.rows = {{"municipality", fmt::format("{} {}", facts_of.code, facts_of.name)},
                {"province", fmt::format("{} {}", country.provinces[facts_of.province].code,
                                         country.provinces[facts_of.province].name)},
                {"labour-market region",
                 fmt::format("{} {}", country.regions[facts_of.region].code, country.regions[facts_of.region].name)},
                {"population", facts_of.population},
                {"employed residents", facts_of.employed},
                {"unemployed residents", facts_of.unemployed},
                {"ww recipients", facts_of.ww},
                {"bijstand recipients", facts_of.bijstand}};
  double jobs = 0;
  for (const double in_sector : facts_of.jobs) jobs += in_sector;
  table.rows.push_back({"jobs", jobs});
  for (const SectorIndex sector : rows_of(country.sectors)) {
    table.rows.push_back({fmt::format("jobs in {} {}", country.sectors[sector].code, country.sectors[sector].name_en),
                          facts_of.jobs[number(sector)]});
  }
  return table;
}

/// Members and totals of a region or province.
template <class Belongs>
Table area_facts(std::string_view kind, const Area& area, const Country& country, Belongs belongs) {
  Table table = facts();
  double population = 0, employed = 0, unemployed = 0;
  std::string members;
  for (const MunicipalityFacts& municipality : country.municipalities) {
    if (!belongs(municipality)) continue;
    population += municipality.population;
    employed += municipality.employed;
    unemployed += municipality.unemployed;
    members += fmt::format("{}{} {}", members.empty() ? "" : ", ", municipality.code, municipality.name);
  }
  table.rows = {{std::string(kind), fmt::format("{} {}", area.code, area.name)},
                {"population", population},
                {"employed residents", employed},
                {"unemployed residents", unemployed},
                {"municipalities", members}};
  return table;
}

}  // namespace

std::string number_text(double value) { return fmt::format("{:.10g}", value); }

std::string range_text(double least, double most) {
  return fmt::format("{} to {}", number_text(least), number_text(most));
}

void translate_facts(Table& table) {
  if (table.keys.front() != "what") return;
  for (Table::Row& row : table.rows) {
    const auto found = std::find_if(words.begin(), words.end(),
                                    [&](const Word& word) { return row.front().get<std::string>() == word.en; });
    if (found != words.end()) row.front() = std::string(found->nl);
  }
}

bool same(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

std::optional<Table> explain_parameter(const std::string& key, const std::filesystem::path& folder, Language language) {
  const ParameterDeclaration* declared = find_parameter(key);
  if (declared == nullptr) return std::nullopt;
  data::Problems problems;
  std::vector<Study::InputFile> files;
  const ParameterSet set = read_parameters(folder, files, problems);
  problems.raise();
  Table table = facts();
  table.rows = {{"parameter", std::string(declared->key)},
                {"meaning", std::string(in(language, meaning_in_dutch(key), declared->meaning))},
                {"unit", std::string(to_text(declared->unit))},
                {"bounds", range_text(declared->least, declared->most)}};
  for (const ParameterValue& value : set.list) {
    if (value.key != key) continue;
    table.rows.push_back({"value", value.value});
    table.rows.push_back({"range", range_text(value.from, value.to)});
    table.rows.push_back({"status", std::string(to_text(value.status))});
    table.rows.push_back({"source", value.source});
    table.rows.push_back({"file", value.file});
  }
  table.rows.push_back({"change it", fmt::format("--set parameters.{}=VALUE", declared->key)});
  return table;
}

namespace {

/// The first two things that may be in a set.
std::string two_of(const Lever& lever) {
  std::string text(lever.unit.substr(0, lever.unit.find('|', lever.unit.find('|') + 1)));
  return text.replace(text.find('|'), 1, ", ");
}

/// The lever that is given by its parts.
Table explain_parts(Language language) {
  Table table = facts();
  table.rows.push_back({"lever", std::string(lever_of_parts)});
  for (const Lever& lever : levers())
    if (is_part(lever))
      table.rows.push_back({std::string(lever.key.substr(lever_of_parts.size() + 1)),
                            std::string(in(language, lever.meaning_nl, lever.meaning_en))});
  table.rows.push_back({"unit", "%, 100 together"});
  table.rows.push_back({"write", fmt::format("{}: {{municipalities: 40 %, employers: 60 %}}", lever_of_parts)});
  return table;
}

}  // namespace

std::optional<Table> explain_lever(const std::string& key, Language language) {
  if (key == lever_of_parts) return explain_parts(language);
  const Lever* lever = find_lever(key);
  if (lever == nullptr) return std::nullopt;
  Table table = facts();
  table.rows = {{"lever", std::string(lever->key)},
                {"meaning", std::string(in(language, lever->meaning_nl, lever->meaning_en))},
                {"unit", std::string(lever->unit)}};
  if (lever->kind == LeverKind::Set)
    table.rows.push_back({"write", fmt::format("{}: [{}]", lever->key, two_of(*lever))});
  else if (lever->kind != LeverKind::Choice) {
    const double as_written = lever->kind == LeverKind::Share ? 100 : 1;  // shares are written in percent
    table.rows.push_back({"bounds", range_text(lever->least * as_written, lever->most * as_written)});
  }
  if (is_part(*lever)) table.rows.push_back({"a part of", std::string(lever_of_parts)});
  if (lever->per_municipality) table.rows.push_back({"who", "municipalities, regions or provinces"});
  if (lever->relative_allowed) table.rows.push_back({"relative", "a share of the figure may be given: 150 %"});
  if (!lever->value_key.empty()) {
    table.rows.push_back({"long form", fmt::format("{{{}: .., from: 2026-01, to: 2026-12}}", lever->value_key)});
  }
  return table;
}

std::optional<Table> explain_indicator(const std::string& key, Language language) {
  const Indicator* indicator = find_indicator(key);
  if (indicator == nullptr) return std::nullopt;
  Table table = facts();
  table.rows = {{"indicator", std::string(indicator->key)},
                {"name", std::string(in(language, indicator->name_nl, indicator->name_en))},
                {"meaning", std::string(in(language, indicator->meaning_nl, indicator->meaning_en))},
                {"unit", std::string(language == Language::Nl ? dutch_unit(indicator->unit) : indicator->unit)}};
  if (indicator->number > 0) table.rows.push_back({"number", fmt::format("I{:02}", indicator->number)});
  return table;
}

std::optional<Table> explain_figure(const std::string& key, Language language) {
  const auto figure = std::ranges::find(figures_of_compare(), std::string_view(key), &Figure::key);
  if (figure == figures_of_compare().end()) return std::nullopt;
  Table table = facts();
  table.rows = {{"in compare", std::string(figure->key)},
                {"name", std::string(in(language, figure->name_nl, figure->name_en))},
                {"meaning", std::string(in(language, figure->meaning_nl, figure->meaning_en))},
                {"unit", std::string(language == Language::Nl ? dutch_unit(figure->unit) : figure->unit)}};
  return table;
}

std::optional<Table> explain_error(const std::string& code, Language language) {
  const auto codes = error_codes();
  const auto found = std::find_if(codes.begin(), codes.end(), [&](const ErrorCode& e) { return same(e.code, code); });
  if (found == codes.end()) return std::nullopt;
  Table table = facts();
  table.rows = {{"code", std::string(found->code)}, {"meaning", std::string(in(language, found->nl, found->en))}};
  return table;
}

std::optional<Table> explain_place(const std::string& key, const CountryFiles& files) {
  const Country& country = files.country;
  for (const MunicipalityFacts& municipality : country.municipalities) {
    if (same(municipality.code, key) || same(municipality.name, key)) return municipality_facts(municipality, country);
  }
  for (const RegionIndex region : rows_of(country.regions)) {
    const Area& area = country.regions[region];
    if (!same(area.code, key) && !same(area.name, key)) continue;
    return area_facts("labour-market region", area, country, [&](const auto& m) { return m.region == region; });
  }
  for (const ProvinceIndex province : rows_of(country.provinces)) {
    const Area& area = country.provinces[province];
    if (!same(area.code, key) && !same(area.name, key)) continue;
    return area_facts("province", area, country, [&](const auto& m) { return m.province == province; });
  }
  for (const OldMunicipality& old : files.history) {
    if (!same(old.code, key) && !same(old.name, key)) continue;
    Table table = facts();
    table.rows = {{"municipality", fmt::format("{} {}, until {}", old.code, old.name, old.last_year)},
                  {"now", fmt::format("{}", fmt::join(old.successors, ", "))}};
    return table;
  }
  return std::nullopt;
}

Table explain_schedule(Language language) {
  Table table{{"system", "when", "does"}, {"system", "when", "does"}, {}};
  if (language == Language::Nl) table.titles = {"systeem", "wanneer", "doet"};
  for (const ScheduleLine& line : schedule_lines()) {
    table.rows.push_back({std::string(line.name), std::string(line.when), std::string(line.does)});
  }
  return table;
}

std::vector<std::string> known_keys(const CountryFiles& files) {
  std::vector<std::string> keys{"schedule", "world",        "routes",     "region",    "levers",
                                "events",   "arrangements", "indicators", "parameters"};
  for (const EventKind& kind : event_kinds()) keys.emplace_back(kind.key);
  for (const ParameterDeclaration& declared : parameter_declarations()) keys.emplace_back(declared.key);
  for (const Lever& lever : levers()) keys.emplace_back(lever.key);
  for (const Indicator& indicator : indicator_catalogue()) keys.emplace_back(indicator.key);
  for (const Figure& figure : figures_of_compare()) keys.emplace_back(figure.key);
  for (const ErrorCode& code : error_codes()) keys.emplace_back(code.code);
  for (const MunicipalityFacts& municipality : files.country.municipalities) {
    keys.push_back(municipality.code);
    keys.push_back(municipality.name);
  }
  for (const Area& region : files.country.regions) keys.insert(keys.end(), {region.code, region.name});
  for (const Area& province : files.country.provinces) keys.insert(keys.end(), {province.code, province.name});
  for (const OldMunicipality& old : files.history) keys.insert(keys.end(), {old.code, old.name});
  return keys;
}

}  // namespace polder::cli
