#include "calibrate/report.h"

#include <fmt/format.h>

#include <cmath>
#include <set>

#include "calibrate/distance.h"

namespace polder::calibrate {
namespace {

/// As CSV and YAML write it: a quote is doubled, or written as an apostrophe.
std::string quoted(const std::string& text, std::string_view quote) {
  std::string all = "\"";
  for (const char c : text) {
    const bool plain = c != '"' && c != '\\' && c != '\n';
    all += plain ? std::string(1, c) : c == '"' ? std::string(quote) : std::string(" ");
  }
  return all + "\"";
}

/// Decimal digits without an exponent, which files of parameters do not take; empty for no number.
std::string plain(double number) {
  if (std::isnan(number)) return {};
  std::string text = fmt::format("{:.12f}", number);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

/// "P01, P02": the published facts that had a weight.
std::string patterns_of(const Targets& targets) {
  std::set<std::string_view> patterns;
  for (const Target& target : targets.moments)
    if (target.weight > 0) patterns.insert(target.moment->pattern);
  return fmt::format("{}", fmt::join(patterns, ", "));
}

std::string source_of(const Targets& targets, const Calibration& calibration, const FreeParameter& free) {
  return fmt::format("calibrated on {}: {}; {} to {}, 1:{}, {} replicates, distance {:.4g}; before {:.10g}: {}",
                     targets.name, patterns_of(targets), to_text(targets.from), to_text(targets.to),
                     targets.study.weight, targets.replicates, calibration.after.distance, free.given.value,
                     free.given.source);
}

}  // namespace

std::string report_csv(const Targets& targets, const Calibration& calibration) {
  std::string text = "kind,key,pattern,unit,target,from,to,weight,before,after,verdict,source\n";
  for (std::size_t i = 0; i < targets.moments.size(); ++i) {
    const Target& target = targets.moments[i];
    const double after = calibration.after.moments[i];
    text += fmt::format("moment,{},{},{},{},{},{},{},{},{},{},{}\n", target.moment->key, target.moment->pattern,
                        target.moment->unit, target.value ? plain(*target.value) : "", plain(target.from),
                        plain(target.to), plain(target.weight), plain(calibration.before.moments[i]), plain(after),
                        to_text(verdict_on(target, after)), quoted(target.source, "\"\""));
  }
  for (std::size_t i = 0; i < targets.parameters.size(); ++i) {
    const FreeParameter& free = targets.parameters[i];
    text += fmt::format("parameter,{},,{},,{},{},,{},{},,{}\n", free.declaration->key, to_text(free.declaration->unit),
                        plain(free.from), plain(free.to), plain(free.given.value), plain(calibration.after.values[i]),
                        quoted(free.given.source, "\"\""));
  }
  return text + fmt::format("distance,,,,,,,,{},{},,\n", plain(calibration.before.distance),
                            plain(calibration.after.distance));
}

std::map<std::string, std::string> parameter_files(const Targets& targets, const Calibration& calibration) {
  std::map<std::string, std::string> files;
  std::string& block = files["study-parameters.yaml"];
  block = "parameters:\n";
  for (std::size_t i = 0; i < targets.parameters.size(); ++i) {
    const FreeParameter& free = targets.parameters[i];
    const double value = calibration.after.values[i];
    files[fmt::format("{}.yaml", free.declaration->file)] +=
        fmt::format("{}: {{value: {}, unit: {}, range: [{}, {}], status: computed, source: {}}}\n",
                    free.declaration->key, plain(value), to_text(free.declaration->unit), plain(free.given.from),
                    plain(free.given.to), quoted(source_of(targets, calibration, free), "'"));
    block += fmt::format("  {}: {}\n", free.declaration->key, plain(value));
  }
  return files;
}

}  // namespace polder::calibrate
