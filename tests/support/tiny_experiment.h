// Studies of the tiny country made ready without files.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "polder/simulation/simulation.h"
#include "simulation/resolve.h"
#include "support/tiny_country.h"

namespace polder::testing {

/// `prepare` with figures that stand in no file. Throws InputError.
Experiment tiny_experiment(const Study& study, const CountryFiles& files = tiny_country());

Scenario scenario(std::string name);

/// Two years of the tiny country after half a year of warm-up: a reference, and the closure of a plant of 600 jobs.
Study tiny_closure(std::uint32_t weight = 20);

LeverSetting setting(std::string_view key, double value, std::optional<Month> from = {});

/// Money for training beside a job and without one, attraction, wage subsidies and sheltered places.
std::vector<LeverSetting> all_programmes();

/// The tiny country with occupations near enough for training to lead from one to another.
CountryFiles near_occupations();

/// A place abroad near its east.
CountryFiles with_border(CountryFiles files = tiny_country());

/// A whole run of one scenario.
RunState run_whole(const Experiment& experiment, std::size_t scenario, std::uint32_t replicate = 0);

}  // namespace polder::testing
