// The scenarios of a study: each a few differences from another.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "scenario/settings.h"
#include "scenario/values.h"

namespace polder {
namespace {

struct Draft {
  const data::Node::Entry* entry = nullptr;
  const data::Node* base = nullptr;  // a name that exists, or null
  std::vector<Event> events;         // its own
  std::vector<LeverSetting> levers;
  std::vector<ArrangementSetting> arrangements;
  Wording title;
};

using Drafts = std::vector<Draft>;

bool is_good_name(std::string_view name) {
  if (name.empty() || name[0] < 'a' || name[0] > 'z') return false;
  return std::all_of(name.begin(), name.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

std::vector<std::string> names_of(const Drafts& drafts) {
  std::vector<std::string> names;
  for (const auto& draft : drafts) names.push_back(draft.entry->key);
  return names;
}

Draft* find_draft(Drafts& drafts, std::string_view name) {
  const auto found = std::find_if(drafts.begin(), drafts.end(), [&](const Draft& d) { return d.entry->key == name; });
  return found == drafts.end() ? nullptr : &*found;
}

/// The placed firm that closes or threatens to leave.
const std::string* firm_of(const Event& event) {
  const WhichFirm* which = nullptr;
  if (const auto* closure = std::get_if<FirmCloses>(&event)) which = closure;
  if (const auto* threat = std::get_if<FirmThreatens>(&event)) which = threat;
  return which == nullptr || which->firm.empty() ? nullptr : &which->firm;
}

/// A placed firm closes, or threatens to leave, once.
void check_closures(const std::vector<Event>& events, data::Problems& problems) {
  std::map<std::string, const Event*> closed;
  for (const auto& event : events) {
    const std::string* firm = firm_of(event);
    if (firm == nullptr) continue;
    const auto [first, is_new] = closed.emplace(*firm, &event);
    if (is_new) continue;
    const bool closes = std::holds_alternative<FirmCloses>(event),
               closed_first = std::holds_alternative<FirmCloses>(*first->second);
    const std::string_view what = closes != closed_first ? "closes and threatens to leave"
                                  : closes               ? "closes twice"
                                                         : "threatens to leave twice";
    const Origin &at = origin_of(event), &before = origin_of(*first->second);
    problems.add({"E118", at.file, at.line, at.column, at.width, fmt::format("'{}' {} in one scenario", *firm, what),
                  fmt::format("first on line {} of {}; keep one of them", before.line, before.file), at.source_line});
  }
}

void read_draft(const data::Node::Entry& entry, Reading& reading, Draft& draft) {
  data::Problems& problems = reading.problems;
  draft.entry = &entry;
  if (entry.value.kind == data::Node::Kind::Null)
    return wrong_value(entry.value, "E104", "events and levers", "write {} for a scenario without changes", problems);
  Fields fields(entry.value, problems);
  draft.base = fields.take("base");
  const auto* title = fields.take("title");
  const auto* events = fields.take("events");
  const auto* arrangements = fields.take("arrangements");
  const auto* levers = fields.take("levers");
  fields.finish();
  if (title != nullptr) draft.title = read_wording(*title, problems);
  if (events != nullptr && events->kind != data::Node::Kind::List)
    wrong_value(*events, "E104", "a list of events", "write '- firm_closes: {..}'", problems);
  else if (events != nullptr)
    for (const auto& item : events->items) read_event(item, reading, draft.events);
  if (arrangements != nullptr) read_arrangements(*arrangements, reading, draft.arrangements);
  if (levers != nullptr && levers->kind != data::Node::Kind::Map)
    wrong_value(*levers, "E104", "a map of levers", "write {crisis.help: 50 %}", problems);
  else if (levers != nullptr)
    for (const auto& each : levers->entries) read_lever(*levers, each, reading, draft.levers);
}

/// Keeps only bases that exist and do not lead back to their scenario.
void check_bases(Drafts& drafts, data::Problems& problems) {
  for (auto& draft : drafts) {
    if (draft.base == nullptr) continue;
    const auto name = read_text(*draft.base, problems);
    if (name && find_draft(drafts, *name) != nullptr) continue;
    if (name)
      problems.add(problem_at(*draft.base, "E109",
                              fmt::format("{}: no scenario is called '{}'", draft.base->path, *name),
                              did_you_mean(*name, names_of(drafts))));
    draft.base = nullptr;
  }
  for (auto& draft : drafts) {
    std::string circle = draft.entry->key;
    const Draft* next = &draft;
    for (std::size_t steps = 0; next->base != nullptr && steps < drafts.size(); ++steps) {
      next = find_draft(drafts, next->base->text);
      circle += " -> " + next->entry->key;
      if (next == &draft) break;
    }
    if (next != &draft || draft.base == nullptr) continue;
    problems.add(problem_at(*draft.base, "E111", fmt::format("scenarios inherit in a circle: {}", circle),
                            "one of them must have no base"));
    draft.base = nullptr;
  }
}

/// The chain from the first base to the scenario itself.
Scenario inherit(Drafts& drafts, const Draft& draft) {
  std::vector<const Draft*> chain{&draft};
  while (chain.back()->base != nullptr) chain.push_back(find_draft(drafts, chain.back()->base->text));
  Scenario scenario;
  scenario.name = draft.entry->key;
  scenario.title = draft.title;
  scenario.origin = origin_of(draft.entry->value);
  for (auto each = chain.rbegin(); each != chain.rend(); ++each) {
    scenario.events.insert(scenario.events.end(), (*each)->events.begin(), (*each)->events.end());
    scenario.levers.insert(scenario.levers.end(), (*each)->levers.begin(), (*each)->levers.end());
    scenario.arrangements.insert(scenario.arrangements.end(), (*each)->arrangements.begin(),
                                 (*each)->arrangements.end());
  }
  std::stable_sort(scenario.events.begin(), scenario.events.end(), [](const Event& a, const Event& b) {
    return std::pair(first_month(a), origin_of(a).line) < std::pair(first_month(b), origin_of(b).line);
  });
  return scenario;
}

/// The reference by its key, or the scenario called 'reference'.
void read_reference(const data::Node* node, const data::Node& scenarios, Drafts& drafts, Reading& reading) {
  data::Problems& problems = reading.problems;
  const std::string name = node == nullptr ? "reference" : read_text(*node, problems).value_or("");
  reading.study.reference = name;
  if (name.empty() || find_draft(drafts, name) != nullptr) return;
  if (node == nullptr)
    problems.add(problem_at(scenarios, "E117", "no scenario is the reference", "write 'reference: NAME'"));
  else
    problems.add(problem_at(*node, "E117", fmt::format("reference: no scenario is called '{}'", name),
                            did_you_mean(name, names_of(drafts))));
}

}  // namespace

void read_scenarios(Fields& top, Reading& reading) {
  data::Problems& problems = reading.problems;
  const auto* node = top.need("scenarios", "{reference: {}, ...}");
  const auto* reference = top.take("reference");
  if (node == nullptr) return;
  if (node->kind != data::Node::Kind::Map || node->entries.empty()) {
    wrong_value(*node, "E104", "scenarios by name", "write {reference: {}, ...}", problems);
    return;
  }
  Drafts drafts(node->entries.size());
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    const auto& entry = node->entries[i];
    if (!is_good_name(entry.key))
      problems.add(problem_at(key_node(*node, entry), "E119", fmt::format("'{}' is no name for a scenario", entry.key),
                              "use small letters, digits and _, with a letter first"));
    read_draft(entry, reading, drafts[i]);
  }
  check_bases(drafts, problems);
  read_reference(reference, *node, drafts, reading);
  for (const auto& draft : drafts) {
    reading.study.scenarios.push_back(inherit(drafts, draft));
    check_closures(reading.study.scenarios.back().events, problems);
    check_partners(reading.study.scenarios.back(), reading.study, problems);
    check_governments(reading.study.scenarios.back(), reading.study, problems);
  }
  const auto is_reference = [&](const Scenario& scenario) { return scenario.name == reading.study.reference; };
  std::stable_partition(reading.study.scenarios.begin(), reading.study.scenarios.end(), is_reference);
}

}  // namespace polder
