// A map of equal hexagons: every municipality one, near where it lies.
#pragma once

#include <vector>

namespace polder::report {

struct Place {
  double latitude = 0, longitude = 0;  // [degrees]
};

/// A cell of a grid whose odd rows are shifted to the right by half a cell; row 0 is the most northern in use, and no
/// column is below 0.
struct GridCell {
  int column = 0, row = 0;
  friend bool operator==(const GridCell&, const GridCell&) = default;
};

/// A cell of its own for each place, with the least sum of squared distances (Kuhn 1955, by shortest augmenting
/// paths). Cells are as wide as places lie apart on average, and weigh a little for lying near the middle, so that the
/// map has few holes.
std::vector<GridCell> lay_hexagons(const std::vector<Place>& places);

}  // namespace polder::report
