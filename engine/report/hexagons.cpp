#include "report/hexagons.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace polder::report {
namespace {

struct Point {
  double x = 0, y = 0;  // [km] east, south
};

double squared(Point a, Point b) { return (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y); }

std::vector<Point> on_a_plane(const std::vector<Place>& places) {
  double middle = 0;
  for (const Place& place : places) middle += place.latitude / static_cast<double>(places.size());
  const double east = 111.3 * std::cos(middle * 3.14159265358979 / 180);
  std::vector<Point> points;
  for (const Place& place : places) points.push_back({place.longitude * east, -place.latitude * 111.3});
  return points;
}

/// Mean distance to the nearest other place; 1 where all lie in one spot.
double usual_distance(const std::vector<Point>& points) {
  double sum = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    double nearest = std::numeric_limits<double>::infinity();
    for (std::size_t j = 0; j < points.size(); ++j)
      if (i != j) nearest = std::min(nearest, squared(points[i], points[j]));
    sum += std::isfinite(nearest) ? std::sqrt(nearest) : 0;
  }
  return sum > 0 ? sum / static_cast<double>(points.size()) : 1;
}

/// Columns of least cost for the rows of a matrix with at least as many columns as rows.
std::vector<std::size_t> assign(const std::vector<std::vector<double>>& cost) {
  const std::size_t rows = cost.size(), columns = cost.front().size();
  std::vector<double> u(rows + 1, 0), v(columns + 1, 0);
  std::vector<std::size_t> row_of(columns + 1, 0), way(columns + 1, 0);
  for (std::size_t row = 1; row <= rows; ++row) {
    row_of[0] = row;
    std::size_t column = 0;
    std::vector<double> least(columns + 1, std::numeric_limits<double>::infinity());
    std::vector<bool> used(columns + 1, false);
    while (row_of[column] != 0) {
      used[column] = true;
      const std::size_t at = row_of[column];
      double delta = std::numeric_limits<double>::infinity();
      std::size_t next = 0;
      for (std::size_t j = 1; j <= columns; ++j) {
        if (used[j]) continue;
        const double reduced = cost[at - 1][j - 1] - u[at] - v[j];
        if (reduced < least[j]) least[j] = reduced, way[j] = column;
        if (least[j] < delta) delta = least[j], next = j;
      }
      for (std::size_t j = 0; j <= columns; ++j) used[j] ? (u[row_of[j]] += delta, v[j] -= delta) : (least[j] -= delta);
      column = next;
    }
    for (; column != 0; column = way[column]) row_of[column] = row_of[way[column]];
  }
  std::vector<std::size_t> column_of(rows);
  for (std::size_t j = 1; j <= columns; ++j)
    if (row_of[j] != 0) column_of[row_of[j] - 1] = j - 1;
  return column_of;
}

}  // namespace

std::vector<GridCell> lay_hexagons(const std::vector<Place>& places) {
  if (places.empty()) return {};
  const std::vector<Point> points = on_a_plane(places);
  const double width = usual_distance(points) * 1.25, height = width * std::sqrt(3.0) / 2;
  Point least = points.front(), most = points.front(), middle;
  for (const Point& point : points) {
    least = {std::min(least.x, point.x), std::min(least.y, point.y)};
    most = {std::max(most.x, point.x), std::max(most.y, point.y)};
    middle.x += point.x / static_cast<double>(points.size());
    middle.y += point.y / static_cast<double>(points.size());
  }
  // Enough cells for all, also where many places lie in a narrow strip.
  const int around = 1 + static_cast<int>(std::sqrt(static_cast<double>(places.size())) / 2);
  const int columns = static_cast<int>((most.x - least.x) / width) + 2 * around + 2;
  const int rows = static_cast<int>((most.y - least.y) / height) + 2 * around + 2;
  std::vector<GridCell> cells;
  std::vector<Point> centres;
  for (int row = 0; row < rows; ++row)
    for (int column = 0; column < columns; ++column) {
      cells.push_back({column, row});
      centres.push_back({least.x + (column - around + (row % 2) * .5) * width, least.y + (row - around) * height});
    }
  std::vector<std::vector<double>> cost(points.size(), std::vector<double>(cells.size()));
  for (std::size_t i = 0; i < points.size(); ++i)
    for (std::size_t j = 0; j < cells.size(); ++j)
      cost[i][j] = squared(points[i], centres[j]) + .15 * squared(centres[j], middle);
  std::vector<GridCell> laid;
  for (const std::size_t cell : assign(cost)) laid.push_back(cells[cell]);
  const int top = std::ranges::min(laid, {}, &GridCell::row).row;
  if (top % 2 != 0)  // rows that were odd become even: all move to the left by half a cell
    for (GridCell& cell : laid) cell.column -= cell.row % 2 == 0 ? 1 : 0;
  const GridCell corner{std::ranges::min(laid, {}, &GridCell::column).column, top};
  for (GridCell& cell : laid) cell = {cell.column - corner.column, cell.row - corner.row};
  return laid;
}

}  // namespace polder::report
