// Parts of the residents: by education, age and sector, in that order. Each is 15 or older, or out of school.
#pragma once

#include <string>
#include <vector>

#include "polder/scenario/inputs.h"
#include "polder/world/world.h"

namespace polder {

std::size_t part_count(const Country& country);
std::string part_name(const Country& country, std::size_t part);  // "education:high", "age:15-24", "sector:C"

/// Stocks of the parts of each region [regions x parts], of residents of the municipalities that are `reported`.
std::vector<Stocks> count_parts(const World& world, const Country& country,
                                const Column<MunicipalityIndex, std::uint8_t>& reported);

}  // namespace polder
