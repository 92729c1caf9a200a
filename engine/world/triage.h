// How a municipality divides help over people of different distance to the labour market.
#pragma once

#include "polder/world/world.h"

namespace polder {

/// Relative attention per person of distance class 0..4.
constexpr std::array<double, distance_classes> attention(Triage triage) {
  switch (triage) {
    case Triage::Closest:
      return {5, 4, 3, 2, 1};
    case Triage::Farthest:
      return {1, 2, 3, 4, 5};
    case Triage::Profiled:
      return {1, 2, 3, 2, 1};  // where help is least wasted on who needs none or cannot use it
    case Triage::Equal:
      break;
  }
  return {1, 1, 1, 1, 1};
}

}  // namespace polder
