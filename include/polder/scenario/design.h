// A design: what a study varies, and at which points. Every point becomes a scenario of its own.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace polder {

enum class DesignKind : std::uint8_t { Grid, OneAtATime, List, LatinHypercube, Sobol, Morris };
std::string_view to_text(DesignKind kind);  // "latin_hypercube": as it is written in a study

/// What a study varies: a lever or a parameter.
struct Axis {
  std::string key;                  // "tasks.retraining.level" or "parameters.care.effect"
  std::vector<std::string> values;  // names of the values, in order; empty: a range
  double from = 0, to = 0;          // of a range, in the unit of the lever or parameter
  bool is_parameter() const { return key.starts_with("parameters."); }
};

/// One point: of every axis the number of a value, or a value in the range; below 0 where an axis with values is as the
/// scenario has it.
struct DesignPoint {
  std::string name;  // behind the @ of its scenarios: "level=network", "17", "17a"
  std::vector<double> at;
};

/// The points of a sampler are in order: of `latin_hypercube: N` N; of `sobol: N` for each of the N rows a, b, x1 .. xk
/// (a with the value of b on axis 1 .. k; Saltelli et al. 2010); of `morris: N` for each of the N trajectories its k +
/// 1 points.
struct Design {
  DesignKind kind = DesignKind::Grid;
  std::uint32_t size = 0;  // N of a sampler
  std::vector<Axis> axes;
  std::vector<DesignPoint> points;
};

/// The scenario that a design made a point of ("agenda" of "agenda@level=network"), or the name itself.
std::string_view varied_scenario(std::string_view name);
/// With which scenario each of `all` is compared: under varied parameters with the reference in the same world. Those
/// that are a reference themselves have none.
std::map<std::string, std::string> references_of(const std::vector<std::string>& all, std::string_view reference);

}  // namespace polder
