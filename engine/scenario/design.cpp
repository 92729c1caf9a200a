// The points of a design, and the scenarios that they become.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <map>
#include <numeric>
#include <set>

#include "scenario/values.h"
#include "scenario/vary.h"

namespace polder {
namespace {

using data::Node;

constexpr std::array<std::string_view, 6> kind_names{"grid",  "one_at_a_time", "list", "latin_hypercube",
                                                     "sobol", "morris"};
constexpr std::uint32_t largest_sample = 1u << 14;

bool is_sampler(DesignKind kind) { return kind >= DesignKind::LatinHypercube; }

/// N of a sampler; E355 where it cannot be.
std::optional<std::uint32_t> read_size(const Node& node, DesignKind kind, data::Problems& problems) {
  const auto size = read_whole(node, 2, largest_sample, problems);
  if (!size || kind != DesignKind::Sobol || std::has_single_bit(*size)) return size;
  problems.add(problem_at(node, "E355", fmt::format("{}: {} is not a power of two", node.path, *size),
                          fmt::format("the nearest are {} and {}: only then the points fill the ranges evenly",
                                      std::bit_floor(*size), std::bit_ceil(*size))));
  return std::nullopt;
}

/// `grid`, `one_at_a_time`, `list`, or a sampler with its N.
std::optional<std::pair<DesignKind, std::uint32_t>> read_kind(const Node& node, data::Problems& problems) {
  const std::string word = node.kind == Node::Kind::Map && node.entries.size() == 1 ? node.entries.front().key
                           : node.kind == Node::Kind::Scalar                        ? node.text
                                                                                    : std::string();
  const auto found = std::ranges::find(kind_names, std::string_view(word));
  const auto kind = static_cast<DesignKind>(found - kind_names.begin());
  if (found == kind_names.end()) {
    const std::vector<std::string> known(kind_names.begin(), kind_names.end());
    std::string help = did_you_mean(word, known);
    if (help.empty()) help = "write grid, one_at_a_time, list, {latin_hypercube: 100}, {sobol: 64} or {morris: 20}";
    wrong_value(node, "E104", "a design", std::move(help), problems);
    return std::nullopt;
  }
  if (is_sampler(kind) != (node.kind == Node::Kind::Map)) {
    problems.add(problem_at(node, "E351",
                            is_sampler(kind) ? fmt::format("design: {} needs a number of points", word)
                                             : fmt::format("design: {} takes no number", word),
                            is_sampler(kind) ? fmt::format("write {{{}: 64}}", word) : fmt::format("write {}", word)));
    return std::nullopt;
  }
  if (!is_sampler(kind)) return std::pair(kind, 0u);
  const auto size = read_size(node.entries.front().value, kind, problems);
  return size ? std::optional(std::pair(kind, *size)) : std::nullopt;
}

/// One at a time a range is its two ends.
void name_ends(ReadAxis& axis) {
  if (!axis.choices.empty()) return;
  for (const auto& [name, value] : {std::pair("low", axis.axis.from), std::pair("high", axis.axis.to)}) {
    LeverSetting setting;
    setting.key = axis.axis.key;
    setting.value = value;
    setting.origin = origin_of(axis.node);
    axis.choices.push_back({name, {setting}, value});
    axis.axis.values.emplace_back(name);
  }
}

/// Trajectories of Morris stand on four levels, so that every value of a list of two or four is met as often.
bool suit_morris(const std::vector<ReadAxis>& axes, data::Problems& problems) {
  bool all = true;
  for (const ReadAxis& axis : axes) {
    const std::size_t values = axis.choices.size();
    if (values == 0 || values == 2 || values == 4) continue;
    problems.add(problem_at(axis.node, "E354",
                            fmt::format("{}: {} values; a design 'morris' moves between two or four, or over a range",
                                        axis.node.path, values),
                            "give two values or four, or take latin_hypercube or sobol"));
    all = false;
  }
  return all;
}

/// Whether the axes suit the design; E352 and E354.
bool suit(const std::vector<ReadAxis>& axes, DesignKind kind, data::Problems& problems) {
  if (kind == DesignKind::Morris) return suit_morris(axes, problems);
  if (is_sampler(kind) || kind == DesignKind::OneAtATime) return true;
  bool all = true;
  for (const ReadAxis& axis : axes) {
    if (axis.choices.empty())
      problems.add(problem_at(axis.node, "E352",
                              fmt::format("{}: a design '{}' needs values, no range", axis.node.path,
                                          kind_names[static_cast<std::size_t>(kind)]),
                              "give a list, or draw from the range with latin_hypercube, sobol or morris"));
    const ReadAxis& first = axes.front();
    const bool equal = kind != DesignKind::List || first.choices.empty() || axis.choices.empty() ||
                       axis.choices.size() == first.choices.size();
    if (!equal)
      problems.add(problem_at(axis.node, "E354",
                              fmt::format("{}: {} values, but {} has {}", axis.node.path, axis.choices.size(),
                                          first.node.path, first.choices.size()),
                              "a design 'list' takes the first values together, then the second ones, and so on"));
    all = all && equal && !axis.choices.empty();
  }
  return all;
}

/// A value takes the place of the lever's own where the scenario sets it, with its months and places; otherwise it is
/// set behind the others.
void set_lever(std::vector<LeverSetting>& levers, const std::vector<LeverSetting>& settings) {
  for (const LeverSetting& setting : settings) {
    const bool bare = !setting.from && !setting.to && setting.who.empty();
    bool replaced = false;
    for (LeverSetting& own : levers) {
      if (!bare || own.key != setting.key) continue;
      own.value = setting.value;
      own.relative = setting.relative;
      own.origin = setting.origin;
      replaced = true;
    }
    if (!replaced) levers.push_back(setting);
  }
}

Scenario at_point(const Scenario& scenario, std::string name, const std::vector<ReadAxis>& axes,
                  const std::vector<double>& at, bool parameters_only) {
  constexpr std::size_t prefix = std::string_view("parameters.").size();
  Scenario point = scenario;
  point.name += "@" + std::move(name);
  for (std::size_t i = 0; i < axes.size(); ++i) {
    const ReadAxis& axis = axes[i];
    const bool range = axis.choices.empty();
    if (!range && at[i] < 0) continue;
    const AxisChoice* choice = range ? nullptr : &axis.choices[static_cast<std::size_t>(at[i])];
    if (axis.axis.is_parameter()) {
      point.parameters.push_back({axis.axis.key.substr(prefix), range ? at[i] : choice->parameter});
    } else if (!parameters_only) {
      LeverSetting drawn;
      drawn.key = axis.axis.key;
      drawn.value = at[i];
      drawn.origin = origin_of(axis.node);
      set_lever(point.levers, range ? std::vector{drawn} : choice->levers);
    }
  }
  return point;
}

/// Shares that must add up still do at every point; the first that does not is told.
void check_points(const std::vector<Scenario>& scenarios, const std::vector<ReadAxis>& axes, const ParameterSet& set,
                  data::Problems& problems) {
  const ParameterDeclaration* first = parameter_declarations().data();
  ParameterSet at = set;
  for (const ReadAxis& axis : axes)
    if (axis.axis.is_parameter()) {
      const auto number = find_parameter(axis.axis.key.substr(axis.axis.key.find('.') + 1)) - first;
      at.origins[static_cast<std::size_t>(number)] = origin_of(axis.node);
    }
  std::set<std::vector<ParameterSetting>> seen;
  for (const Scenario& scenario : scenarios) {
    if (scenario.parameters.empty() || !seen.insert(scenario.parameters).second) continue;
    at.values = set.values;
    for (const ReadAxis& axis : axes) {  // what another point set
      if (!axis.axis.is_parameter()) continue;
      const auto number = find_parameter(axis.axis.key.substr(axis.axis.key.find('.') + 1)) - first;
      at.list[static_cast<std::size_t>(number)] = set.list[static_cast<std::size_t>(number)];
    }
    for (const ParameterSetting& each : scenario.parameters) {
      const ParameterDeclaration* declared = find_parameter(each.key);
      ParameterValue& value = at.list[static_cast<std::size_t>(declared - first)];
      declared->in(at.values) = value.value = each.value;
      value.source = "study";
    }
    data::Problems found;
    check_sums(at, found);
    if (!found.any()) continue;
    problems.add(found.all().front());
    return;
  }
}

/// The scenarios of a study with its points: the reference, what the design leaves as it was, then point by point.
std::vector<Scenario> varied(const std::vector<Scenario>& written, const std::vector<ReadAxis>& axes,
                             const Design& design) {
  const bool parameters = std::ranges::any_of(axes, [](const ReadAxis& axis) { return axis.axis.is_parameter(); });
  std::vector<Scenario> all{written.front()};
  if (design.kind == DesignKind::OneAtATime) all = written;
  std::set<std::string> worlds;
  for (const DesignPoint& point : design.points) {
    const std::string world = design.kind == DesignKind::Grid ? name_by_values(axes, point.at, true) : point.name;
    Scenario reference = at_point(written.front(), world, axes, point.at, true);
    if (parameters && !reference.parameters.empty() && worlds.insert(world).second) all.push_back(std::move(reference));
    for (std::size_t i = 1; i < written.size(); ++i)
      all.push_back(at_point(written[i], point.name, axes, point.at, false));
  }
  return all;
}

/// Whether there is anything to vary; E357 otherwise.
bool has_something_to_vary(const std::vector<ReadAxis>& axes, const Study& study, data::Problems& problems) {
  if (study.scenarios.size() > 1) return true;
  bool all = true;
  for (const ReadAxis& axis : axes) {
    if (axis.axis.is_parameter()) continue;
    all = false;
    problems.add(problem_at(axis.node, "E357",
                            fmt::format("{}: there is no scenario but the reference", axis.node.path),
                            "levers are varied in every scenario but the reference: add one"));
  }
  return all;
}

/// What stands between the @ of a name, ascending.
std::set<std::string_view> parts_of_name(std::string_view name) {
  std::set<std::string_view> found;
  for (std::size_t at = name.find('@'); at != std::string_view::npos;) {
    const std::size_t end = name.find('@', at + 1);
    found.insert(name.substr(at + 1, end == std::string_view::npos ? end : end - at - 1));
    at = end;
  }
  return found;
}

}  // namespace

std::string_view to_text(DesignKind kind) { return kind_names[static_cast<std::size_t>(kind)]; }

std::string_view varied_scenario(std::string_view name) { return name.substr(0, name.find('@')); }

std::map<std::string, std::string> references_of(const std::vector<std::string>& all, std::string_view reference) {
  std::set<std::string> worlds;  // references under varied parameters
  for (const std::string& name : all)
    if (name != reference && varied_scenario(name) == reference) worlds.insert(name);
  std::map<std::string_view, std::set<std::string_view>> parts;
  for (const std::string& world : worlds) parts.emplace(world, parts_of_name(world));
  std::map<std::string, std::string> found;
  for (const std::string& name : all) {
    const std::string_view scenario = varied_scenario(name);
    if (scenario == reference) continue;
    std::string& other = found[name] = reference;
    if (const std::string same = std::string(reference) + name.substr(scenario.size()); worlds.contains(same)) {
      other = same;
      continue;
    }
    const std::set<std::string_view> own = parts_of_name(name);
    for (const auto& [world, varied] : parts)
      if (!own.empty() && std::ranges::includes(own, varied)) other = world;
  }
  return found;
}

void read_design(Fields& top, const ParameterSet& set, Reading& reading) {
  data::Problems& problems = reading.problems;
  const Node* vary = top.take("vary");
  const Node* asked = top.take("design");
  if (vary == nullptr && asked == nullptr) return;
  if (vary == nullptr || asked == nullptr) {
    const bool no_design = asked == nullptr;
    problems.add(problem_at(no_design ? *vary : *asked, "E351",
                            no_design ? "'vary' without 'design'" : "'design' without 'vary'",
                            no_design ? "write 'design: grid', one_at_a_time, {latin_hypercube: 100}, ..."
                                      : "write 'vary: {hc_agenda.retrain.budget: [5 M EUR per year, ..]}'"));
    return;
  }
  const auto kind = read_kind(*asked, problems);
  if (vary->kind != Node::Kind::Map || vary->entries.empty())
    return wrong_value(*vary, "E104", "a map of levers and parameters", "write {KEY: [VALUE, VALUE]}", problems);
  std::vector<ReadAxis> axes = read_axes(*vary, set, reading);
  Study& study = reading.study;
  if (axes.size() < vary->entries.size() || !kind || !suit(axes, kind->first, problems)) return;
  if (study.scenarios.empty() || problems.any_error() || !has_something_to_vary(axes, study, problems)) return;
  if (kind->first == DesignKind::OneAtATime) std::ranges::for_each(axes, name_ends);
  const double scenarios =
      number_of_points(axes, kind->first, kind->second) * static_cast<double>(study.scenarios.size());
  if (scenarios > static_cast<double>(most_points)) {
    problems.add(problem_at(*asked, "E350",
                            fmt::format("design: {:.0f} scenarios are more than {}", scenarios, most_points),
                            "give fewer values or points, or draw some with latin_hypercube"));
    return;
  }
  Design design{kind->first, kind->second, {}, points_of(axes, kind->first, kind->second, study.seed)};
  for (const ReadAxis& axis : axes) design.axes.push_back(axis.axis);
  std::vector<Scenario> all = varied(study.scenarios, axes, design);
  for (const Scenario& scenario : all) {
    check_partners(scenario, study, problems);
    check_governments(scenario, study, problems);
  }
  check_points(all, axes, set, problems);
  study.scenarios = std::move(all);
  study.design = std::move(design);
}

std::string resolved_design(const Study& study) {
  if (!study.design) return {};
  const Design& design = *study.design;
  std::string text = fmt::format("design:\n  kind: {}\n  size: {}\n  axes:\n", to_text(design.kind), design.size);
  for (const Axis& axis : design.axes)
    text += axis.values.empty()
                ? fmt::format("    - {{key: {}, from: {}, to: {}}}\n", axis.key, axis.from, axis.to)
                : fmt::format("    - {{key: {}, values: [\"{}\"]}}\n", axis.key, fmt::join(axis.values, "\", \""));
  text += "  points:\n";
  for (const DesignPoint& point : design.points)
    text += fmt::format("    - {{name: \"{}\", at: [{}]}}\n", point.name, fmt::join(point.at, ", "));
  return text;
}

}  // namespace polder
