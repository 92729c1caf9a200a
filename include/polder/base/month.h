// Calendar months, counted from January 1900. State holds months in which things happened, not counters.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace polder {

struct Month {
  std::uint16_t index = 0;  // [months since January 1900]; 0 means never

  static constexpr Month of(int year, int calendar_month) {
    return Month{static_cast<std::uint16_t>((year - 1900) * 12 + calendar_month - 1)};
  }

  constexpr int year() const { return 1900 + index / 12; }
  constexpr int calendar_month() const { return index % 12 + 1; }  // 1..12

  friend constexpr auto operator<=>(const Month&, const Month&) = default;
};

inline constexpr Month never{0};

constexpr Month operator+(Month month, int months) { return Month{static_cast<std::uint16_t>(month.index + months)}; }
constexpr Month operator-(Month month, int months) { return month + -months; }
/// Whole months from `earlier` to `later`; negative when later comes first.
constexpr int operator-(Month later, Month earlier) { return int{later.index} - int{earlier.index}; }

std::string to_text(Month month);                             // "2026-07"
std::optional<Month> month_from_text(std::string_view text);  // "2026-07"; nothing else

}  // namespace polder
