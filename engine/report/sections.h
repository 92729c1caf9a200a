// The sections of a report, in the order in which they are read. A section without anything to say has no blocks and is
// left out.
#pragma once

#include <functional>

#include "report/context.h"

namespace polder::report {

Section answer_section(const Context& context);
Section compared_section(const Context& context);
Section key_figures_section(const Context& context);
Section time_section(const Context& context);
Section map_section(const Context& context);
Section money_section(const Context& context);
Section decisions_section(const Context& context);
Section trade_off_section(const Context& context);
Section roles_section(const Context& context);
Section groups_section(const Context& context);
/// Throws InputError E375 where the second result says nothing about the report, E358 where it has no design.
Section sensitivity_section(const Context& context);
Section assumptions_section(const Context& context);
Section reproduce_section(const Context& context);
/// What the words of the report mean; the tables of its figures follow it.
Section tables_section(const Context& context);

/// "crisis.effect" of the input "parameters.crisis.effect" of a design.
std::string key_of_input(const std::string& input);

Dot dot_of(const std::string& label, const Difference& difference, const Measure& measure, Tongue tongue);
/// Adds a panel of dots for each outcome that is measured, titled by `title`, with a dot for each of the scenarios
/// shown and a row for each of all; no figure where none is.
void add_dots(Section& section, const Context& context, std::string id, std::string name,
              const std::vector<Outcome>& outcomes, const std::function<std::string(const Outcome&)>& title);
/// How many of those differences that rest on a pair are visible, in a sentence.
std::string visible_among(const Context& context, const std::vector<Difference>& differences);

/// What measures cost governments together, and who of them pays most more, and how much [EUR/year].
struct MeasureCost {
  Difference all;
  std::string payer;  // kind of actor; empty where nobody visibly pays more
  double paid = 0;
};
MeasureCost cost_between(const Context& context, const std::string& scenario, const std::string& other);

}  // namespace polder::report
