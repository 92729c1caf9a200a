#include "scenario/samples.h"

#include <algorithm>
#include <boost/random/sobol.hpp>
#include <cmath>
#include <numeric>

#include "polder/base/random.h"

namespace polder {
namespace {

/// Of a design there is one, whatever the replicate: its key is the seed alone.
Block luck(std::uint32_t seed, std::uint32_t identity, std::uint32_t k) {
  return Random{seed, 0}.block(Draw::Design, never, identity, k);
}

/// The numbers 0 .. n - 1 in an order by chance.
std::vector<std::size_t> shuffled(std::uint32_t seed, std::size_t n, std::uint32_t k) {
  std::vector<std::size_t> order(n);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::vector<std::uint64_t> keys;
  for (std::size_t i = 0; i < n; ++i) {
    const Block block = luck(seed, static_cast<std::uint32_t>(i), k);
    keys.push_back(std::uint64_t{block[0]} << 32 | block[1]);
  }
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return std::pair(keys[a], a) < std::pair(keys[b], b); });
  return order;
}

}  // namespace

std::vector<UnitPoint> latin_hypercube(std::uint32_t seed, std::uint32_t size, std::size_t axes) {
  std::vector<UnitPoint> points(size, UnitPoint(axes));
  for (std::size_t axis = 0; axis < axes; ++axis) {
    const auto k = static_cast<std::uint32_t>(axis);
    const std::vector<std::size_t> stratum = shuffled(seed, size, k);
    for (std::uint32_t i = 0; i < size; ++i)
      points[i][axis] = (static_cast<double>(stratum[i]) + uniform(luck(seed, i, k)[2])) / size;
  }
  return points;
}

std::vector<UnitPoint> saltelli(std::uint32_t seed, std::uint32_t size, std::size_t axes) {
  using Engine = boost::random::sobol_engine<std::uint32_t, 32>;
  Engine engine(2 * axes);  // begins behind the first point, all zeros, without which N points do not fill the cube
  std::vector<UnitPoint> points;
  for (std::uint32_t row = 0; row < size; ++row) {
    UnitPoint both;  // a, then b
    for (std::uint32_t i = 0; i < 2 * axes; ++i)
      both.push_back(uniform((row == 0 ? 0 : engine()) ^ luck(seed, i, 0)[3]));
    const auto middle = both.begin() + static_cast<std::ptrdiff_t>(axes);
    const UnitPoint a(both.begin(), middle), b(middle, both.end());
    points.push_back(a);
    points.push_back(b);
    for (std::size_t axis = 0; axis < axes; ++axis) {
      points.push_back(a);
      points.back()[axis] = b[axis];
    }
  }
  return points;
}

std::vector<UnitPoint> morris_trajectories(std::uint32_t seed, std::uint32_t size, std::size_t axes) {
  constexpr std::uint32_t levels = 4;
  constexpr double step = 2.0 / 3;
  std::vector<UnitPoint> points;
  for (std::uint32_t trajectory = 0; trajectory < size; ++trajectory) {
    UnitPoint at;
    for (std::uint32_t axis = 0; axis < axes; ++axis)
      at.push_back(below(luck(seed, axis, 2 * trajectory)[0], levels) / (levels - 1.0));
    points.push_back(at);
    for (const std::size_t axis : shuffled(seed, axes, 2 * trajectory + 1)) {
      at[axis] += at[axis] < .5 ? step : -step;
      points.push_back(at);
    }
  }
  return points;
}

}  // namespace polder
