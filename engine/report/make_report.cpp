#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "report/report.h"
#include "report/sections.h"
#include "sensitivity/analysis.h"

namespace polder::report {
namespace {

/// What `labels` may name: scenarios, and of a second result its scenarios and assumptions.
std::vector<std::string> names_known(const Store& store, const Store* design) {
  std::vector<std::string> known = store.header().scenarios;
  if (design == nullptr) return known;
  for (const std::string& scenario : design->header().scenarios) known.emplace_back(varied_scenario(scenario));
  if (const auto made = sensitivity::design_of(*design))
    for (const Axis& axis : made->axes) known.push_back(key_of_input(axis.key));
  std::vector<std::string> once;
  for (const std::string& name : known)
    if (std::ranges::find(once, name) == once.end()) once.push_back(name);
  return once;
}

void check_labels(const std::vector<std::string>& known, const std::map<std::string, std::string>& labels) {
  for (const auto& [scenario, label] : labels) {
    if (std::ranges::find(known, scenario) != known.end()) continue;
    Problem one;
    one.code = "E371";
    one.file = "--name";
    one.message = fmt::format("this result has no scenario '{}'", scenario);
    one.help = fmt::format("it has: {}", fmt::join(known, ", "));
    throw InputError({one});
  }
}

}  // namespace

Report make_report(const Store& store, Tongue tongue, const std::map<std::string, std::string>& labels,
                   const Store* design) {
  check_labels(names_known(store, design), labels);
  Reading reading(store);
  const Context context = context_of(reading, tongue, labels, design);
  const StoreHeader& header = store.header();
  Report report{tongue, tongue == Tongue::Dutch ? header.title_nl : header.title_en, context.settings.question, {}, {}};
  if (report.title.empty()) report.title = header.study;
  report.facts = {
      {std::string(context.say("gebied", "region")), context.place(header.focus)},
      {std::string(context.say("periode", "period")), context.period()},
      {std::string(context.say("vergeleken met", "compared with")), in_quotes(context.label(context.reference))},
      {std::string(context.say("scenario's", "scenarios")), fmt::format("{}", context.scenarios.size())},
      {std::string(context.say("doorrekeningen per scenario", "runs per scenario")),
       to_text(runs_per_scenario(context))},
      {std::string(context.say("steekproef", "sample")), fmt::format("1:{}", header.weight)}};
  constexpr Section (*sections[])(const Context&) = {
      answer_section,      compared_section,    key_figures_section, time_section,  map_section,
      money_section,       decisions_section,   trade_off_section,   roles_section, groups_section,
      sensitivity_section, assumptions_section, reproduce_section,   tables_section};
  for (const auto make : sections)
    if (Section section = make(context); !section.blocks.empty()) report.sections.push_back(std::move(section));
  return report;
}

}  // namespace polder::report
