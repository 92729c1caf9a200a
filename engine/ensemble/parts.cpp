#include "ensemble/parts.h"

#include <algorithm>
#include <map>
#include <set>

#include "ensemble/work.h"

namespace polder {
namespace {

constexpr std::size_t most_together = 64;

/// Scenarios of one kind have the same events, arrangements and levers, whatever the values.
std::string kind_of(const Scenario& scenario) {
  std::set<std::string_view> levers;
  for (const LeverSetting& setting : scenario.levers) levers.insert(setting.key);
  std::string text(varied_scenario(scenario.name));
  for (const std::string_view lever : levers) text.append(" ").append(lever);
  return text;
}

}  // namespace

std::vector<Part> parts_of(const Study& study) {
  std::vector<Part> parts;
  std::map<std::vector<ParameterSetting>, std::size_t> last;  // part that takes more of these parameters
  for (std::size_t i = 0; i < study.scenarios.size(); ++i) {
    const auto [place, is_new] = last.emplace(study.scenarios[i].parameters, parts.size());
    if (is_new || (study.design && parts[place->second].size() >= most_together)) {
      place->second = parts.size();
      parts.emplace_back();
    }
    parts[place->second].push_back(i);
  }
  return parts;
}

Study study_of(const Study& study, const Part& part) {
  Study own = study;
  own.scenarios.clear();
  std::set<std::string> kinds;
  for (const std::size_t scenario : part) {
    kinds.insert(kind_of(study.scenarios[scenario]));
    own.scenarios.push_back(study.scenarios[scenario]);
  }
  for (const Scenario& scenario : study.scenarios)
    if (kinds.insert(kind_of(scenario)).second) own.scenarios.push_back(scenario);
  for (const ParameterSetting& each : own.scenarios.front().parameters)
    find_parameter(each.key)->in(own.parameters) = each.value;
  return own;
}

std::size_t states_of_a_part(const Study& study, const Experiment& first) {
  const Part part = parts_of(study).front();
  RunPlan one;
  for (std::size_t i = 0; i < part.size(); ++i) one.scenarios.push_back(index_of<ScenarioIndex>(i));
  return work_of(study_of(study, part), first, one).states_per_worker;
}

Study first_part(const Study& study) { return study.design ? study_of(study, parts_of(study).front()) : study; }

}  // namespace polder
