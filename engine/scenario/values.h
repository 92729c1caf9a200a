// Single values as the user writes them: quantities carry their unit as text. Each reader reports what is wrong with
// path, line and a value that would be right, and then gives nothing. Codes: E104 not a value of that kind, E105 unit
// or number, E106 date, E113 outside its bounds or not among the choices.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "data/yaml.h"
#include "polder/base/month.h"

namespace polder {

struct Bounds {
  double least = 0, most = 1;
};

/// A decimal number and what follows it: "12 M EUR per year" -> 12, "M EUR per year".
struct Quantity {
  double number = 0;
  std::string unit;
};
std::optional<Quantity> parse_quantity(std::string_view text);

std::optional<std::string> read_text(const data::Node& node, data::Problems& problems);
/// A plain whole number; the unit may stand behind it: "500" or "500 places".
std::optional<std::uint32_t> read_whole(const data::Node& node, std::uint32_t least, std::uint32_t most,
                                        data::Problems& problems, std::string_view unit = {});
/// "95 %" -> 0.95.
std::optional<double> read_share(const data::Node& node, Bounds bounds, data::Problems& problems);
/// "-3 % per year" -> -0.03.
std::optional<double> read_yearly_rate(const data::Node& node, Bounds bounds, data::Problems& problems);
/// A chance per month: "1 % per month".
std::optional<double> read_monthly_rate(const data::Node& node, Bounds bounds, data::Problems& problems);
/// "6 months" or "2 years" -> months; bounds in months.
std::optional<int> read_months(const data::Node& node, Bounds bounds, data::Problems& problems);
/// "12 M EUR per year" with unit "EUR per year" -> EUR; k, M and bn may stand before EUR.
std::optional<double> read_money(const data::Node& node, std::string_view unit, Bounds bounds,
                                 data::Problems& problems);
/// "1:100" -> 100.
std::optional<std::uint32_t> read_ratio(const data::Node& node, data::Problems& problems);
/// "2026-07".
std::optional<Month> read_month(const data::Node& node, data::Problems& problems);
/// The number of the choice.
std::optional<std::size_t> read_choice(const data::Node& node, std::span<const std::string> choices,
                                       data::Problems& problems);

}  // namespace polder
