#include "government/cards.h"

#include <cmath>

#include "government/contributions.h"
#include "government/effort.h"

namespace polder::government {

double card_value(Task task, Level level, const Setting& setting, double coverage_inside,
                  const GovernmentParameters& parameters) {
  const double committed = commitment(level, setting.trust, setting.organising, parameters);
  const double partners = level == Level::Local ? 1 : setting.partners;
  return internalised_share(parameters.task[number(task)].reach_weight, coverage_inside, committed, partners) *
         dials_of(task, level, setting, parameters).productivity();
}

std::optional<double> trust_for_a_network(Task task, Setting setting, double coverage_inside,
                                          const GovernmentParameters& parameters) {
  for (int hundredths = 0; hundredths <= 100; ++hundredths) {
    setting.trust = hundredths / 100.0;
    const auto value = [&](Level level) { return card_value(task, level, setting, coverage_inside, parameters); };
    if (value(Level::Network) >= value(Level::Joint)) return setting.trust;
  }
  return std::nullopt;
}

Level best_level(Level current, const std::array<double, level_count>& value,
                 const std::array<bool, level_count>& allowed, double hysteresis) {
  std::size_t best = number(current);
  for (std::size_t level = 0; level < level_count; ++level)
    if (allowed[level] && (value[level] > value[best] || (level < best && value[level] == value[best]))) best = level;
  const double now = value[number(current)];
  return value[best] - now > hysteresis * std::abs(now) ? index_of<Level>(best) : current;
}

}  // namespace polder::government
