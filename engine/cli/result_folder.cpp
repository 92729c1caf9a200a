#include "cli/result_folder.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "base/hash.h"
#include "cli/build_facts.h"
#include "cli/options.h"
#include "data/problems.h"
#include "report/context.h"
#include "simulation/model_sources.h"
#include "store/files.h"
#include "store/manifest.h"

namespace polder::cli {
namespace {

namespace fs = std::filesystem;

/// The study of a result that any version of polder wrote; nothing for other folders and damaged manifests.
std::optional<std::string> study_in(const fs::path& folder) {
  if (!fs::is_regular_file(folder / "manifest.json")) return std::nullopt;
  const auto json = nlohmann::json::parse(store::read_file(folder / "manifest.json"), nullptr, false);
  const auto text = [&](const char* key) -> std::string {
    if (!json.is_object()) return {};
    const auto value = json.find(key);
    return value != json.end() && value->is_string() ? value->get<std::string>() : std::string();
  };
  return text("schema").starts_with("polder/result/") ? std::optional(text("study")) : std::nullopt;
}

bool is_result(const fs::path& folder) { return study_in(folder).has_value(); }

}  // namespace

StoreHeader this_program() {
  StoreHeader header;
  header.engine_version = engine_version();
  header.model_sources = model_sources_hash();
  header.commit = built_from();
  header.flags = built_with();
  return header;
}

StoreHeader header_of(const Study& study) {
  StoreHeader header = this_program();
  header.study = study.name;
  header.title_nl = study.title_nl;
  header.title_en = study.title_en;
  header.reference = study.reference;
  for (const Scenario& scenario : study.scenarios) {
    header.scenarios.push_back(scenario.name);
    if (!scenario.title.en.empty()) header.titles[std::string(varied_scenario(scenario.name))] = scenario.title;
  }
  header.weight = study.weight;
  header.seed = study.seed;
  header.from = study.from;
  header.to = study.to;
  header.focus = study.scope ? study.scope->region : "NL";
  return header;
}

fs::path default_folder(const Study& study) {
  const store::Manifest manifest = store::manifest_of(study, header_of(study));
  std::string text = fmt::format("{}\n{}\n{}\n{}\n", manifest.header.model_sources, manifest.header.weight,
                                 manifest.header.seed, manifest.settings);
  for (const auto& input : manifest.inputs) text += fmt::format("{} {}\n", input.name, input.sha256);
  return fs::path("results") / fmt::format("{}-{}", study.name, sha256_hex(text).substr(0, 6));
}

void remove_result(const fs::path& folder, const Study& study) {
  if (!fs::exists(folder)) return;
  const auto stored = study_in(folder);
  if (!stored) {
    refuse("E310", folder.string(), "--fresh removes results of polder only, and this is none: it has no manifest.json",
           "choose another --out, or remove it yourself");
  }
  if (*stored != study.name) {
    refuse("E317", folder.string(),
           fmt::format("--fresh removes results of the study '{}' only; this folder holds a result of the study '{}'",
                       study.name, *stored),
           "choose another --out, or remove it yourself");
  }
  const store::FolderLock nobody_writes(folder);
  fs::remove_all(folder);
}

std::size_t take_over_from_neighbours(Store& store, const std::function<std::set<std::string>()>& wanted) {
  std::vector<fs::path> neighbours;
  for (const auto& entry : fs::directory_iterator(fs::absolute(store.folder()).lexically_normal().parent_path())) {
    if (entry.is_directory() && !fs::equivalent(entry.path(), store.folder()) && is_result(entry.path())) {
      neighbours.push_back(entry.path());
    }
  }
  std::sort(neighbours.begin(), neighbours.end());
  std::optional<std::set<std::string>> identities;
  std::size_t taken = 0;
  for (const fs::path& neighbour : neighbours) {
    try {
      const Store other = Store::open(neighbour);
      if (other.header().study != store.header().study) continue;
      if (other.header().model_sources != store.header().model_sources) continue;
      if (!identities) identities = wanted();
      taken += store.take_over(other, *identities);
    } catch (const InputError&) {
      continue;
    }
  }
  return taken;
}

void note_finished(const Store& store, RunPlan& plan) {
  plan.stored.clear();
  for (const Store::Runs& run : store.runs())
    if (run.status == "done") plan.stored.emplace(run.scenario, run.replicate);
}

std::map<std::string, std::string> area_names(const Store& store) { return report::places_in(store).names; }

fs::path result_or_newest(const fs::path& named) {
  if (!named.empty()) return named;
  std::optional<std::pair<fs::file_time_type, fs::path>> newest;
  if (fs::is_directory("results")) {
    for (const auto& entry : fs::directory_iterator("results")) {
      if (!entry.is_directory() || !is_result(entry.path())) continue;
      const std::pair candidate{fs::last_write_time(entry.path() / "manifest.json"), entry.path()};
      if (!newest || candidate > *newest) newest = candidate;
    }
  }
  if (!newest) refuse("E311", "results", "there are no results here", "run a study first: polder run STUDY");
  return newest->second;
}

}  // namespace polder::cli
