// Where applications of an occupation go: the kernel A x W of L7 as integer weights.
#pragma once

#include <cstdint>
#include <vector>

#include "polder/scenario/parameters.h"
#include "polder/world/country.h"

namespace polder {

/// Country::occupation_weight: (A[o,o'] + bridge x b[o,o']) (w_o'/w_o)^power, A the share `occupation.same` on the
/// diagonal and the rest proportional to employment times exp(similarity x cosine); b the employment in the other
/// occupations whose cosine is above `agenda.bridge_from`, as shares of their sum. Behind them a row per education for
/// who has no occupation yet: occupations that suit it, per job, since vacancies stand for the jobs; no bridge there.
/// Integers, largest 65535 per row.
/// Source  A: parameters/search.yaml; b and bridge [share of the applications]: parameters/training.yaml
std::vector<std::uint16_t> occupation_weights(const Country& country, const Parameters& parameters, double bridge);

}  // namespace polder
