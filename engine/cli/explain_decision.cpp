// polder explain decision RESULT: who decided what, and why, oldest first, from the stored steps of a run.
#include <fmt/format.h>

#include <array>

#include "cli/explain.h"
#include "cli/result_folder.h"
#include "government/decisions.h"

namespace polder::cli {
namespace {

struct Deed {
  std::string_view step, nl, en;
};

/// What an actor does, by step; of a decision for or against the two outcomes.
constexpr Deed deeds[] = {
    {"proposed", "stelt hulp voor", "proposes help"},
    {"proposed_move", "stelt voor de taak daarheen te brengen", "proposes to bring the task there"},
    {"prepared", "heeft het voorstel voorbereid", "has prepared the proposal"},
    {"voted", "stemt voor", "votes for it"},
    {"voted_against", "stemt tegen", "votes against it"},
    {"adopted", "neemt het besluit", "adopts it"},
    {"rejected", "komt deze ronde niet tot een besluit", "comes to no decision in this round"},
    {"lapsed", "laat het voorstel vervallen", "lets the proposal lapse"},
    {"executed", "begint met de uitvoering", "begins to carry it out"},
    {"breached", "komt de afspraak niet na", "does not keep its promise"},
    {"joined", "doet mee", "joins"},
    {"joined_against", "doet niet mee", "stays out"},
    {"left", "vertrekt en doet de taak zelf", "leaves and carries the task out at home"},
    {"left_against", "zegt op", "gives notice"},
    {"elected", "kiest een raad", "elects a council"},
    {"agreed", "heeft een nieuw college", "has a new college"},
    {"fell", "ziet het college vallen", "sees its college fall"},
    {"awarded", "wint met de regio geld van het Rijk", "wins money of Rijk with its region"},
};

std::string_view does(const DecisionRow& row, Language language) {
  const bool either_way = row.step == "voted" || row.step == "joined" || row.step == "left";
  std::string step = row.step;
  if (either_way && row.outcome == 0) step += "_against";
  if (row.reason == government::text_of(government::Reason::LevelSuits).key) step += "_move";
  for (const Deed& deed : deeds)
    if (deed.step == step) return in(language, deed.nl, deed.en);
  return row.step;
}

std::string_view level_name(std::string_view level, Language language) {
  constexpr std::array<std::array<std::string_view, 3>, 7> names{
      {{"local", "gemeente", "municipality"},
       {"network", "netwerk", "network"},
       {"centre", "centrumgemeente", "centre municipality"},
       {"joint", "gemeenschappelijke regeling", "joint body"},
       {"province", "provincie", "province"},
       {"national", "Rijk", "Rijk"},
       {"international", "Europese Unie", "European Union"}}};
  for (const auto& name : names)
    if (name[0] == level) return in(language, name[1], name[2]);
  return level;
}

std::string name_of(const std::string& code, const std::map<std::string, std::string>& names) {
  const auto name = names.find(code);
  return name == names.end() ? std::string() : name->second;
}

std::string_view sentence_of(const DecisionRow& row, Language language) {
  const government::ReasonText text = government::reason_called(row.reason);
  return in(language, text.nl, text.en);
}

/// What belongs to no task has a name of its own: elections, colleges and deals.
bool is_on(const DecisionRow& row, std::string_view task) {
  return row.task.empty() ? task == "government" : row.task == task;
}

/// A step that is a merger has the municipality that is left as its level.
bool is_merger(const DecisionRow& row) { return row.step == government::to_text(DecisionStep::Merged); }

/// Whether a step concerns a municipality: its own, or one of what it belongs to.
bool concerns(const DecisionRow& row, const std::string& area) {
  return area.empty() || same(row.actor, area) || !row.actor.starts_with("GM") ||
         (is_merger(row) && same(row.level, area));
}

std::string step_of(const DecisionRow& row, const std::map<std::string, std::string>& names, Language language) {
  if (!is_merger(row)) return std::string(does(row, language));
  return fmt::format("{} {} {}", in(language, "gaat op in", "merges into"), row.level, name_of(row.level, names));
}

}  // namespace

Table explain_decision(const Store& store, const DecisionQuestion& asked, Language language) {
  const auto names = area_names(store);
  Table table{{"scenario", "month", "waited_months", "actor", "name", "level", "step", "why"}, {}, {}};
  table.titles =
      language == Language::Nl
          ? std::vector<std::string>{"scenario", "maand", "wachttijd", "wie", "naam", "niveau", "stap", "want"}
          : std::vector<std::string>{"scenario", "month", "waited", "who", "name", "level", "step", "because"};
  for (const std::string& scenario : store.header().scenarios)
    for (const DecisionRow& row : store.decisions(scenario, asked.replicate)) {
      if (!is_on(row, asked.task) || !concerns(row, asked.area)) continue;
      table.rows.push_back({scenario, to_text(row.month), row.waited, row.actor, name_of(row.actor, names),
                            level_name(is_merger(row) ? to_text(Level::Local) : row.level, language),
                            step_of(row, names, language), sentence_of(row, language)});
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
