// Who decided when: swim lanes per government, of one run as an example.
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>

#include "report/decision_story.h"
#include "report/sections.h"

namespace polder::report {
namespace {

/// On a task; of what belongs to none only what breaks off or brings money. Elections come in every run.
bool is_told(const DecisionRow& row) { return !row.task.empty() || row.step == "fell" || row.step == "awarded"; }

std::vector<DecisionRow> told_decisions(const Context& context, const std::string& scenario) {
  const auto& pairs = context.reading.pairs(scenario, context.reference);
  std::vector<DecisionRow> rows = context.store().decisions(scenario, pairs.front());
  std::erase_if(rows, [](const DecisionRow& row) { return !is_told(row); });
  return rows;
}

struct Begun {
  std::string scenario;
  Month month;
};

std::string who(const Context& context, const DecisionRow& row) {
  const std::string place = context.place(row.actor);
  return row.actor.starts_with("GM") ? place : fmt::format("{} ({})", place, level_of(row, context.tongue));
}

std::string deed(const Context& context, const DecisionRow& row) {
  std::string text(deed_of(row, context.tongue));
  return is_merger(row) ? fmt::format("{} {}", text, context.place(row.level)) : text;
}

LanePanel lanes_of(const Context& context, const std::string& scenario, const std::vector<DecisionRow>& rows) {
  LanePanel panel{context.label(scenario), {}, {}};
  std::set<std::pair<bool, std::string>> lanes;  // who is not a municipality comes first
  for (const DecisionRow& row : rows) lanes.insert({row.actor.starts_with("GM"), who(context, row)});
  for (const auto& [municipality, name] : lanes) panel.lanes.push_back(name);
  for (const DecisionRow& row : rows) {
    const std::string name = who(context, row);
    const auto lane = static_cast<std::size_t>(std::ranges::find(panel.lanes, name) - panel.lanes.begin());
    const std::string_view reason = reason_of(row, context.tongue);
    panel.steps.push_back({lane, to_text(row.month),
                           fmt::format("{}, {}: {}{}{}", name, month_name(row.month, context.tongue),
                                       deed(context, row), reason.empty() ? "" : ", ", reason),
                           kind_of(row)});
  }
  return panel;
}

std::string summary_of(const Context& context, const std::vector<Begun>& begun, std::size_t scenarios) {
  if (begun.empty())
    return fmt::format(
        fmt::runtime(context.say("In geen van de {} scenario's kwam het in deze doorrekening tot uitvoering.",
                                 "In none of the {} scenarios was anything carried out in this run.")),
        scenarios);
  const auto earlier = [](const Begun& a, const Begun& b) { return a.month < b.month; };
  const Begun &first = *std::ranges::min_element(begun, earlier), &last = *std::ranges::max_element(begun, earlier);
  std::string text = fmt::format(fmt::runtime(context.say("De uitvoering begint het eerst met {}, in {}",
                                                          "{} begins to carry it out first, in {}")),
                                 in_quotes(context.label(first.scenario)), month_name(first.month, context.tongue));
  if (last.month > first.month)
    text += fmt::format(fmt::runtime(context.say(", en het laatst met {}, in {}", ", and {} last, in {}")),
                        in_quotes(context.label(last.scenario)), month_name(last.month, context.tongue));
  return text + std::string(context.say(". Dit is één doorrekening als voorbeeld; in andere kan het anders gaan.",
                                        ". This is one run as an example; others may differ."));
}

void add_decision_rows(TextTable& table, const Context& context, const std::string& scenario,
                       const std::vector<DecisionRow>& rows) {
  for (const DecisionRow& row : rows)
    table.rows.push_back({context.label(scenario), month_name(row.month, context.tongue), context.place(row.actor),
                          std::string(level_of(row, context.tongue)), deed(context, row),
                          std::string(reason_of(row, context.tongue))});
}

}  // namespace

Section decisions_section(const Context& context) {
  Section section{"decisions", std::string(context.say("Wie besloot wanneer", "Who decided when")), {}};
  Figure figure{"decisions-lanes", "", "", Lanes{}, {}};
  auto& lanes = std::get<Lanes>(figure.chart);
  for (int kind = 0; kind <= static_cast<int>(StepKind::Broken); ++kind)
    lanes.kinds.emplace_back(name_of(static_cast<StepKind>(kind), context.tongue));
  figure.table.heads = {std::string(context.say("scenario", "scenario")), std::string(context.say("maand", "month")),
                        std::string(context.say("wie", "who")),           std::string(context.say("niveau", "level")),
                        std::string(context.say("stap", "step")),         std::string(context.say("want", "because"))};
  figure.table.first_number = figure.table.heads.size();
  std::vector<Begun> begun;
  std::optional<Month> first, last;
  for (const std::string& scenario : context.shown) {
    const std::vector<DecisionRow> rows = told_decisions(context, scenario);
    if (rows.empty()) continue;
    lanes.panels.push_back(lanes_of(context, scenario, rows));
    add_decision_rows(figure.table, context, scenario, rows);
    for (const DecisionRow& row : rows) {
      first = std::min(first.value_or(row.month), row.month);
      last = std::max(last.value_or(row.month), row.month);
    }
    const auto start = std::ranges::find_if(rows, [](const DecisionRow& row) { return row.step == "executed"; });
    if (start != rows.end()) begun.push_back({scenario, start->month});
  }
  if (lanes.panels.empty()) return section;
  lanes.from = to_text(*first);
  lanes.to = to_text(*last);
  figure.title =
      fmt::format(fmt::runtime(context.say("Besluiten per overheid in één doorrekening, {}, {}",
                                           "Decisions by government in one run, {}, {}")),
                  context.place(context.store().header().focus), months_between(*first, *last, context.tongue));
  figure.summary = summary_of(context, begun, lanes.panels.size());
  section.blocks.push_back(std::move(figure));
  return section;
}

}  // namespace polder::report
