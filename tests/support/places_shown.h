// What municipalities show over the last year of a run, for tests of distributions over seeds.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "support/figures.h"
#include "support/tiny_experiment.h"

namespace polder::testing {

inline constexpr std::array<std::string_view, 7> shown_names{"employed", "unemployed", "ww",   "bijstand",
                                                             "jobs",     "vacancies",  "hires"};
/// Means over the months of the last year [rows], in the order of the names; hires a month.
using Shown = std::array<double, shown_names.size()>;
/// By municipality.
using ShownByPlace = std::vector<Shown>;

/// The reference, with this luck. `prepare` builds a synthetic population for each seed.
ShownByPlace last_year(const Experiment& experiment, std::uint32_t replicate);

/// Runs of `seeds` synthetic populations, each with its own luck.
std::vector<ShownByPlace> runs_of(Study study, const CountryFiles& files, std::uint32_t seeds);

/// One quantity over runs, summed over municipalities `first` to `last`.
Figures over_runs(const std::vector<ShownByPlace>& runs, std::size_t shown, std::size_t first, std::size_t last);

}  // namespace polder::testing
