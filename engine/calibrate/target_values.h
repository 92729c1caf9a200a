// The entries of a file of targets: a figure for a moment, the bounds of a parameter.
#pragma once

#include "calibrate/targets.h"
#include "data/yaml.h"
#include "scenario/fields.h"
#include "scenario/values.h"

namespace polder::calibrate {

/// A plain number within bounds: E105, E113.
std::optional<double> read_plain(const data::Node& node, Bounds bounds, data::Problems& problems);

/// `key: {value, unit, band, weight, checked, source}`; `classes` is set to the table by occupation where one is
/// given. Problems: E170 unknown moment, E113 impossible figure, E173 band.
std::optional<Target> read_target(const data::Node& map, const data::Node::Entry& entry, const data::Node*& classes,
                                  data::Problems& problems);

/// `key: {from, to}`. Problems: E101 unknown parameter, E171 not within its range, or not to be moved by itself.
/// Without a study its range is not known, and not checked.
std::optional<FreeParameter> read_free_parameter(const data::Node& map, const data::Node::Entry& entry,
                                                 const Study* study, data::Problems& problems);

}  // namespace polder::calibrate
