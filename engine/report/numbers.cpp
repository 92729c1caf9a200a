#include "report/numbers.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace polder::report {
namespace {

constexpr int most_decimals = 6;

int decimals_of(double step) {
  if (!(step > 0) || step >= 1) return 0;
  return std::min(most_decimals, static_cast<int>(std::lround(-std::log10(step))));
}

/// Digits of a number that is not negative, in groups of three.
std::string grouped(std::string digits, Tongue tongue) {
  const std::size_t point = std::min(digits.find('.'), digits.size());
  if (tongue == Tongue::Dutch && point < digits.size()) digits[point] = ',';
  const char separator = tongue == Tongue::Dutch ? '.' : ',';
  for (std::size_t at = point; at > 3;) digits.insert(at -= 3, 1, separator);
  return digits;
}

}  // namespace

double step_for(double half_width) {
  if (!(half_width > 0) || !std::isfinite(half_width)) return 0;
  return std::pow(10, std::floor(std::log10(half_width / 2)));
}

std::string number(double value, double step, Tongue tongue, bool sign) {
  if (!std::isfinite(value)) return "–";
  const double shown = step > 0 ? std::round(value / step) * step : value;
  const std::string digits = fmt::format("{:.{}f}", std::abs(shown), decimals_of(step));
  const bool nothing = digits.find_first_not_of("0.") == std::string::npos;
  const std::string_view before = nothing ? "" : shown < 0 ? "−" : sign ? "+" : "";
  return std::string(before) + grouped(digits, tongue);
}

std::string whole(double value, Tongue tongue) { return number(value, 1, tongue); }

std::string month_name(Month month, Tongue tongue) {
  constexpr std::array<std::string_view, 12> dutch{"januari",   "februari", "maart",    "april",
                                                   "mei",       "juni",     "juli",     "augustus",
                                                   "september", "oktober",  "november", "december"};
  constexpr std::array<std::string_view, 12> english{"January",   "February", "March",    "April",
                                                     "May",       "June",     "July",     "August",
                                                     "September", "October",  "November", "December"};
  const auto row = static_cast<std::size_t>(month.calendar_month() - 1);
  return fmt::format("{} {}", in(tongue, dutch[row], english[row]), month.year());
}

std::string months_between(Month from, Month to, Tongue tongue) {
  if (from == to) return month_name(from, tongue);
  if (from.calendar_month() == 1 && to.calendar_month() == 12)
    return from.year() == to.year() ? fmt::format("{}", from.year()) : fmt::format("{}–{}", from.year(), to.year());
  return fmt::format("{} {} {}", month_name(from, tongue), in(tongue, "t/m", "to"), month_name(to, tongue));
}

}  // namespace polder::report
