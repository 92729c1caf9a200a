// A country small enough for unit tests: four municipalities in two regions and two provinces, three sectors, three
// occupations, figures by hand. Studies of it need no file.
#pragma once

#include <cstdint>

#include "polder/scenario/scenario.h"
#include "support/tiny_parameters.h"
#include "world/country_files.h"

namespace polder {
/// 120,000 inhabitants; jobs add up to the employed residents; commuting between all pairs but one.
CountryFiles tiny_country();

/// A study of it, 2026-2033, at 1:`weight`, without scenarios.
Study tiny_study(std::uint32_t weight = 10);

}  // namespace polder
