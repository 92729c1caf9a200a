// How a college divides economy, work and income over its aldermen, as a scenario says it.
#pragma once

#include <cstdint>

namespace polder {

/// In the order of the choices of `portfolio.design`.
enum class PortfolioDesign : std::uint8_t { OneHand, Adjacent, Coordinated, Separate };

/// A design in the Course that a scenario imposes, below 0; parameters turn it into a share of the world's.
constexpr double integration_of_design(PortfolioDesign design) {
  return design == PortfolioDesign::Coordinated ? -1 : -2 - static_cast<double>(design);
}

}  // namespace polder
