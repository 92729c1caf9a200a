// Who carries out the tasks of government for each municipality, and what comes of it: what changes during a run.
#pragma once

#include <array>
#include <cstdint>
#include <numbers>

#include "polder/base/index.h"
#include "polder/base/month.h"
#include "polder/base/quantity.h"
#include "polder/world/tasks.h"

namespace polder {

/// Body::bundle of the first arrangement that a scenario names; their rows count on.
inline constexpr std::uint8_t named_bundle = 128;

/// An arrangement that carries out tasks for its members: a network, a centre municipality or a joint body. Its members
/// are the municipalities whose provision names it.
struct Body {
  Level form = Level::Network;
  std::uint8_t bundle = 0;  // of the tasks it may carry out, see cooperation::bundle_of; from named_bundle on: named
  RegionIndex region{};  // around which it formed
  MunicipalityIndex host{};  // the centre municipality, or who calls the meetings: the largest of the region
  Month since;
  friend bool operator==(const Body&, const Body&) = default;
};

/// Who put a task where it is. An incident moves it once: no lever and no named arrangement moves it back.
enum class Author : std::uint8_t { Figures, Scenario, Councils, AnIncident };
constexpr bool is_of_scenario(Author author) { return author == Author::Scenario || author == Author::AnIncident; }

/// Where a municipality has a task carried out.
struct Provision {
  BodyIndex body = none<BodyIndex>;  // of a regional level
  Month since;  // never: from the start
  Month leaves;  // notice was given: carried out at home from then on; never: no notice
  Level level = Level::Local;
  Author author = Author::Figures;
  friend bool operator==(const Provision&, const Provision&) = default;
};

/// The places for which a task is carried out, as one municipality sees them; follows from who takes part.
struct Territory {
  double inhabitants = 0;  // [persons]
  double partners = 1;  // municipalities that carry it out together
  double coverage = 1;  // share of its residents' jobs that lie inside
  double inside = 1;  // share of the jobs inside that residents of it hold
  double dissimilarity = 0;  // of the labour market inside to its own [share]
  double variation = 0;  // between the partners, in size and need
  friend bool operator==(const Territory&, const Territory&) = default;
};

/// A municipality's tasks this month. Every value is as wide as its neighbours: bytes are hashed.
struct Services {
  std::array<Cents, task_count> budget{};  // in force [cents/year]
  std::array<Cents, task_count> decided{}, adopted{};  // by the municipality, for this year and for the next
  /// What a euro brings at the level in force, relative to one without any loss; reach left out where space is
  /// explicit.
  std::array<double, task_count> productivity = filled(1);
  /// ln(1 + effective service per unit of the target group over its mean in the reference): ln 2 at that mean.
  std::array<double, task_count> response = filled(std::numbers::ln2);

  static constexpr std::array<double, task_count> filled(double value) {
    std::array<double, task_count> all{};
    all.fill(value);
    return all;
  }
  friend bool operator==(const Services&, const Services&) = default;
};

static_assert(sizeof(Body) == 8 && sizeof(Provision) == 8, "no padding: bytes are hashed");

}  // namespace polder
