// polder explain decision RESULT: who decided what, and why, oldest first, from the stored steps of a run.
#include <fmt/format.h>

#include "cli/explain.h"
#include "cli/result_folder.h"
#include "report/decision_story.h"

namespace polder::cli {
namespace {

std::string name_of(const std::string& code, const std::map<std::string, std::string>& names) {
  const auto name = names.find(code);
  return name == names.end() ? std::string() : name->second;
}

/// What belongs to no task has a name of its own: elections, colleges and deals.
bool is_on(const DecisionRow& row, std::string_view task) {
  return row.task.empty() ? task == "government" : row.task == task;
}

/// Whether a step concerns a municipality: its own, or one of what it belongs to.
bool concerns(const DecisionRow& row, const std::string& area) {
  return area.empty() || same(row.actor, area) || !row.actor.starts_with("GM") ||
         (report::is_merger(row) && same(row.level, area));
}

std::string step_of(const DecisionRow& row, const std::map<std::string, std::string>& names, Tongue tongue) {
  std::string step(report::deed_of(row, tongue));
  return report::is_merger(row) ? fmt::format("{} {} {}", step, row.level, name_of(row.level, names)) : step;
}

}  // namespace

Table explain_decision(const Store& store, const DecisionQuestion& asked, Language language) {
  const auto names = area_names(store);
  const Tongue tongue = language == Language::Nl ? Tongue::Dutch : Tongue::English;
  Table table{{"scenario", "month", "waited_months", "actor", "name", "level", "step", "why"}, {}, {}};
  table.titles =
      language == Language::Nl
          ? std::vector<std::string>{"scenario", "maand", "wachttijd", "wie", "naam", "niveau", "stap", "want"}
          : std::vector<std::string>{"scenario", "month", "waited", "who", "name", "level", "step", "because"};
  for (const std::string& scenario : store.header().scenarios)
    for (const DecisionRow& row : store.decisions(scenario, asked.replicate)) {
      if (!is_on(row, asked.task) || !concerns(row, asked.area)) continue;
      table.rows.push_back({scenario, to_text(row.month), row.waited, row.actor, name_of(row.actor, names),
                            report::level_of(row, tongue), step_of(row, names, tongue),
                            report::reason_of(row, tongue)});
    }
  if (table.rows.empty())
    refuse(
        "E312", "polder explain decision",
        fmt::format("no decision on '{}' in replicate {}{}", asked.task, asked.replicate,
                    asked.area.empty() ? "" : " of " + asked.area),
        "decisions follow where a scenario sets tasks.crisis.level, governance.switching: adaptive, or has events of "
        "governments; those on no task are under --task government");
  return table;
}

}  // namespace polder::cli
