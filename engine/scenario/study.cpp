#include "scenario/study.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "scenario/fields.h"
#include "scenario/parameter_files.h"
#include "scenario/settings.h"
#include "scenario/tree.h"
#include "scenario/values.h"
#include "scenario/vary.h"
#include "world/assumptions.h"
#include "world/build.h"
#include "world/country_files.h"
#include "world/vintage.h"

namespace polder {
namespace {

namespace fs = std::filesystem;

fs::path whole(const fs::path& path) {
  std::error_code ignored;
  return fs::weakly_canonical(fs::absolute(path, ignored), ignored);
}

/// As a user would name it from where he stands: relative if it lies below.
fs::path shown(const fs::path& path) {
  std::error_code failed;
  const fs::path here = fs::current_path(failed);
  const fs::path relative = whole(path).lexically_relative(here);
  return failed || relative.empty() || *relative.begin() == ".." ? whole(path) : relative;
}

bool is_scenarios_folder(const fs::path& folder) {
  std::error_code ignored;
  return fs::is_directory(folder / "countries", ignored) && fs::is_directory(folder / "parameters", ignored);
}

/// The nearest such folder above `start`, or in a folder `scenarios` above it.
std::optional<fs::path> folder_above(fs::path start) {
  for (;; start = start.parent_path()) {
    if (is_scenarios_folder(start)) return start;
    if (is_scenarios_folder(start / "scenarios")) return start / "scenarios";
    if (start == start.parent_path()) return std::nullopt;
  }
}

/// <prefix>/share/polder/scenarios of the program that runs, if it is installed.
fs::path installed_scenarios() {
  std::error_code failed;
  const fs::path program = fs::read_symlink("/proc/self/exe", failed);
  return failed ? fs::path() : program.parent_path().parent_path() / "share" / "polder" / "scenarios";
}

std::optional<fs::path> find_scenarios_folder(const fs::path& study_file) {
  if (auto found = folder_above(whole(study_file).parent_path())) return found;
  if (auto found = folder_above(whole("."))) return found;
  for (const fs::path& folder : {installed_scenarios(), fs::path(POLDER_SOURCES) / "scenarios"})
    if (is_scenarios_folder(folder)) return folder;
  return std::nullopt;
}

std::vector<Override> overrides_of(const StudyOptions& options) {
  std::vector<Override> overrides;
  for (const auto& text : options.set) overrides.push_back(parse_set(text));
  const auto flag = [&](std::string name, std::string path, const std::string& value) {
    overrides.push_back({std::move(name), value, std::move(path), value});
  };
  if (options.sample) flag("--sample", "sample", *options.sample);
  if (options.replicates) flag("--replicates", "replicates", std::to_string(*options.replicates));
  if (options.seed) flag("--seed", "seed", std::to_string(*options.seed));
  return overrides;
}

/// Names of files relative to the scenarios folder; those outside it by their file name, numbered when they repeat.
void name_files(std::vector<Study::InputFile>& files, const fs::path& folder) {
  std::map<std::string, int> used;
  for (auto& file : files) {
    if (file.name.empty()) {
      const fs::path relative = whole(file.path).lexically_relative(whole(folder));
      const bool outside = relative.empty() || *relative.begin() == "..";
      file.name = outside ? fs::path(file.path).filename().generic_string() : relative.generic_string();
    }
    const int times = used[file.name]++;
    if (times > 0) file.name = fmt::format("{}-{}", times + 1, file.name);
  }
}

/// Where the parts of a study are looked up.
struct Sources {
  fs::path study;                    // the file
  std::vector<fs::path> bases;       // of copies: what it extends, one after another
  fs::path scenarios;                // with countries/ and parameters/
  std::optional<fs::path> country;   // of copies: the folder, whatever path the study writes
};

std::vector<std::string> countries_in(const fs::path& folder) {
  std::vector<std::string> keys;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(folder / "countries", ignored))
    if (entry.is_directory(ignored)) keys.push_back(entry.path().filename().string());
  std::sort(keys.begin(), keys.end());
  return keys;
}

/// The country's folder, or nothing when there is no such country.
std::optional<fs::path> read_world(Fields& top, const Sources& sources, Study& study, data::Problems& problems) {
  const auto* node = top.need("world", "netherlands");
  const auto key = node == nullptr ? std::nullopt : read_text(*node, problems);
  if (!key) return std::nullopt;
  study.country = *key;
  const bool is_path = key->find('/') != std::string::npos || key->starts_with('.');
  const fs::path named = is_path ? sources.study.parent_path() / *key : sources.scenarios / "countries" / *key;
  const fs::path country = sources.country.value_or(named);
  std::error_code ignored;
  study.country_folder = country.string();
  if (fs::is_directory(country, ignored)) return shown(country);
  const auto known = countries_in(sources.scenarios);
  std::string help = did_you_mean(*key, known);
  if (help.empty()) help = fmt::format("countries: {}", fmt::join(known, ", "));
  problems.add(problem_at(*node, "E107", fmt::format("world: there is no country '{}'", *key), help));
  return std::nullopt;
}

CountryFiles read_places(const fs::path& folder, Study& study, data::Problems& problems) {
  CountryFiles country = read_country(folder, problems);
  const std::string prefix = "countries/" + whole(folder).filename().string() + "/";
  for (auto& file : country.files)
    study.files.push_back({(folder / file.name).string(), prefix + file.name, std::move(file.bytes)});
  return country;
}

/// The vintage of the country, checked against its table if that has no mistakes of its own.
void read_vintage(Fields& top, const CountryFiles& country, bool usable, Study& study, data::Problems& problems) {
  const auto* node = top.take("vintage");
  const auto name = node == nullptr ? std::nullopt : read_text(*node, problems);
  if (!name || !usable) return;
  study.vintage = *name;
  if (find_vintage(country, *name) != nullptr) return;
  std::vector<std::string> known;
  for (const Vintage& vintage : country.vintages) known.push_back(vintage.name);
  problems.add(problem_at(*node, "E195", fmt::format("vintage: {} has no vintage '{}'", study.country, *name),
                          known.empty() ? "it has no table vintages.csv: leave 'vintage' out"
                                        : fmt::format("vintages: {}; without the key its tables are taken as they are",
                                                      fmt::join(known, ", "))));
}

/// Plants that are read well, against the whole country: a mistake elsewhere would hide that one is too large (E150) or
/// too small for the sample (E162), as no world is made then. What needs the scope (E151, E161) waits for the world.
void check_plants(const CountryFiles& tables, const Study& study, data::Problems& problems) {
  if (!study.vintage.empty() && find_vintage(tables, study.vintage) == nullptr) return;
  std::vector<PlacedFirm> read = study.placed;
  std::erase_if(
      read, [](const PlacedFirm& firm) { return firm.municipality.empty() || firm.sector.empty() || firm.jobs <= 0; });
  if (read.empty()) return;
  const auto on_its_line = [&](const Problem& one) {  // "jobs: 1,500": 1 job is not what was meant
    return std::ranges::any_of(problems.all(),
                               [&](const Problem& other) { return other.file == one.file && other.line == one.line; });
  };
  data::Problems found;
  place_plants(country_of(tables, study.vintage), read, study.weight, found);
  for (const Problem& problem : found.all())
    if ((problem.code == "E150" || problem.code == "E162") && !on_its_line(problem)) problems.add(problem);
}

/// What the synthetic population takes for granted stands in the list too: every result names all that it assumes.
void list_assumptions(Study& study) {
  for (ParameterValue& value : study.parameter_values)
    if (const ParameterDeclaration* declared = find_parameter(value.key)) value.unit = to_text(declared->unit);
  for (const Assumption& one : world_assumptions())
    study.parameter_values.push_back({one.key, one.unit, one.value, one.value, one.value, Status::Assumed,
                                      fmt::format("{}: {}", one.meaning, one.source), "synthetic population"});
}

/// Parameters of the program, then of the country, then of the study; all that are in force.
ParameterSet read_all_parameters(Fields& top, const fs::path& folder, const std::optional<fs::path>& country,
                                 Study& study, data::Problems& problems) {
  data::Problems found;
  ParameterSet set = read_parameters(shown(folder / "parameters"), study.files, found);
  check_complete(set, shown(folder / "parameters").string(), found);
  std::error_code ignored;
  if (country && fs::is_regular_file(*country / "parameters.yaml", ignored)) {
    const fs::path path = *country / "parameters.yaml";
    if (const auto bytes = data::read_file(path, 1u << 20, "E102", found)) {
      read_parameter_file(path.string(), *bytes, {}, set, found);
      const std::string name = "countries/" + whole(*country).filename().string() + "/parameters.yaml";
      const auto same = [&](const Study::InputFile& file) { return file.name == name; };
      if (std::none_of(study.files.begin(), study.files.end(), same))
        study.files.push_back({path.string(), name, *bytes});
    }
  }
  if (const auto* block = top.take("parameters")) read_parameter_block(*block, set, found, study.warnings);
  check_sums(set, found);
  for (const auto& problem : found.all()) problems.add(problem);
  study.parameters = set.values;
  study.parameter_values = set.list;
  list_assumptions(study);
  return set;
}

/// The study's own files first, then others as they first appear; in a file by line. Each problem once.
std::vector<Problem> in_reading_order(const std::vector<Problem>& all, const Study& study) {
  std::vector<std::string> files;
  for (const auto& file : study.files) files.push_back(file.path);
  for (const auto& problem : all)
    if (std::find(files.begin(), files.end(), problem.file) == files.end()) files.push_back(problem.file);
  std::vector<Problem> sorted = all;
  const auto rank = [&](const Problem& problem) {
    return std::tuple(std::find(files.begin(), files.end(), problem.file), problem.line, problem.column);
  };
  std::stable_sort(sorted.begin(), sorted.end(), [&](const Problem& a, const Problem& b) { return rank(a) < rank(b); });
  const auto equal = [&](const Problem& a, const Problem& b) {
    return rank(a) == rank(b) && a.code == b.code && a.message == b.message;
  };
  sorted.erase(std::unique(sorted.begin(), sorted.end(), equal), sorted.end());
  return sorted;
}

void raise(const data::Problems& problems, const Study& study) {
  if (!problems.any_error()) return;
  std::vector<Problem> all = problems.all();
  all.insert(all.end(), study.warnings.begin(), study.warnings.end());
  throw InputError(in_reading_order(all, study));
}

Study read_study(const std::string& name, Sources sources, const StudyOptions& options) {
  const std::vector<Override> overrides = overrides_of(options);
  data::Problems problems;
  Study study;
  std::optional<data::Node> tree = read_tree(sources.study, sources.bases, study.files, problems);
  if (!tree) problems.raise();
  if (sources.scenarios.empty()) sources.scenarios = scenarios_folder(sources.study);
  apply_overrides(*tree, overrides, problems);
  for (const Override& each : overrides) study.overrides.push_back(each.path + "=" + each.value);
  name_files(study.files, sources.scenarios);
  study.name = name;

  Fields top(*tree, problems);
  read_schema(top, problems);
  const auto country = read_world(top, sources, study, problems);
  data::Problems of_country;
  const CountryFiles tables = country ? read_places(*country, study, of_country) : CountryFiles{};
  const bool usable = country && !of_country.any_error();
  for (const MunicipalityFacts& each : tables.country.municipalities) study.place_names[each.code] = each.name;
  for (const Area& each : tables.country.regions) study.place_names[each.code] = each.name;
  read_vintage(top, tables, usable, study, problems);
  const Places places(tables, usable);
  Reading reading{study, places, problems};
  read_settings(top, reading);
  read_period(top, reading);
  read_scope(top, reading);
  read_placed(top, reading);
  if (usable) check_plants(tables, study, problems);
  if (!options.indicators.empty()) check_until(study, options.indicators, problems);
  read_scenarios(top, reading);
  for (const auto& problem : of_country.all()) problems.add(problem);
  const ParameterSet set = read_all_parameters(top, sources.scenarios, country, study, problems);
  read_design(top, set, reading);
  top.finish();
  raise(problems, study);
  for (const auto& problem : problems.all()) study.warnings.push_back(problem);
  for (auto& warning : odd_settings(study)) study.warnings.push_back(std::move(warning));
  study.warnings = in_reading_order(study.warnings, study);
  study.resolved = resolved_study(study);
  return study;
}

}  // namespace

fs::path scenarios_folder(const fs::path& study_file) {
  if (auto found = find_scenarios_folder(study_file)) return *found;
  data::Problems problems;
  problems.add("E200", study_file.string(),
               "no folder 'scenarios' with countries/ and parameters/ lies above it, above the current folder or "
               "beside the program",
               "put the study below scenarios/studies, or install polder with its scenarios");
  throw InputError(problems.all());
}

fs::path country_folder(const fs::path& study_file, const std::string& country) {
  const bool is_path = country.find('/') != std::string::npos || country.starts_with('.');
  return is_path ? study_file.parent_path() / country : scenarios_folder(study_file) / "countries" / country;
}

void check_until(const Study& study, const std::vector<std::string>& indicators, data::Problems& problems) {
  if (!study.until || study.until->indicator.empty()) return;
  const std::string& key = study.until->indicator;
  if (std::find(indicators.begin(), indicators.end(), key) != indicators.end()) return;
  std::string help = did_you_mean(key, indicators);
  if (help.empty()) help = fmt::format("indicators are {}", fmt::join(indicators, ", "));
  const Origin& at = study.until->origin;
  problems.add({"E356", at.file, at.line, at.column, at.width,
                fmt::format("replicates.until.indicator: nothing is measured as '{}'", key), std::move(help),
                at.source_line});
}

Study load_study(const fs::path& file, const StudyOptions& options) {
  const std::string name =
      file.stem() == "study" ? whole(file).parent_path().filename().string() : file.stem().string();
  return read_study(name, {file, {}, {}, {}}, options);
}

Study load_copies(const StudyCopies& copies, const std::vector<std::string>& set) {
  Sources sources{copies.folder / copies.names.at(0), {}, copies.folder, {}};
  for (const std::string& name : copies.names) {
    if (name != copies.names.front()) sources.bases.push_back(copies.folder / name);
    const fs::path path(name);
    if (sources.country || path.begin() == path.end() || *path.begin() != "countries") continue;
    sources.country = copies.folder / "countries" / *std::next(path.begin());
  }
  StudyOptions options;
  options.set = set;
  return read_study(copies.study, sources, options);
}

}  // namespace polder
