// Measures a month: areas from the tallies, parts from the residents once a year, followed plants every month.
#pragma once

#include "polder/indicators/indicator.h"

namespace polder {

/// What to store of a study.
struct ObservationPlan {
  std::vector<TrackedPlant> tracked;
  bool municipalities_monthly = false;  // all municipalities every month, not only those in focus
  bool scoped = false;                  // only the region in focus is reported
};

/// Before a January is simulated: notes whom to follow through the year.
void begin_panels(Observations& observations, const World& world);

/// Adds the rows of this month. Reads the world only: observing changes nothing.
void observe(Observations& observations, const World& world, const Inputs& inputs, const ObservationPlan& plan);

/// Sums over nobody, with what turns sums into indicators.
Sums empty_sums(const World& world, const Inputs& inputs);

/// Sums of each municipality this month.
Column<MunicipalityIndex, Sums> municipal_sums(const World& world, const Inputs& inputs);
void add(Sums& to, const Sums& from);
void add(Stocks& to, const Stocks& from);
void add(Councils& to, const Councils& from);
/// What is measured of governments, into sums that have the stocks of their municipalities.
void add_governments(Column<MunicipalityIndex, Sums>& sums, const World& world, const Inputs& inputs);

/// After every month: keeps whom January chose, and counts months at work.
void follow_panels(Observations& observations, const World& world);
/// In December: who was followed, by municipality; in October: the young and those who left school in July.
void add_panels(Column<MunicipalityIndex, Sums>& sums, const Observations& observations, const World& world,
                const Parameters& parameters);

/// Adds the payments of this month, and in December those of the year.
void observe_ledger(Observations& observations, const World& world, const Country& country);

/// Mismatch index of Sahin et al. (2014) with alpha = 1/2: 1 - sum of sqrt(v_c/V u_c/U) over cells.
double mismatch_index(std::span<const double> vacancies, std::span<const double> unemployed);

std::string_view to_text(Actor actor);      // "uwv"
std::string_view to_text(Purpose purpose);  // "ww"

}  // namespace polder
