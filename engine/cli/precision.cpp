#include "cli/precision.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "data/yaml.h"
#include "scenario/values.h"

namespace polder::cli {
namespace {

constexpr std::size_t most_named = 10;  // scenarios that need more, one by one

std::string amount(double value) {
  return std::abs(value) >= 100 ? fmt::format("{:.0f}", value) : fmt::format("{:.3g}", value);
}

/// The setting `replicates` of a result; nothing where it is not to be read.
data::Node replicates_setting(const Store& store) {
  data::Problems damaged;
  const data::Node tree = data::read_yaml(store.folder() / "resolved.yaml", damaged);
  const data::Node* replicates = damaged.any_error() ? nullptr : tree.find("replicates");
  return replicates == nullptr ? data::Node{} : *replicates;
}

}  // namespace

std::vector<std::pair<std::string, std::string>> references_in(const Study& study) {
  std::vector<std::string> names;
  for (const Scenario& scenario : study.scenarios) names.push_back(scenario.name);
  const auto references = references_of(names, study.reference);
  std::vector<std::pair<std::string, std::string>> pairs;
  for (const std::string& name : names)
    if (const auto found = references.find(name); found != references.end()) pairs.emplace_back(name, found->second);
  return pairs;
}

std::vector<std::pair<std::string, std::string>> compared_scenarios(const Study& study,
                                                                    const std::vector<ScenarioIndex>& chosen) {
  std::set<std::string> names;
  for (const ScenarioIndex scenario : chosen) names.insert(study.scenarios[number(scenario)].name);
  auto pairs = references_in(study);
  if (!chosen.empty()) std::erase_if(pairs, [&](const auto& pair) { return !names.contains(pair.first); });
  return pairs;
}

WantedPrecision wanted_precision(const Precision& until, const Store& store) {
  return {until.indicator, until.area.empty() ? store.header().focus : until.area, until.half_width, until.relative};
}

std::vector<std::string> precision_text(const std::vector<KnownPrecision>& known, const WantedPrecision& wanted,
                                        std::uint32_t replicates, Language language) {
  const auto missed =
      static_cast<std::size_t>(std::ranges::count_if(known, [](const KnownPrecision& each) { return !each.reached; }));
  std::vector<std::string> lines;
  if (missed == 0) {
    lines.push_back(say(language, Say::PreciseEnough, replicates, wanted.indicator, wanted.area, known.size()));
    return lines;
  }
  lines.push_back(say(language, Say::NotPrecise, replicates, wanted.indicator, wanted.area, missed, known.size()));
  for (const KnownPrecision& each : known) {
    if (each.reached || lines.size() > most_named) continue;
    const std::string pairs = each.pairs_needed == 0 ? "?" : std::to_string(each.pairs_needed);
    lines.push_back(
        say(language, Say::PairsNeeded, each.scenario, amount(each.half_width), amount(each.wanted), pairs));
  }
  return lines;
}

std::uint32_t replicates_asked(const Store& store) {
  data::Node replicates = replicates_setting(store);
  if (const data::Node* start = replicates.find("start")) replicates = *start;
  const auto quantity = parse_quantity(replicates.text);
  return quantity ? static_cast<std::uint32_t>(quantity->number) : 0;
}

std::optional<WantedPrecision> precision_asked(const Store& store) {
  const data::Node replicates = replicates_setting(store);
  const data::Node* until = replicates.find("until");
  const data::Node* half = until == nullptr ? nullptr : until->find("half_width");
  if (half == nullptr || until->find("indicator") == nullptr) return std::nullopt;
  const auto quantity = parse_quantity(half->text);
  if (!quantity) return std::nullopt;
  const bool relative = quantity->unit == "%";
  const data::Node* area = until->find("area");
  return WantedPrecision{until->find("indicator")->text, area == nullptr ? store.header().focus : area->text,
                         relative ? quantity->number / 100 : quantity->number, relative};
}

}  // namespace polder::cli
