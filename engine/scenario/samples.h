// Points in the unit cube for designs: pure functions of seed, size and number of axes.
#pragma once

#include <cstdint>
#include <vector>

namespace polder {

using UnitPoint = std::vector<double>;  // a number in [0, 1) for each axis; Morris: in [0, 1]

/// N points of which each axis has one in every N-th part (McKay, Beckman and Conover 1979).
std::vector<UnitPoint> latin_hypercube(std::uint32_t seed, std::uint32_t size, std::size_t axes);

/// For each of N rows of a Sobol sequence in 2k dimensions (shifted by the seed: Owen 2020, "On dropping the first
/// Sobol' point") the points a, b and a with one value of b: k + 2 points a row (Saltelli et al. 2010, table 2 with
/// A_B; Saltelli 2002). `size` is a power of two.
std::vector<UnitPoint> saltelli(std::uint32_t seed, std::uint32_t size, std::size_t axes);

/// N trajectories of k + 1 points on a grid of four levels; each step moves one axis, in an order by chance, by 2/3 up
/// or down (Morris 1991, p = 4).
std::vector<UnitPoint> morris_trajectories(std::uint32_t seed, std::uint32_t size, std::size_t axes);

}  // namespace polder
