#include "architecture/include_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace polder::architecture {
namespace {

const std::vector<Module> module_table{
    {"base", {}},
    {"data", {"base"}},
    {"world", {"base", "data"}},
    {"scenario", {"base", "data", "world"}},
    {"government", {"base"}},
    {"systems", {"base", "world", "scenario", "government"}},
    {"indicators", {"base", "world", "scenario", "government"}},
    {"simulation", {"base", "data", "world", "scenario", "government", "systems", "indicators"}},
    {"ensemble", {"base", "world", "scenario", "indicators", "simulation"}},
    {"store", {"base", "scenario", "indicators", "ensemble"}},
    {"compare", {"base", "scenario", "indicators", "store"}},
    {"sensitivity", {"base", "data", "scenario", "indicators", "store", "compare"}},
    {"report", {"base", "data", "world", "scenario", "government", "indicators", "store", "compare", "sensitivity"}},
    {"calibrate", {"base", "data", "world", "scenario", "indicators", "simulation", "ensemble"}},
    {"reproduce", {"base", "scenario", "indicators", "ensemble", "store"}},
    {"cli",
     {"base", "data", "world", "scenario", "government", "systems", "indicators", "simulation", "ensemble", "store",
      "compare", "report", "calibrate", "sensitivity", "reproduce"}},
};

const std::vector<ThirdParty> third_party_table{
    {"yaml-cpp/", {"engine/data/"}},
    {"sqlite3.h", {"engine/store/"}},
    {"tbb/", {"engine/base/parallel.", "engine/ensemble/"}},
    {"oneapi/", {"engine/base/parallel.", "engine/ensemble/"}},
    {"Eigen/", {"engine/world/"}},
    {"nlohmann/", {"engine/store/", "engine/report/", "engine/reproduce/", "engine/cli/"}},
    {"CLI/", {"engine/cli/"}},
    {"boost/graph/", {"engine/world/", "engine/indicators/network.cpp"}},
    {"boost/random/", {"engine/scenario/samples.cpp"}},
    {"boost/", {"engine/compare/"}},
    {"nlopt.hpp", {"engine/calibrate/minimise.cpp"}},
    {"openssl/", {"engine/base/"}},
    {"zstd.h", {"engine/base/"}},
    {"archive", {"engine/reproduce/archive."}},
    {"spawn.h", {"engine/cli/print."}},
    {"xxhash.h", {"engine/base/"}},
    {"immintrin.h", {"engine/base/avx2.h"}},
    {"base/avx2.h", {"engine/base/philox_avx2.h", "engine/systems/life/bounds_avx2.h"}},
    {"fmt/", {"engine/"}},
};

/// Building the world reads the study, declared in public headers of the scenario; the scenario's code stays unknown.
/// The formulas of government take tasks, levels and parameters as declared, and no code of either.
constexpr std::pair<std::string_view, std::string_view> extra_public[] = {
    {"world", "scenario"}, {"government", "world"}, {"government", "scenario"}};
/// What several fields use: establishments that gain and lose workers, and the chances of a resident. Otherwise fields
/// meet in the World.
constexpr std::string_view shared_headers[] = {"systems/jobs/jobs.h", "systems/life/effort.h"};

constexpr std::string_view public_folder = "include/polder/";
constexpr std::string_view private_folder = "engine/";

/// "world" of "world/build.h".
std::string_view first_part(std::string_view path) { return path.substr(0, path.find('/')); }

/// "systems/labour" of "systems/labour/search.h", "systems" of "systems/system.h".
std::string_view folder_of(std::string_view path) { return path.substr(0, path.rfind('/')); }

bool contains(std::span<const std::string_view> names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

/// Why `target` may not be included, or empty.
std::string reason_against(std::string_view path, std::string_view target) {
  const bool from_public = path.starts_with(public_folder);
  const std::string_view inside = path.substr(from_public ? public_folder.size() : private_folder.size());
  const std::string_view user = first_part(inside);
  const bool to_public = target.starts_with("polder/");
  const std::string_view used = first_part(to_public ? target.substr(7) : target);

  if (target.find('/') == std::string_view::npos || target.starts_with("."))
    return "name the module: \"module/file.h\"";
  if (from_public && !to_public) return "a public header includes public headers only";
  const auto module = std::ranges::find(modules(), user, &Module::name);
  if (module == modules().end()) return fmt::format("'{}' is not a module of the table", user);
  const std::string_view field = folder_of(inside), other = folder_of(target);
  if (user == "systems" && used == "systems" && !to_public) {
    if (field == other || contains(shared_headers, target)) return "";
    return fmt::format("{} may not include {}: they meet in the World", field, target);
  }
  if (used == user || contains(module->uses, used)) return "";
  if (to_public && std::ranges::find(extra_public, std::pair{user, used}) != std::end(extra_public)) return "";
  return fmt::format("{} may not include {}", user, used);
}

std::string reason_against_library(std::string_view path, std::string_view target) {
  for (const ThirdParty& library : third_parties()) {
    if (!target.starts_with(library.header)) continue;
    const bool in_place =
        std::ranges::any_of(library.places, [&](std::string_view place) { return path.starts_with(place); });
    const bool for_cpp_only = library.header == "Eigen/" || library.header == "boost/graph/";
    const bool in_wrong_header = for_cpp_only && path.ends_with(".h");
    if (in_place && !in_wrong_header) return "";
    return fmt::format("<{}> belongs in {}{}", target, fmt::join(library.places, ", "),
                       in_wrong_header ? "*.cpp only" : "");
  }
  const bool standard = target.find_first_of("./") == std::string_view::npos || target.starts_with("sys/") ||
                        contains(std::vector<std::string_view>{"unistd.h", "fcntl.h"}, target);
  return standard ? "" : fmt::format("<{}> is not among the chosen parts", target);
}

}  // namespace

std::span<const Module> modules() { return module_table; }
std::span<const ThirdParty> third_parties() { return third_party_table; }

std::vector<std::string> forbidden_includes(const SourceFile& file) {
  std::vector<std::string> findings;
  for (const Include& include : includes_of(file.text)) {
    const std::string reason =
        include.quoted ? reason_against(file.path, include.target) : reason_against_library(file.path, include.target);
    if (!reason.empty()) findings.push_back(at(file.path, include.line, reason));
  }
  return findings;
}

}  // namespace polder::architecture
