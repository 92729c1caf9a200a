// Key figures as dots with intervals, and their course over time.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "report/sections.h"

namespace polder::report {
namespace {

constexpr std::ptrdiff_t many_differences = 20;  // of which one is visible by chance at 95 %

bool is_measured(const Context& context, const Outcome& outcome) {
  return std::ranges::any_of(context.shown, [&](const std::string& scenario) {
    return context.difference(scenario, context.reference, outcome).pairs > 0;
  });
}

Question of_whole_period(const Context& context, Question question) {
  question.from = to_text(context.store().header().from);
  question.to = to_text(context.store().header().to);
  return question;
}

/// Differences by scenario and calendar year.
TextTable yearly_table(const Context& context, const Outcome& outcome) {
  TextTable table{
      {std::string(context.say("scenario", "scenario")), std::string(context.say("jaar", "year")),
       in_quotes(context.label(context.reference)), std::string(context.say("verschil (marge)", "difference (margin)")),
       std::string(context.say("hoe zeker", "how sure"))},
      {},
      2};
  const StoreHeader& header = context.store().header();
  for (const std::string& scenario : context.scenarios)
    for (int year = header.from.year(); year <= header.to.year(); ++year) {
      Outcome of_year = outcome;
      of_year.question.from = to_text(Month::of(year, 1));
      of_year.question.to = to_text(Month::of(year, 12));
      const Difference d = context.difference(scenario, context.reference, of_year);
      if (d.pairs == 0) continue;
      table.rows.push_back({context.label(scenario), fmt::format("{}", year),
                            level_text(d.reference, d, outcome.measure, context.tongue),
                            difference_text(d, outcome.measure, context.tongue), certainty_text(d, context.tongue)});
    }
  return table;
}

Lines change_lines(const Context& context, const Outcome& outcome) {
  Lines lines;
  const Month from = context.store().header().from;
  for (int i = 0; i <= context.store().header().to - from; ++i) lines.months.push_back(to_text(from + i));
  for (const std::string& scenario : context.shown) {
    LinePanel panel{context.label(scenario), {}, {}, {}};
    for (const Difference& d : context.reading.differences(scenario, context.reference, outcome.question)) {
      panel.mean.push_back(d.mean * outcome.measure.factor);
      panel.low.push_back(d.low * outcome.measure.factor);
      panel.high.push_back(d.high * outcome.measure.factor);
    }
    lines.panels.push_back(std::move(panel));
  }
  return lines;
}

/// The same as levels, beside the mean of the reference.
Lines level_lines(const Context& context, const Outcome& outcome) {
  Lines lines = change_lines(context, outcome);
  lines.change = false;
  lines.reference_label = context.label(context.reference);
  for (std::size_t i = 0; i < context.shown.size(); ++i) {
    std::vector<double> reference;
    for (const Difference& d : context.reading.differences(context.shown[i], context.reference, outcome.question))
      reference.push_back(d.pairs > 0 ? d.reference * outcome.measure.factor : std::nan(""));
    LinePanel& panel = lines.panels[i];
    for (std::size_t month = 0; month < reference.size(); ++month)
      for (auto* values : {&panel.mean, &panel.low, &panel.high}) (*values)[month] += reference[month];
    if (i == 0) lines.reference = reference;
  }
  return lines;
}

/// In which scenario and month the largest visible difference comes, and what is left of it at the end.
std::string course_of(const Context& context, const Outcome& outcome) {
  std::string lead;
  Difference peak, end;
  int when = 0;
  for (const std::string& scenario : context.shown) {
    const auto months = context.reading.differences(scenario, context.reference, outcome.question);
    for (std::size_t i = 0; i < months.size(); ++i) {
      if (!is_visible(months[i]) || (!lead.empty() && std::abs(months[i].mean) <= std::abs(peak.mean))) continue;
      lead = scenario, peak = months[i], end = months.back(), when = static_cast<int>(i);
    }
  }
  if (lead.empty())
    return std::string(context.say("In geen maand is een verschil zichtbaar.", "In no month is a difference visible."));
  const auto say = [&](const Difference& d) {
    return with_unit(difference_text(d, outcome.measure, context.tongue), outcome.measure.difference_unit);
  };
  const StoreHeader& header = context.store().header();
  return fmt::format(
      fmt::runtime(context.say("Het verschil is het grootst met {}, in {}: {}. Aan het eind, in {}: {}.",
                               "The difference is largest with {}, in {}: {}. At the end, in {}: {}.")),
      in_quotes(context.label(lead)), month_name(header.from + when, context.tongue), say(peak),
      month_name(header.to, context.tongue),
      is_visible(end) ? say(end) : std::string(words_of(Certainty::NoVisibleDifference, context.tongue)));
}

void add_course(Section& section, const Context& context, Outcome outcome, const std::string& id) {
  outcome.question = of_whole_period(context, outcome.question);
  if (!is_measured(context, outcome)) return;
  const TextTable table = yearly_table(context, outcome);
  const std::string what = fmt::format("{} {}", outcome.measure.name, outcome.where);
  section.blocks.push_back(
      Figure{id + "-change",
             fmt::format("{}: {}, {}", what, name_with_unit(context.against(), outcome.measure.difference_unit),
                         context.period()),
             course_of(context, outcome) +
                 std::string(context.say(" De band is de 95%-marge.", " The band is the 95 % margin.")),
             change_lines(context, outcome), table});
  section.blocks.push_back(Figure{
      id + "-level",
      fmt::format("{}: {}, {}", what,
                  name_with_unit(fmt::format(fmt::runtime(context.say("stand naast {}", "level beside {}")),
                                             in_quotes(context.label(context.reference))),
                                 outcome.measure.unit),
                  context.period()),
      std::string(context.say("Dezelfde cijfers als stand: de lijn is het scenario, de streepjeslijn is wat anders "
                              "gebeurd zou zijn.",
                              "The same figures as levels: the line is the scenario, the dashes are what would have "
                              "happened otherwise.")),
      level_lines(context, outcome), table});
}

TextTable outcome_table(const Context& context) {
  return {{std::string(context.say("kerncijfer", "key figure")), std::string(context.say("scenario", "scenario")),
           std::string(context.say("eenheid", "unit")), in_quotes(context.label(context.reference)),
           std::string(context.say("verschil (marge)", "difference (margin)")),
           std::string(context.say("hoe zeker", "how sure"))},
          {},
          3};
}

/// An outcome in every scenario: reference, difference, certainty.
void add_rows(TextTable& table, const Context& context, const Outcome& outcome) {
  for (const std::string& scenario : context.scenarios) {
    const Difference d = context.difference(scenario, context.reference, outcome);
    if (d.pairs == 0) continue;
    std::string name = outcome.measure.name;
    if (!outcome.question.part.empty()) name += ", " + part_name(outcome.question.part, context.tongue);
    table.rows.push_back({name, context.label(scenario), outcome.measure.unit,
                          level_text(d.reference, d, outcome.measure, context.tongue),
                          difference_text(d, outcome.measure, context.tongue), certainty_text(d, context.tongue)});
  }
}

/// Whether any difference is other than nothing, in every run.
bool says_something(const DotPanel& panel) {
  return std::ranges::any_of(panel.dots, [](const Dot& dot) { return dot.mean != 0 || dot.low != 0 || dot.high != 0; });
}

}  // namespace

Dot dot_of(const std::string& label, const Difference& difference, const Measure& measure, Tongue tongue) {
  return {label,
          difference_text(difference, measure, tongue),
          difference.mean * measure.factor,
          difference.low * measure.factor,
          difference.high * measure.factor,
          is_visible(difference)};
}

void add_dots(Section& section, const Context& context, std::string id, std::string name,
              const std::vector<Outcome>& outcomes, const std::function<std::string(const Outcome&)>& title) {
  Figure figure{std::move(id), std::move(name), "", Dots{}, outcome_table(context)};
  auto& panels = std::get<Dots>(figure.chart).panels;
  std::vector<Difference> shown;
  for (const Outcome& outcome : outcomes) {
    if (!is_measured(context, outcome)) continue;
    DotPanel panel{title(outcome), {}};
    for (const std::string& scenario : context.shown) {
      shown.push_back(context.difference(scenario, context.reference, outcome));
      panel.dots.push_back(dot_of(context.label(scenario), shown.back(), outcome.measure, context.tongue));
    }
    panels.push_back(std::move(panel));
    add_rows(figure.table, context, outcome);
  }
  figure.summary = visible_among(context, shown);
  if (std::ranges::any_of(panels, says_something))  // what is the same everywhere stands in the table
    std::erase_if(panels, [](const DotPanel& panel) { return !says_something(panel); });
  if (!panels.empty()) section.blocks.push_back(std::move(figure));
}

std::string visible_among(const Context& context, const std::vector<Difference>& differences) {
  const auto all = std::ranges::count_if(differences, [](const Difference& d) { return d.pairs > 0; });
  const auto visible = std::ranges::count_if(differences, is_visible);
  std::string text =
      fmt::format(fmt::runtime(context.say("Van de {} verschillen zijn er {} zichtbaar: groter dan de marge "
                                           "van toeval.",
                                           "Of the {} differences {} are visible: larger than the margin "
                                           "of chance.")),
                  all, visible);
  if (all >= many_differences && visible < all)
    text += fmt::format(fmt::runtime(context.say(" Door toeval alleen zouden het er gemiddeld {} zijn.",
                                                 " By chance alone it would be {} on average.")),
                        all / 20);
  return text;
}

Section key_figures_section(const Context& context) {
  Section section{"key-figures", std::string(context.say("Kerncijfers", "Key figures")), {}};
  const auto title = [](const Outcome& outcome) {
    return name_with_unit(outcome.measure.name, outcome.measure.difference_unit);
  };
  std::map<std::string, std::vector<Outcome>> plants;
  for (const Outcome& outcome : outcomes_of_plants(context)) plants[outcome.question.part].push_back(outcome);
  std::size_t number = 0;
  for (const auto& [part, outcomes] : plants)
    add_dots(section, context, fmt::format("key-plant-{}", ++number),
             fmt::format("{} {}: {}, {}", context.say("Kerncijfers", "Key figures"), outcomes.front().where,
                         context.against(), outcomes.front().when),
             outcomes, title);
  if (const std::vector<Outcome> of_area = outcomes_of_area(context); !of_area.empty())
    add_dots(section, context, "key-area",
             fmt::format("{} {}: {}, {} {}", context.say("Kerncijfers", "Key figures"), of_area.front().where,
                         context.against(), context.say("gemiddeld over", "mean over"), context.period()),
             of_area, title);
  return section;
}

Section time_section(const Context& context) {
  Section section{"time", std::string(context.say("Verloop in de tijd", "Over time")), {}};
  add_course(section, context, context.main, "time-main");
  const std::string second = context.main.measure.key == "employed" ? "unemployed" : "employed";
  if (context.reading.measured(second))
    add_course(section, context, context.outcome(second, context.store().header().focus, ""), "time-second");
  return section;
}

}  // namespace polder::report
