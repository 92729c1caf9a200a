#include "report/sentences.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace polder::report {
namespace {

double shown_half(const Difference& difference, const Measure& measure) { return half_of(difference) * measure.factor; }

constexpr int most_digits = 3;  // of a mean: a model knows no more

/// The step on which a digit is the last that is shown of a value.
double step_of_digits(double value, int digits) {
  const double size = std::abs(value);
  return size > 0 ? std::pow(10, std::floor(std::log10(size)) + 1 - digits) : 1;
}

/// What is the same in every run: as many digits as there are, at most three.
std::string exactly(double value, Tongue tongue, bool sign) {
  std::string text = number(value, step_of_digits(value, most_digits), tongue, sign);
  if (text.find(tongue == Tongue::Dutch ? ',' : '.') != std::string::npos && std::abs(value) < 100) {
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == ',' || text.back() == '.') text.pop_back();
  }
  return text;
}

std::string shown(double value, const Difference& difference, const Measure& measure, Tongue tongue, bool sign) {
  const double step = step_for(shown_half(difference, measure)), amount = value * measure.factor;
  if (measure.finest > 0 && std::abs(amount) < measure.finest / 2) return "0";
  if (!(step > 0)) return exactly(amount, tongue, sign);
  return number(amount, std::max({step, step_of_digits(difference.mean * measure.factor, most_digits), measure.finest}),
                tongue, sign);
}

/// An end of the interval; with a digit of its own where a visible difference would be shown as reaching 0.
std::string bound(double value, const Difference& difference, const Measure& measure, Tongue tongue, bool sign) {
  const double step = step_for(shown_half(difference, measure)), amount = value * measure.factor;
  if (is_visible(difference) && std::abs(amount) < step / 2 && std::abs(amount) >= measure.finest / 2)
    return number(amount, step_of_digits(amount, 1), tongue, sign);
  return shown(value, difference, measure, tongue, sign);
}

std::string how_sure(const Difference& difference, Tongue tongue) {
  const Certainty certainty = certainty_of(difference);
  if (certainty == Certainty::Exact || certainty == Certainty::TooFewRuns)
    return fmt::format(" ({})", words_of(certainty, tongue));
  if (certainty == Certainty::CouldGoEitherWay)
    return fmt::format(
        fmt::runtime(in(tongue, ". Dat {}: zo was het in {} doorrekeningen", ". That {}: so it was in {} runs")),
        words_of(certainty, tongue), pairs_text(difference, tongue));
  return fmt::format(
      fmt::runtime(in(tongue, ". Dat is {}: zo was het in {} doorrekeningen", ". That is {}: so it was in {} runs")),
      words_of(certainty, tongue), pairs_text(difference, tongue));
}

/// Which way the mean goes.
std::string_view way_of(const Difference& difference, Tongue tongue) {
  return difference.mean < 0 ? in(tongue, "lager", "lower") : in(tongue, "hoger", "higher");
}

}  // namespace

double half_of(const Difference& difference) {
  return std::isnan(difference.low) ? 0 : (difference.high - difference.low) / 2;
}

std::string sentence_about(const Finding& finding, Tongue tongue) {
  const Difference& d = finding.difference;
  const Measure& measure = finding.measure;
  const std::string subject = finding.where.empty() ? measure.subject : measure.subject + " " + finding.where;
  const auto say = [&](double value) { return shown(value, d, measure, tongue, false); };
  if (d.pairs == 0)
    return fmt::format(fmt::runtime(in(tongue, "Met {} is {} niet gemeten.", "With {}, {} was not measured.")),
                       in_quotes(finding.scenario), subject);
  if (d.pairs < 2)
    return fmt::format(fmt::runtime(in(tongue,
                                       "Met {} is {} in de ene doorrekening die er is {} {} dan met {} ({}); hoe "
                                       "zeker dat is, valt niet te zeggen.",
                                       "With {}, {} is {} {} than with {} in the only run that there is ({}); how sure "
                                       "that is cannot be said.")),
                       in_quotes(finding.scenario), subject, with_unit(say(std::abs(d.mean)), measure.difference_unit),
                       way_of(d, tongue), in_quotes(finding.other), finding.when);
  if (d.low == 0 && d.high == 0)
    return fmt::format(
        fmt::runtime(in(tongue,
                        "Tussen {} en {} is geen zichtbaar verschil in {} ({}): in elke doorrekening zijn "
                        "ze gelijk.",
                        "Between {} and {} there is no visible difference in {} ({}): in every run they "
                        "are the same.")),
        in_quotes(finding.scenario), in_quotes(finding.other), subject, finding.when);
  if (!is_visible(d))
    return fmt::format(fmt::runtime(in(tongue,
                                       "Tussen {} en {} is geen zichtbaar verschil in {} ({}): de marge van toeval, {} "
                                       "tot {}, sluit nul niet uit.",
                                       "Between {} and {} there is no visible difference in {} ({}): the margin of "
                                       "chance, {} to {}, does not leave out nothing.")),
                       in_quotes(finding.scenario), in_quotes(finding.other), subject, finding.when,
                       bound(d.low, d, measure, tongue, true),
                       with_unit(bound(d.high, d, measure, tongue, true), measure.difference_unit));
  const double near = std::min(std::abs(d.low), std::abs(d.high)), far = std::max(std::abs(d.low), std::abs(d.high));
  const std::string margin =
      near == far
          ? finding.when
          : fmt::format(fmt::runtime(in(tongue, "marge: {} tot {}; {}", "margin: {} to {}; {}")),
                        bound(near, d, measure, tongue, false), bound(far, d, measure, tongue, false), finding.when);
  return fmt::format(
      fmt::runtime(in(tongue, "Met {} is {} {} {} dan met {} ({}){}.", "With {}, {} is {} {} than with {} ({}){}.")),
      in_quotes(finding.scenario), subject, with_unit(say(std::abs(d.mean)), measure.difference_unit),
      way_of(d, tongue), in_quotes(finding.other), margin, how_sure(d, tongue));
}

std::string difference_text(const Difference& difference, const Measure& measure, Tongue tongue) {
  const auto say = [&](double value) { return shown(value, difference, measure, tongue, true); };
  if (difference.pairs == 0) return "–";
  if (std::isnan(difference.low)) return say(difference.mean);
  if (difference.low == difference.high) return say(difference.mean);
  return fmt::format("{} ({} {} {})", say(difference.mean), bound(difference.low, difference, measure, tongue, true),
                     in(tongue, "tot", "to"), bound(difference.high, difference, measure, tongue, true));
}

std::string level_text(double level, const Difference& difference, const Measure& measure, Tongue tongue) {
  const double step = step_for(shown_half(difference, measure)), amount = level * measure.factor;
  if (!(step > 0)) return exactly(amount, tongue, false);
  return number(amount, std::max(step, step_of_digits(difference.mean * measure.factor, most_digits)), tongue);
}

std::string certainty_text(const Difference& difference, Tongue tongue) {
  const Certainty certainty = certainty_of(difference);
  const bool counted = certainty == Certainty::AlmostCertain || certainty == Certainty::Likely ||
                       certainty == Certainty::MoreOftenThanNot || certainty == Certainty::CouldGoEitherWay;
  if (!counted) return std::string(words_of(certainty, tongue));
  return fmt::format("{} ({})", words_of(certainty, tongue), pairs_text(difference, tongue));
}

}  // namespace polder::report
