#include "report/sentences.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace polder::report {
namespace {

double shown_half(const Difference& difference, const Measure& measure) {
  return (difference.high - difference.low) / 2 * measure.factor;
}

/// The step of the interval; finer where a visible difference would be shown as reaching 0.
double shown_step(const Difference& difference, const Measure& measure) {
  double step = step_for(shown_half(difference, measure));
  const double near = std::min(std::abs(difference.low), std::abs(difference.high)) * measure.factor;
  for (int finer = 0; is_visible(difference) && step > 0 && near < step / 2 && finer < 3; ++finer) step /= 10;
  return step;
}

std::string shown(double value, const Difference& difference, const Measure& measure, Tongue tongue, bool sign) {
  const double step = shown_step(difference, measure);
  return step > 0 ? number(value * measure.factor, step, tongue, sign)
                  : number(value * measure.factor, 0, tongue, sign, measure.factor == 1 ? 0 : 1);
}

std::string with_unit(const std::string& text, const std::string& unit) {
  return unit.empty() ? text : text + " " + unit;
}

std::string how_sure(const Difference& difference, Tongue tongue) {
  const Certainty certainty = certainty_of(difference);
  if (certainty == Certainty::Exact || certainty == Certainty::TooFewRuns)
    return fmt::format(" ({})", words_of(certainty, tongue));
  return fmt::format(
      fmt::runtime(in(tongue, ". Dat is {}: zo was het in {} doorrekeningen", ". That is {}: so it was in {} runs")),
      words_of(certainty, tongue), pairs_text(difference, tongue));
}

/// Which way the mean goes.
std::string_view way_of(const Difference& difference, Tongue tongue) {
  return difference.mean < 0 ? in(tongue, "lager", "lower") : in(tongue, "hoger", "higher");
}

}  // namespace

std::string sentence_about(const Finding& finding, Tongue tongue) {
  const Difference& d = finding.difference;
  const Measure& measure = finding.measure;
  const std::string subject = finding.where.empty() ? measure.subject : measure.subject + " " + finding.where;
  const auto say = [&](double value) { return shown(value, d, measure, tongue, false); };
  if (d.pairs == 0)
    return fmt::format(fmt::runtime(in(tongue, "Met {} is {} niet gemeten.", "With {}, {} was not measured.")),
                       in_quotes(finding.scenario), subject);
  if (d.pairs < 2)
    return fmt::format(fmt::runtime(in(tongue, "Met {} is {} in de ene doorrekening die er is {} {} dan met {} ({}); hoe "
                                               "zeker dat is, valt niet te zeggen.",
                                       "With {}, {} is {} {} than with {} in the only run that there is ({}); how sure "
                                       "that is cannot be said.")),
                       in_quotes(finding.scenario), subject, with_unit(say(std::abs(d.mean)), measure.difference_unit),
                       way_of(d, tongue), in_quotes(finding.other), finding.when);
  if (!is_visible(d))
    return fmt::format(fmt::runtime(in(tongue,
                                       "Tussen {} en {} is geen zichtbaar verschil in {} ({}): de marge van toeval, {} "
                                       "tot {}, sluit nul niet uit.",
                                       "Between {} and {} there is no visible difference in {} ({}): the margin of "
                                       "chance, {} to {}, does not leave out nothing.")),
                       in_quotes(finding.scenario), in_quotes(finding.other), subject, finding.when,
                       shown(d.low, d, measure, tongue, true),
                       with_unit(shown(d.high, d, measure, tongue, true), measure.difference_unit));
  const double near = std::min(std::abs(d.low), std::abs(d.high)), far = std::max(std::abs(d.low), std::abs(d.high));
  const std::string margin =
      near == far ? finding.when
                  : fmt::format(fmt::runtime(in(tongue, "marge: {} tot {}; {}", "margin: {} to {}; {}")), say(near),
                                say(far), finding.when);
  return fmt::format(fmt::runtime(in(tongue, "Met {} is {} {} {} dan met {} ({}){}.",
                                     "With {}, {} is {} {} than with {} ({}){}.")),
                     in_quotes(finding.scenario), subject, with_unit(say(std::abs(d.mean)), measure.difference_unit),
                     way_of(d, tongue), in_quotes(finding.other), margin, how_sure(d, tongue));
}

std::string difference_text(const Difference& difference, const Measure& measure, Tongue tongue) {
  const auto say = [&](double value) { return shown(value, difference, measure, tongue, true); };
  if (difference.pairs == 0) return "–";
  if (std::isnan(difference.low)) return say(difference.mean);
  return fmt::format("{} ({} {} {})", say(difference.mean), say(difference.low), in(tongue, "tot", "to"),
                     say(difference.high));
}

std::string level_text(double level, const Difference& difference, const Measure& measure, Tongue tongue) {
  if (!(shown_half(difference, measure) > 0)) return number(level * measure.factor, 0, tongue, false, measure.factor == 1 ? 0 : 1);
  return shown(level, difference, measure, tongue, false);
}

std::string certainty_text(const Difference& difference, Tongue tongue) {
  const Certainty certainty = certainty_of(difference);
  const bool counted = certainty == Certainty::AlmostCertain || certainty == Certainty::Likely ||
                       certainty == Certainty::MoreOftenThanNot || certainty == Certainty::CouldGoEitherWay;
  if (!counted) return std::string(words_of(certainty, tongue));
  return fmt::format("{} ({})", words_of(certainty, tongue), pairs_text(difference, tongue));
}

}  // namespace polder::report
