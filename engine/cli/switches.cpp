#include "cli/switches.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "cli/options.h"
#include "polder/scenario/lever.h"
#include "scenario/settings.h"

namespace polder::cli {
namespace {

/// The parts of the lever that is given by its parts belong together.
std::string key_of(const LeverSetting& setting) {
  return is_part(*find_lever(setting.key)) ? std::string(lever_of_parts) : setting.key;
}

std::string key_of(const ArrangementSetting& made) { return fmt::format("arrangement '{}'", made.name); }

std::string text_of(const Event& event) {
  Scenario one;
  one.events = {event};
  return resolved_scenario(one);
}

/// "municipalities_merge 2028-01".
std::string key_of(const Event& event) {
  const std::string text = text_of(event);
  const std::size_t start = text.find("- ") + 2;
  return fmt::format("{} {}", text.substr(start, text.find(':', start) - start), to_text(first_month(event)));
}

/// The settings of one name, in their order.
template <class Setting>
std::map<std::string, std::vector<Setting>> by_key(const std::vector<Setting>& settings) {
  std::map<std::string, std::vector<Setting>> groups;
  for (const Setting& setting : settings) groups[key_of(setting)].push_back(setting);
  return groups;
}

std::string text_of(const std::vector<LeverSetting>& settings) {
  Scenario one;
  one.levers = settings;
  return resolved_scenario(one);
}
std::string text_of(const std::vector<ArrangementSetting>& all) {
  Scenario one;
  one.arrangements = all;
  return resolved_scenario(one);
}
std::string text_of(const std::vector<Event>& events) {
  Scenario one;
  one.events = events;
  return resolved_scenario(one);
}

template <class Setting>
void add_differences(const std::vector<Setting>& ours, const std::vector<Setting>& theirs,
                     std::vector<std::string>& names) {
  auto of_ours = by_key(ours), of_theirs = by_key(theirs);
  std::set<std::string> keys;
  for (const auto& [key, settings] : of_ours) keys.insert(key);
  for (const auto& [key, settings] : of_theirs) keys.insert(key);
  for (const std::string& key : keys)
    if (text_of(of_ours[key]) != text_of(of_theirs[key])) names.push_back(key);
}

/// `theirs` with the settings of the names that are on as in `ours`.
template <class Setting>
std::vector<Setting> mixed(const std::vector<Setting>& ours, const std::vector<Setting>& theirs,
                           const std::set<std::string>& on) {
  std::vector<Setting> result;
  for (const Setting& setting : theirs)
    if (!on.contains(key_of(setting))) result.push_back(setting);
  for (const Setting& setting : ours)
    if (on.contains(key_of(setting))) result.push_back(setting);
  return result;
}

std::string list_of(const std::vector<std::string>& names) { return fmt::format("{}", fmt::join(names, ", ")); }

}  // namespace

std::vector<std::string> differences(const Scenario& ours, const Scenario& theirs) {
  std::vector<std::string> names;
  add_differences(ours.levers, theirs.levers, names);
  add_differences(ours.events, theirs.events, names);
  add_differences(ours.arrangements, theirs.arrangements, names);
  return names;
}

std::vector<Switch> switches_of(const Scenario& ours, const Scenario& theirs, const std::vector<std::string>& wanted) {
  std::vector<std::string> left = differences(ours, theirs);
  if (left.empty())
    refuse("E129", ours.name,
           fmt::format("{} and {} have the same levers, events and arrangements", ours.name, theirs.name),
           "name two scenarios that differ");
  const std::vector<std::string> all = left;
  std::vector<Switch> switches;
  for (const std::string& name : wanted) {
    Switch made{name, {}};
    std::erase_if(left, [&](const std::string& one) {
      const bool takes = one.starts_with(name);
      if (takes) made.differences.push_back(one);
      return takes;
    });
    if (made.differences.empty())
      refuse("E128", "--switch", fmt::format("'{}' is no difference between {} and {}", name, ours.name, theirs.name),
             did_you_mean(name, all, fmt::format("they differ by: {}", list_of(all))));
    switches.push_back(std::move(made));
  }
  if (wanted.empty())
    for (const std::string& one : left) switches.push_back({one, {one}});
  else if (!left.empty())
    switches.push_back({std::string(the_rest), left});
  if (switches.size() > most_switches)
    refuse("E128", "--switch",
           fmt::format("{} and {} differ by {} things, and {} subsets are too many", ours.name, theirs.name,
                       switches.size(), std::size_t{1} << switches.size()),
           fmt::format("name at most {} of them, or what several begin with, in --switch A,B,..; what is left is one "
                       "switch: {}",
                       most_switches - 1, list_of(all)));
  return switches;
}

Scenario with_switches(const Scenario& ours, const Scenario& theirs, const std::vector<Switch>& switches,
                       std::size_t mask) {
  if (mask == 0) return theirs;
  if (mask + 1 == std::size_t{1} << switches.size()) return ours;
  std::set<std::string> on;
  for (std::size_t i = 0; i < switches.size(); ++i)
    if ((mask >> i & 1u) != 0) on.insert(switches[i].differences.begin(), switches[i].differences.end());
  Scenario mix;
  mix.name = fmt::format("{}_why_{}_{}", theirs.name, ours.name, mask);
  mix.origin = ours.origin;
  mix.levers = mixed(ours.levers, theirs.levers, on);
  mix.events = mixed(ours.events, theirs.events, on);
  mix.arrangements = mixed(ours.arrangements, theirs.arrangements, on);
  std::ranges::stable_sort(mix.events, {}, [](const Event& event) { return first_month(event); });
  return mix;
}

}  // namespace polder::cli
