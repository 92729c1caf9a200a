// `vary:` and `design:` of a study: what is varied, and the scenarios that follow. Codes: E350 too many points, E351
// vary and design do not fit each other, E352 a range where there can be none, E353 a parameter that cannot be varied
// so, E354 lists of unequal length, E355 an impossible N, E357 nothing to vary, or a value twice.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scenario/parameter_files.h"
#include "scenario/settings.h"

namespace polder {

/// A value of an axis with its name in the names of scenarios, and what it sets.
struct AxisChoice {
  std::string name;
  std::vector<LeverSetting> levers;  // the parts of a lever given by its parts are several
  double parameter = 0;
};

/// An axis as it was read: values, or a range.
struct ReadAxis {
  Axis axis;
  std::vector<AxisChoice> choices;
  bool whole = false;  // a range of whole numbers
  data::Node node;     // for messages
};

/// All axes of `vary`; those with mistakes are left out. `set`: the parameters in force, with their documented ranges.
std::vector<ReadAxis> read_axes(const data::Node& vary, const ParameterSet& set, Reading& reading);

/// "level=network@payer_shares=cofunded": the axes that are not as the scenario has them, or of these the parameters.
std::string name_by_values(const std::vector<ReadAxis>& axes, const std::vector<double>& at, bool parameters_only);
/// How many points a design has; `points_of` gives them, in an order that depends on nothing else.
double number_of_points(const std::vector<ReadAxis>& axes, DesignKind kind, std::uint32_t size);
std::vector<DesignPoint> points_of(const std::vector<ReadAxis>& axes, DesignKind kind, std::uint32_t size,
                                   std::uint32_t seed);

/// Reads `design`, gives its points, and makes them scenarios of the study. The reference stays as it is; under varied
/// parameters it is there for each of their combinations too, since a difference is taken in one world. The parameters
/// of every point are checked together.
void read_design(Fields& top, const ParameterSet& set, Reading& reading);

/// The block `design` of resolved.yaml; nothing without one.
std::string resolved_design(const Study& study);

inline constexpr std::size_t most_points = 20'000;  // scenarios of a study with a design

}  // namespace polder
