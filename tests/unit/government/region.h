// The reference region of the printed tables: municipalities of a size, on coverages of commuting that are usual in the
// Netherlands, and the parameters as shipped.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>

#include "government/cards.h"
#include "scenario/parameter_files.h"

namespace polder::testing {

inline const Parameters& shipped_parameters() {
  static const Parameters parameters = load_parameters(POLDER_ROOT "/scenarios/parameters");
  return parameters;
}
inline const GovernmentParameters& shipped() { return shipped_parameters().government; }

inline constexpr std::array levels{Level::Local,    Level::Network,  Level::Centre,       Level::Joint,
                                   Level::Province, Level::National, Level::International};

struct Region {
  double size = 50'000;  // [persons] of each municipality
  double partners = 10;
  double trust = .5;

  government::Setting setting(Task task, Level level) const {
    const std::size_t row = number(level);
    const double own_coverage = std::clamp(.376 + .09 * std::log2(size / 50'000), .15, .70);
    const std::array<double, level_count> inhabitants{
        size, partners * 50'000, partners * 50'000, partners * 50'000, 1.45e6, 17.5e6, 400e6};
    const std::array<double, level_count> coverage{own_coverage, .72, .72, .72, .83, .98, 1};
    constexpr std::array<double, level_count> across_the_border{.05, .10, .10, .10, .20, .35, .95};
    government::Setting setting;
    setting.inhabitants = inhabitants[row];
    setting.coverage = task == Task::Border ? across_the_border[row] : coverage[row];
    setting.dissimilarity = shipped().level[row].dissimilarity;
    setting.integration = government::integration_at(level, .5, .5, .5, shipped().integration);
    setting.partners = partners;
    setting.trust = trust;
    return setting;
  }
};

inline constexpr std::array<double, level_count> coverage_inside{.47, .73, .73, .73, .85, .98, 1};

}  // namespace polder::testing
