// What `polder explain` can say; each returns nothing when the key is not of its kind.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/options.h"
#include "cli/table.h"
#include "store/store.h"
#include "world/country_files.h"

namespace polder::cli {

class LevelEffects;

/// Without regard to case: names are typed by hand.
bool same(std::string_view a, std::string_view b);

std::optional<Table> explain_parameter(const std::string& key, const std::filesystem::path& parameters,
                                       Language language);
std::optional<Table> explain_lever(const std::string& key, Language language);
std::optional<Table> explain_indicator(const std::string& key, Language language);
/// What compare shows beside the indicators: cost_total.
std::optional<Table> explain_figure(const std::string& key, Language language);
std::optional<Table> explain_error(const std::string& code, Language language);
/// A municipality (old ones too), region or province, by code or name.
std::optional<Table> explain_place(const std::string& key, const CountryFiles& files);
Table explain_schedule(Language language);
/// An event: its keys with unit and default, and an example.
std::optional<Table> explain_event(const std::string& key, Language language);

Table list_levers(Language language);
Table list_events(Language language);
/// The keys of an arrangement that a scenario founds.
Table list_arrangement_keys(Language language);
Table list_indicators(Language language);
/// All parameters, or those of one file (without .yaml); throws InputError E320 if there is no such file.
Table list_parameters(const std::filesystem::path& folder, const std::string& file, Language language);

/// The words left of the facts, in Dutch.
void translate_facts(Table& table);
std::string number_text(double value);
std::string range_text(double least, double most);

/// Every key that one of these knows, for a did-you-mean.
std::vector<std::string> known_keys(const CountryFiles& files);

/// Councils, arrangements and accounts of the municipalities in scope; no rows in a country without these tables.
Table governments_table(const Country& country, const Parameters& parameters);

/// Compares the synthetic population with the country's tables, describes its governments, and compares the national
/// figures with the world at the start and after the warm-up. Returns the text.
std::string explain_world(const Study& study, const OutputOptions& output);

/// Which occupations shrink and grow in a labour-market region in the first year of a study's reference, and the
/// shortest retraining routes from the former to the latter; with `from`, routes from that occupation. Returns the
/// text.
std::string explain_routes(const Study& study, const std::string& region, const std::string& from,
                           const OutputOptions& output);

/// What follows if a plant of a study closes, as a graph: suppliers, services and workers, with the jobs expected in
/// the end, by the tables that a run uses. `firm` as the study names it; empty: the first that closes or threatens to
/// leave. Returns the text.
std::string explain_cascade(const Study& study, const std::string& firm, const OutputOptions& output);
/// The regional analysis of a labour-market region in the first year of a study's reference. Returns the text.
std::string explain_region(const Study& study, const std::string& region, const OutputOptions& output);

/// Which decisions: on a task, in a replicate; of a municipality and what it belongs to, if `area` is not empty.
struct DecisionQuestion {
  std::string task, area;
  std::uint32_t replicate = 0;
};
/// The stored steps of decisions as a story, oldest first, scenario by scenario. Throws InputError E312 if there are
/// none.
Table explain_decision(const Store& store, const DecisionQuestion& asked, Language language);

/// The cards: what a euro for a task is worth at each level by size of municipality, and the share of draws from the
/// ranges of the assumptions in which each level is best; with effects also what moving each task did. Returns the
/// text.
std::string explain_levels(const Study& study, const OutputOptions& output, const LevelEffects* effects = nullptr);

/// Where runs of the same scenario and replicate of two results part: by the months that are stored, and where this
/// program made both by the system. Throws InputError E155 if they have no such run. Returns the text.
std::string explain_results(const std::vector<std::string>& results, std::optional<std::uint32_t> replicate,
                            const OutputOptions& output);

/// Where two scenarios of a study part: month, systems, columns. Returns the text.
std::string explain_difference(const Study& study, const std::vector<std::string>& scenarios, std::uint32_t replicate,
                               const OutputOptions& output);

}  // namespace polder::cli
