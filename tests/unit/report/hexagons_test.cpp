#include "report/hexagons.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace polder::report {
namespace {

std::set<std::pair<int, int>> cells_of(const std::vector<GridCell>& cells) {
  std::set<std::pair<int, int>> unique;
  for (const GridCell& cell : cells) unique.insert({cell.column, cell.row});
  return unique;
}

TEST(Hexagons, GiveEveryPlaceOneOfItsOwn) {
  std::vector<Place> places;
  for (int i = 0; i < 342; ++i) places.push_back({51 + (i * 37 % 100) / 40., 4 + (i * 53 % 97) / 35.});
  const std::vector<GridCell> cells = lay_hexagons(places);
  ASSERT_EQ(cells.size(), places.size());
  EXPECT_EQ(cells_of(cells).size(), places.size());
  for (const GridCell& cell : cells) EXPECT_GE(std::min(cell.column, cell.row), 0);
  EXPECT_EQ(std::ranges::min(cells, {}, &GridCell::row).row, 0);
  EXPECT_EQ(std::ranges::min(cells, {}, &GridCell::column).column, 0);
}

TEST(Hexagons, KeepDirections) {
  // A cross: one in the middle and four around it.
  const std::vector<GridCell> cells = lay_hexagons({{52, 5}, {52, 4.7}, {52, 5.3}, {52.2, 5}, {51.8, 5}});
  EXPECT_LT(cells[1].column, cells[0].column) << "west";
  EXPECT_GT(cells[2].column, cells[0].column) << "east";
  EXPECT_LT(cells[3].row, cells[0].row) << "north";
  EXPECT_GT(cells[4].row, cells[0].row) << "south";
  EXPECT_EQ(cells[1].row, cells[2].row);
}

TEST(Hexagons, StayNeighboursWhereverTheGridBegins) {
  // In a row of three above one that lies between the first two, whatever row the top one falls in.
  for (int i = 0; i < 8; ++i) {
    const double shift = i * .03;
    const std::vector<GridCell> cells =
        lay_hexagons({{52 + shift, 5}, {52 + shift, 5.1}, {52 + shift, 5.2}, {51.946 + shift, 5.05}});
    const auto x = [&](std::size_t at) { return 2 * cells[at].column + cells[at].row % 2; };
    EXPECT_EQ(x(3) - x(0), 1) << i;
    EXPECT_EQ(x(1) - x(3), 1) << i;
  }
}

TEST(Hexagons, TakePlacesInOneSpotAndNone) {
  EXPECT_TRUE(lay_hexagons({}).empty());
  EXPECT_EQ(lay_hexagons({{52, 5}}), std::vector<GridCell>{GridCell{}});
  EXPECT_EQ(cells_of(lay_hexagons(std::vector<Place>(9, {52, 5}))).size(), 9u);
}

}  // namespace
}  // namespace polder::report
