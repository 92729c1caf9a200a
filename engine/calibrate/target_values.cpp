#include "calibrate/target_values.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace polder::calibrate {
namespace {

constexpr double heaviest = 1000;

/// The band of a moment, which must not be empty and must hold its value.
bool read_band(const data::Node& node, Target& target, data::Problems& problems) {
  if (node.kind != data::Node::Kind::List || node.items.size() != 2) {
    wrong_value(node, "E104", "a band of two numbers", "write [least, most]", problems);
    return false;
  }
  const Bounds possible{target.moment->least, target.moment->most};
  const auto from = read_plain(node.items[0], possible, problems), to = read_plain(node.items[1], possible, problems);
  if (!from || !to) return false;
  target.from = *from;
  target.to = *to;
  if (!(*from < *to)) {
    problems.add(problem_at(node, "E173",
                            fmt::format("{}: the band {:.10g} to {:.10g} is empty", node.path, *from, *to),
                            "the lower end comes first, and a figure is never met exactly"));
    return false;
  }
  if (!target.value || (*target.value >= *from && *target.value <= *to)) return true;
  problems.add(problem_at(node, "E173",
                          fmt::format("{}: the band {:.10g} to {:.10g} does not hold the value {:.10g}", node.path,
                                      *from, *to, *target.value)));
  return false;
}

/// `weight: 2` or `checked: true`, not both.
void read_weight(const data::Node* weight, const data::Node* checked, Target& target, data::Problems& problems) {
  static const std::array<std::string, 2> answers{"false", "true"};
  const bool only_looked_at = checked != nullptr && read_choice(*checked, answers, problems) == std::size_t{1};
  if (weight != nullptr) target.weight = read_plain(*weight, {0, heaviest}, problems).value_or(1);
  if (only_looked_at && weight != nullptr)
    problems.add(problem_at(*checked, "E118",
                            fmt::format("{}: a moment that is only looked at has no weight", checked->path),
                            "keep either 'weight' or 'checked: true'"));
  if (only_looked_at) target.weight = 0;
}

/// A parameter that cannot be moved by itself, and why; empty for all others.
std::string why_not(const ParameterDeclaration& declaration) {
  if (declaration.key.starts_with("bijstand.entry_class") || declaration.key.starts_with("bijstand.initial_class"))
    return "it is a share of a whole: moving it alone would break the sum";
  if (declaration.unit == Unit::Switch) return "it is a switch";
  if (declaration.unit == Unit::Months || declaration.unit == Unit::Years || declaration.unit == Unit::Persons ||
      declaration.unit == Unit::Count)
    return fmt::format("it is counted in whole {}", to_text(declaration.unit));
  return {};
}

void check_range(const data::Node& node, const FreeParameter& free, data::Problems& problems) {
  if (!(free.from < free.to))
    problems.add(
        problem_at(node, "E171",
                   fmt::format("{}: from {:.10g} to {:.10g} leaves nothing to choose", node.path, free.from, free.to),
                   "'from' must be below 'to'"));
  else if (free.from < free.given.from || free.to > free.given.to)
    problems.add(
        problem_at(node, "E171",
                   fmt::format("{}: {:.10g} to {:.10g} is not within the range {:.10g} to {:.10g} of its source",
                               node.path, free.from, free.to, free.given.from, free.given.to),
                   fmt::format("polder explain {} shows value, range and source", free.declaration->key)));
}

}  // namespace

std::optional<double> read_plain(const data::Node& node, Bounds bounds, data::Problems& problems) {
  const auto quantity = node.kind == data::Node::Kind::Scalar ? parse_quantity(node.text) : std::nullopt;
  if (!quantity || !quantity->unit.empty()) {
    wrong_value(node, "E105", "a plain number", quantity ? "write the number alone, in the unit of the moment" : "",
                problems);
    return std::nullopt;
  }
  if (quantity->number >= bounds.least && quantity->number <= bounds.most) return quantity->number;
  problems.add(problem_at(node, "E113",
                          fmt::format("{}: '{}' is impossible: it lies between {:.10g} and {:.10g}", node.path,
                                      node.text, bounds.least, bounds.most)));
  return std::nullopt;
}

std::optional<Target> read_target(const data::Node& map, const data::Node::Entry& entry, const data::Node*& classes,
                                  data::Problems& problems) {
  Target target;
  target.moment = find_moment(entry.key);
  if (target.moment == nullptr) {
    std::vector<std::string> keys;
    for (const Moment& moment : moments()) keys.emplace_back(moment.key);
    std::string help = did_you_mean(entry.key, keys);
    if (help.empty()) help = fmt::format("moments: {}", fmt::join(keys, ", "));
    problems.add(problem_at(key_node(map, entry), "E170", fmt::format("unknown moment '{}'", entry.key), help));
    return std::nullopt;
  }
  target.origin = origin_of(key_node(map, entry));
  Fields fields(entry.value, problems);
  const auto* value = fields.take("value");
  const auto* unit = fields.need("unit", target.moment->unit);
  const auto* band = fields.need("band", "[least, most]");
  const auto* weight = fields.take("weight");
  const auto* checked = fields.take("checked");
  const auto* source = fields.need("source", "\"where it comes from\"");
  if (target.moment->key == rank_moment) classes = fields.need("classes", "{\"01\": 0.053, \"02\": 0.052}");
  fields.finish();
  if (!fields.valid()) return std::nullopt;
  if (unit != nullptr && (unit->kind != data::Node::Kind::Scalar || unit->text != target.moment->unit))
    wrong_value(*unit, "E105", fmt::format("'{}'", target.moment->unit), {}, problems);
  if (value != nullptr) target.value = read_plain(*value, {target.moment->least, target.moment->most}, problems);
  const bool good = band != nullptr && read_band(*band, target, problems);
  read_weight(weight, checked, target, problems);
  if (source != nullptr) target.source = read_text(*source, problems).value_or("");
  return good ? std::optional(target) : std::nullopt;
}

std::optional<FreeParameter> read_free_parameter(const data::Node& map, const data::Node::Entry& entry,
                                                 const Study* study, data::Problems& problems) {
  FreeParameter free;
  free.declaration = find_parameter(entry.key);
  if (free.declaration == nullptr) {
    std::vector<std::string> keys;
    for (const auto& declaration : parameter_declarations()) keys.emplace_back(declaration.key);
    problems.add(problem_at(key_node(map, entry), "E101",
                            fmt::format("unknown parameter '{}'{}", entry.key, inside(map)),
                            did_you_mean(entry.key, keys)));
    return std::nullopt;
  }
  if (const std::string reason = why_not(*free.declaration); !reason.empty()) {
    problems.add(problem_at(key_node(map, entry), "E171",
                            fmt::format("parameters: '{}' cannot be calibrated: {}", entry.key, reason)));
    return std::nullopt;
  }
  Fields fields(entry.value, problems);
  const auto* from = fields.need("from", "0.1");
  const auto* to = fields.need("to", "0.25");
  fields.finish();
  const Bounds any{free.declaration->least, free.declaration->most};
  const auto least = from == nullptr ? std::nullopt : read_plain(*from, any, problems);
  const auto most = to == nullptr ? std::nullopt : read_plain(*to, any, problems);
  if (!least || !most || study == nullptr) return std::nullopt;
  free.from = *least;
  free.to = *most;
  const auto given = std::find_if(study->parameter_values.begin(), study->parameter_values.end(),
                                  [&](const ParameterValue& value) { return value.key == free.declaration->key; });
  ensure(given != study->parameter_values.end(), "a study lists every declared parameter");
  free.given = *given;
  check_range(entry.value, free, problems);
  return free;
}

}  // namespace polder::calibrate
