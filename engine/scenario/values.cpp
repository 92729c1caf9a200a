#include "scenario/values.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "scenario/fields.h"

namespace polder {
namespace {

constexpr int earliest_year = 1950, latest_year = 2150;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

/// The text of a scalar that is not empty; E104 otherwise.
const std::string* scalar(const data::Node& node, std::string_view what, std::string help, data::Problems& problems) {
  if (node.kind == data::Node::Kind::Scalar && !node.text.empty()) return &node.text;
  wrong_value(node, "E104", what, std::move(help), problems);
  return nullptr;
}

/// A number without trailing noise: 95, 7.5.
std::string plain(double number) { return fmt::format("{:.10g}", number); }

/// Reports a value outside its bounds, told in the unit that the user writes.
bool within(const data::Node& node, double value, Bounds bounds, data::Problems& problems, std::string_view unit = {},
            double one_unit = 1) {
  if (value >= bounds.least && value <= bounds.most) return true;
  const double nearest = value < bounds.least ? bounds.least : bounds.most;
  const std::string_view unit_of_nearest = nearest == 0 && unit.starts_with(" bn") ? unit.substr(3) : unit;
  problems.add(
      problem_at(node, "E113",
                 fmt::format("{}: '{}' is outside {} to {}{}", node.path, node.text, plain(bounds.least / one_unit),
                             plain(bounds.most / one_unit), unit),
                 fmt::format("the nearest that is allowed is '{}{}'", plain(nearest / one_unit), unit_of_nearest)));
  return false;
}

/// 1,500 and 1.500.000 as digits; empty if that is not what was written.
std::string without_separators(std::string_view text) {
  std::string digits;
  std::size_t since = 0;  // digits behind the last separator
  bool grouped = false;
  for (const char c : text) {
    const bool separator = c == ',' || c == '.' || c == ' ' || c == '_';
    if (!separator && !is_digit(c)) return {};
    if (separator && (digits.empty() || (grouped ? since != 3 : since > 3))) return {};
    grouped = grouped || separator;
    since = separator ? 0 : since + 1;
    if (!separator) digits += c;
  }
  return grouped && since == 3 ? digits : std::string();
}

double thousands(std::string_view prefix) {
  if (prefix == "k") return 1e3;
  if (prefix == "M") return 1e6;
  if (prefix == "bn") return 1e9;
  return 0;
}

}  // namespace

std::optional<Quantity> parse_quantity(std::string_view text) {
  std::size_t end = !text.empty() && (text[0] == '-' || text[0] == '+') ? 1 : 0;
  const std::size_t begin = text.starts_with('+') ? 1 : 0, digits = end;
  while (end < text.size() && is_digit(text[end])) ++end;
  if (end == digits) return std::nullopt;
  if (end + 1 < text.size() && text[end] == '.' && is_digit(text[end + 1]))
    for (++end; end < text.size() && is_digit(text[end]);) ++end;
  const std::string_view rest = text.substr(end);
  const bool ends = rest.empty() || rest[0] == ' ' || rest[0] == '\t' || rest[0] == '%' || is_letter(rest[0]);
  if (!ends) return std::nullopt;  // 1,300 and 1.3.0
  Quantity quantity;
  const auto read = std::from_chars(text.data() + begin, text.data() + end, quantity.number);
  if (read.ec != std::errc() || read.ptr != text.data() + end) return std::nullopt;
  bool gap = false;  // runs of blanks in the unit count as one
  for (const char c : rest) {
    if (c == ' ' || c == '\t') {
      gap = !quantity.unit.empty();
      continue;
    }
    if (gap) quantity.unit += ' ';
    gap = false;
    quantity.unit += c;
  }
  return quantity;
}

std::optional<std::string> read_text(const data::Node& node, data::Problems& problems) {
  const auto* text = scalar(node, "text", {}, problems);
  return text == nullptr ? std::nullopt : std::optional(*text);
}

std::optional<std::uint32_t> read_whole(const data::Node& node, std::uint32_t least, std::uint32_t most,
                                        data::Problems& problems, std::string_view unit) {
  const auto* text = scalar(node, "a whole number", {}, problems);
  if (text == nullptr) return std::nullopt;
  const auto quantity = parse_quantity(*text);
  const bool right_unit = quantity && (quantity->unit.empty() || quantity->unit == unit);
  const bool whole = right_unit && text->find('.') == std::string::npos;
  if (!whole) {
    const std::string digits = without_separators(*text);
    wrong_value(node, "E105", "a whole number",
                !digits.empty() ? fmt::format("write '{}'", digits)
                : unit.empty()  ? "write digits only, without unit or separator"
                                : fmt::format("write digits, and '{}' behind them or nothing", unit),
                problems);
    return std::nullopt;
  }
  const Bounds bounds{static_cast<double>(least), static_cast<double>(most)};
  if (!within(node, quantity->number, bounds, problems)) return std::nullopt;
  return static_cast<std::uint32_t>(quantity->number);
}

std::optional<double> read_share(const data::Node& node, Bounds bounds, data::Problems& problems) {
  const auto* text = scalar(node, "a share such as '50 %'", {}, problems);
  if (text == nullptr) return std::nullopt;
  const auto quantity = parse_quantity(*text);
  if (!quantity || quantity->unit != "%") {
    const bool fraction = quantity && text->find('.') != std::string::npos && quantity->number <= 1;
    const double number = quantity ? quantity->number * (fraction ? 100 : 1) : 50;
    wrong_value(node, "E105", "a share with a percent sign", fmt::format("write '{} %'", plain(number)), problems);
    return std::nullopt;
  }
  const double share = quantity->number / 100;
  if (!within(node, share, bounds, problems, " %", 0.01)) return std::nullopt;
  return share;
}

namespace {

/// A share "per year" or "per month"; `usual` stands in the hint where no number is given.
std::optional<double> read_rate(const data::Node& node, Bounds bounds, std::string_view per, double usual,
                                data::Problems& problems) {
  const std::string unit = fmt::format("% {}", per);
  const auto* text = scalar(node, fmt::format("a rate such as '{} {}'", plain(usual), unit), {}, problems);
  if (text == nullptr) return std::nullopt;
  const auto quantity = parse_quantity(*text);
  if (!quantity || quantity->unit != unit) {
    wrong_value(node, "E105", fmt::format("a rate {}", per),
                fmt::format("write '{} {}'", plain(quantity ? quantity->number : usual), unit), problems);
    return std::nullopt;
  }
  const double rate = quantity->number / 100;
  if (!within(node, rate, bounds, problems, " " + unit, 0.01)) return std::nullopt;
  return rate;
}

}  // namespace

std::optional<double> read_yearly_rate(const data::Node& node, Bounds bounds, data::Problems& problems) {
  return read_rate(node, bounds, "per year", -3, problems);
}

std::optional<double> read_monthly_rate(const data::Node& node, Bounds bounds, data::Problems& problems) {
  return read_rate(node, bounds, "per month", 1, problems);
}

std::optional<int> read_months(const data::Node& node, Bounds bounds, data::Problems& problems) {
  const auto* text = scalar(node, "a duration such as '6 months'", {}, problems);
  if (text == nullptr) return std::nullopt;
  const auto quantity = parse_quantity(*text);
  const bool months = quantity && (quantity->unit == "months" || quantity->unit == "month");
  const bool years = quantity && (quantity->unit == "years" || quantity->unit == "year");
  if ((!months && !years) || text->find('.') != std::string::npos) {
    wrong_value(node, "E105", "a duration in whole months or years",
                fmt::format("write '{:.0f} months'", quantity ? quantity->number : 6), problems);
    return std::nullopt;
  }
  const double value = quantity->number * (years ? 12 : 1);
  if (!within(node, value, bounds, problems, " months")) return std::nullopt;
  return static_cast<int>(value);
}

std::optional<double> read_money(const data::Node& node, std::string_view unit, Bounds bounds,
                                 data::Problems& problems) {
  const auto* text = scalar(node, fmt::format("an amount such as '1500 {}'", unit), {}, problems);
  if (text == nullptr) return std::nullopt;
  const auto quantity = parse_quantity(*text);
  const std::string_view given = quantity ? std::string_view(quantity->unit) : std::string_view();
  const double prefix = thousands(given.substr(0, given.find(' ')));
  const std::string wanted =
      prefix > 0 ? fmt::format("{} {}", given.substr(0, given.find(' ')), unit) : std::string(unit);
  if (given != wanted) {
    wrong_value(node, "E105", fmt::format("an amount in {}", unit),
                fmt::format("write '{} {}'; k, M or bn may stand before EUR", plain(quantity ? quantity->number : 1500),
                            wanted),
                problems);
    return std::nullopt;
  }
  const double factor = prefix > 0 ? prefix : 1;
  const double value = quantity->number * factor;
  const bool large = bounds.most >= 1e9;
  if (!within(node, value, bounds, problems, fmt::format("{} {}", large ? " bn" : "", unit), large ? 1e9 : 1))
    return std::nullopt;
  return value;
}

std::optional<std::uint32_t> read_ratio(const data::Node& node, data::Problems& problems) {
  const auto* text = scalar(node, "a sample such as '1:100'", {}, problems);
  if (text == nullptr) return std::nullopt;
  std::uint32_t weight = 0;
  const char* end = text->data() + text->size();
  const bool begins = text->starts_with("1:");
  const auto read = begins ? std::from_chars(text->data() + 2, end, weight) : std::from_chars_result{end, std::errc()};
  if (!begins || read.ec != std::errc() || read.ptr != end || weight < 1) {
    wrong_value(node, "E105", "a sample 1:N", "write '1:100' for one resident in a hundred", problems);
    return std::nullopt;
  }
  if (weight <= 10000) return weight;
  problems.add(problem_at(node, "E113", fmt::format("{}: '{}' is outside 1:1 to 1:10000", node.path, *text),
                          "the nearest that is allowed is '1:10000'"));
  return std::nullopt;
}

std::optional<Month> read_month(const data::Node& node, data::Problems& problems) {
  const auto* text = scalar(node, "a month such as '2026-07'", {}, problems);
  if (text == nullptr) return std::nullopt;
  const auto month = month_from_text(*text);
  if (month && month->year() >= earliest_year && month->year() <= latest_year) return month;
  const bool shaped = text->size() == 7 && (*text)[4] == '-';
  const bool right_month = month || (shaped && month_from_text("2000" + text->substr(4)));
  wrong_value(node, "E106", right_month ? fmt::format("a month from {} to {}", earliest_year, latest_year) : "a month",
              right_month ? "write a year in between, for example '2026-07'"
              : shaped    ? "months run from 01 to 12: write '2026-07'"
                          : "write '2026-07'",
              problems);
  return std::nullopt;
}

std::optional<std::size_t> read_choice(const data::Node& node, std::span<const std::string> choices,
                                       data::Problems& problems) {
  const auto* text = scalar(node, fmt::format("one of {}", fmt::join(choices, ", ")), {}, problems);
  if (text == nullptr) return std::nullopt;
  const auto found = std::find(choices.begin(), choices.end(), *text);
  if (found != choices.end()) return static_cast<std::size_t>(found - choices.begin());
  wrong_value(node, "E113", fmt::format("one of {}", fmt::join(choices, ", ")), did_you_mean(*text, choices), problems);
  return std::nullopt;
}

}  // namespace polder
