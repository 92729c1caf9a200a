// The sections of a report, in the order in which they are read. A section without anything to say has no blocks and is
// left out.
#pragma once

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
Section assumptions_section(const Context& context);
Section reproduce_section(const Context& context);
/// What the words of the report mean; the tables of its figures follow it.
Section tables_section(const Context& context);

/// A panel of dots: an outcome, in each of the scenarios shown.
DotPanel panel_of(const Context& context, const Outcome& outcome);
/// The same as rows: outcome, scenario, reference, difference, certainty.
void add_rows(TextTable& table, const Context& context, const Outcome& outcome);
TextTable outcome_table(const Context& context);
/// How many of the differences shown are visible, in a sentence.
std::string visible_in(const Context& context, const std::vector<Outcome>& outcomes);

/// Who pays most of what measures cost more, and what they cost governments together [EUR/year].
struct MeasureCost {
  Difference all;
  std::string payer;  // kind of actor; empty where nobody visibly pays more
};
MeasureCost cost_between(const Context& context, const std::string& scenario, const std::string& other);

}  // namespace polder::report
