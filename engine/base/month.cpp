#include "polder/base/month.h"

#include <fmt/core.h>

#include <limits>

namespace polder {

std::string to_text(Month month) {
  if (month == never) return "never";
  return fmt::format("{:04}-{:02}", month.year(), month.calendar_month());
}

std::optional<Month> month_from_text(std::string_view text) {
  if (text.size() != 7 || text[4] != '-') return std::nullopt;
  const auto digits = [&](std::size_t first, std::size_t last) {
    int value = 0;
    for (std::size_t i = first; i < last; ++i) {
      if (text[i] < '0' || text[i] > '9') return -1;
      value = value * 10 + (text[i] - '0');
    }
    return value;
  };
  const int year = digits(0, 4);
  const int calendar_month = digits(5, 7);
  if (year < 1900 || calendar_month < 1 || calendar_month > 12) return std::nullopt;
  const int index = (year - 1900) * 12 + calendar_month - 1;
  // January 1900 would read as "never"; years after 7361 do not fit.
  if (index == 0 || index > std::numeric_limits<std::uint16_t>::max()) return std::nullopt;
  return Month{static_cast<std::uint16_t>(index)};
}

}  // namespace polder
