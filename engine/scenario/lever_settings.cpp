// The levers of a scenario: a value, a value for a period and some places, or a list of these.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "polder/scenario/lever.h"
#include "scenario/settings.h"
#include "scenario/values.h"

namespace polder {
namespace {

std::vector<std::string> choices_of(const Lever& lever) {
  std::vector<std::string> choices(1);
  for (const char c : lever.unit) {
    if (c == '|')
      choices.emplace_back();
    else
      choices.back() += c;
  }
  return choices;
}

/// A lever that takes both an amount and a share of today's figure: "12 M EUR per year", "150 %".
bool is_relative(const data::Node& node, const Lever& lever) {
  return lever.relative_allowed && node.kind == data::Node::Kind::Scalar && node.text.ends_with('%');
}

/// A list of choices, or one of them, as a bit for each; 0 after a mistake.
double read_set(const data::Node& node, const std::vector<std::string>& choices, data::Problems& problems) {
  const bool list = node.kind == data::Node::Kind::List;
  if (list && node.items.empty())
    wrong_value(node, "E104", fmt::format("one or more of {}", fmt::join(choices, ", ")), "name one", problems);
  std::uint32_t bits = 0;
  bool right = true;
  for (std::size_t i = 0; i < (list ? node.items.size() : 1); ++i) {
    const auto choice = read_choice(list ? node.items[i] : node, choices, problems);
    right = right && choice;
    bits |= 1u << choice.value_or(0);
  }
  return right && (!list || !node.items.empty()) ? bits : 0;
}

void read_value(const data::Node& node, const Lever& lever, LeverSetting& setting, data::Problems& problems) {
  const Bounds bounds{lever.least, lever.most};
  if (is_relative(node, lever)) {
    setting.relative = true;
    setting.value = read_share(node, {0, 10}, problems).value_or(0);
    return;
  }
  switch (lever.kind) {
    case LeverKind::Share:
      setting.value = read_share(node, bounds, problems).value_or(0);
      return;
    case LeverKind::Money:
      setting.value = read_money(node, lever.unit, bounds, problems).value_or(0);
      return;
    case LeverKind::Months:
      setting.value = read_months(node, bounds, problems).value_or(0);
      return;
    case LeverKind::Count:
      setting.value = read_whole(node, static_cast<std::uint32_t>(lever.least), static_cast<std::uint32_t>(lever.most),
                                 problems, lever.unit)
                          .value_or(0);
      return;
    case LeverKind::Choice:
      setting.value = static_cast<double>(read_choice(node, choices_of(lever), problems).value_or(0));
      return;
    case LeverKind::Set:
      setting.value = read_set(node, choices_of(lever), problems);
      return;
  }
}

std::string example_of(const Lever& lever) {
  switch (lever.kind) {
    case LeverKind::Share:
      return "50 %";
    case LeverKind::Money:
      return fmt::format("1500 {}", lever.unit);
    case LeverKind::Months:
      return "18 months";
    case LeverKind::Count:
      return "100";
    case LeverKind::Choice:
      return choices_of(lever).front();
    case LeverKind::Set:
      return fmt::format("[{}]", fmt::join(choices_of(lever), ", "));
  }
  return {};
}

/// The value under `value`, or under the lever's own word for it (intensity).
void read_named_value(const data::Node& node, const Lever& lever, Fields& fields, LeverSetting& setting,
                      data::Problems& problems) {
  const std::string own(lever.value_key.empty() ? "value" : lever.value_key);
  const auto* general = own == "value" ? nullptr : fields.take("value");
  const auto* named = general == nullptr ? fields.need(own, example_of(lever)) : fields.take(own);
  if (general != nullptr && named != nullptr) {
    problems.add(problem_at(*named, "E118", fmt::format("both 'value' and '{}'{}", own, inside(node)),
                            "they mean the same; keep one of them"));
    return;
  }
  if (named == nullptr) named = general;
  if (named != nullptr) read_value(*named, lever, setting, problems);
}

void read_who(const data::Node& node, const Lever& lever, LeverSetting& setting, Reading& reading) {
  if (!lever.per_municipality) {
    reading.problems.add(problem_at(node, "E118", fmt::format("{}: '{}' is the same everywhere", node.path, lever.key),
                                    "leave 'who' out"));
    return;
  }
  const auto add = [&](const data::Node& place) {
    for (auto& code : reading.places.municipalities(place, reading.problems)) setting.who.push_back(std::move(code));
  };
  if (node.kind != data::Node::Kind::List) return add(node);
  if (node.items.empty())
    wrong_value(node, "E104", "one or more places", "leave 'who' out to mean all", reading.problems);
  for (const auto& item : node.items) add(item);
}

void read_lever_period(const data::Node& node, const data::Node* from, const data::Node* to, LeverSetting& setting,
                       data::Problems& problems) {
  if (from != nullptr) setting.from = read_month(*from, problems);
  if (to != nullptr) setting.to = read_month(*to, problems);
  if (setting.from && setting.to && *setting.to < *setting.from)
    problems.add(problem_at(
        *to, "E106",
        fmt::format("{}: 'to' ({}) is before 'from' ({})", node.path, to_text(*setting.to), to_text(*setting.from)),
        "the first month comes first; leave 'to' out for a lever that stays"));
}

void read_one(const data::Node& node, const Lever& lever, Reading& reading, std::vector<LeverSetting>& settings) {
  data::Problems& problems = reading.problems;
  LeverSetting setting;
  setting.key = lever.key;
  setting.origin = origin_of(node);
  if (node.kind != data::Node::Kind::Map) {
    read_value(node, lever, setting, problems);
    settings.push_back(std::move(setting));
    return;
  }
  Fields fields(node, problems);
  const auto* from = fields.take("from");
  const auto* to = fields.take("to");
  const auto* who = fields.take("who");
  read_named_value(node, lever, fields, setting, problems);
  fields.finish();
  read_lever_period(node, from, to, setting, problems);
  if (who != nullptr) read_who(*who, lever, setting, reading);
  settings.push_back(std::move(setting));
}

/// `{municipalities: 40 %, employers: 60 %}`, with `from` and `to` if need be. A part that is left out is nothing.
void read_parts(const data::Node& node, Reading& reading, std::vector<LeverSetting>& settings) {
  data::Problems& problems = reading.problems;
  Fields fields(node, problems);
  LeverSetting period;
  period.origin = origin_of(node);
  read_lever_period(node, fields.take("from"), fields.take("to"), period, problems);
  double sum = 0;
  bool all_read = fields.valid();
  std::size_t known = (node.find("from") != nullptr ? 1u : 0u) + (node.find("to") != nullptr ? 1u : 0u);
  for (const Lever& lever : levers()) {
    if (!is_part(lever)) continue;
    LeverSetting setting = period;
    setting.key = lever.key;
    if (const auto* part = fields.take(lever.key.substr(lever_of_parts.size() + 1))) {
      const auto share = read_share(*part, {0, 1}, problems);
      all_read = all_read && share;
      ++known;
      setting.value = share.value_or(0);
    }
    sum += setting.value;
    settings.push_back(std::move(setting));
  }
  fields.finish();
  if (all_read && known == node.entries.size() && std::abs(sum - 1) > 1e-6)
    problems.add(problem_at(node, "E120",
                            fmt::format("{} must add up to 100 %, they add up to {:g} %", node.path, sum * 100),
                            "a part that is left out is 0 %"));
}

}  // namespace

void read_lever(const data::Node& map, const data::Node::Entry& entry, Reading& reading,
                std::vector<LeverSetting>& settings) {
  if (entry.key == lever_of_parts) {
    if (entry.value.kind != data::Node::Kind::List) return read_parts(entry.value, reading, settings);
    for (const auto& item : entry.value.items) read_parts(item, reading, settings);
    return;
  }
  const Lever* lever = find_lever(entry.key);
  if (lever == nullptr) {
    std::vector<std::string> keys;
    for (const auto& each : levers()) keys.emplace_back(each.key);
    std::string help = did_you_mean(entry.key, keys);
    if (help.empty()) help = fmt::format("levers of this version: {}", fmt::join(keys, ", "));
    reading.problems.add(problem_at(key_node(map, entry), "E112",
                                    fmt::format("unknown lever '{}'{}", entry.key, inside(map)), std::move(help)));
    return;
  }
  if (is_part(*lever)) {
    reading.problems.add(
        problem_at(key_node(map, entry), "E118", fmt::format("'{}' is a part of a whole", entry.key),
                   fmt::format("write '{}: {{municipalities: 40 %, employers: 60 %}}'", lever_of_parts)));
    return;
  }
  const auto is_map = [](const data::Node& item) { return item.kind == data::Node::Kind::Map; };
  const bool one_set = lever->kind == LeverKind::Set && std::ranges::none_of(entry.value.items, is_map);
  if (entry.value.kind != data::Node::Kind::List || one_set) return read_one(entry.value, *lever, reading, settings);
  for (const auto& item : entry.value.items) read_one(item, *lever, reading, settings);
}

}  // namespace polder
