// How precisely demand for labour is foreseen in a region, and what makes it so (information chain).
#pragma once

#include <vector>

#include "government/information.h"
#include "polder/scenario/inputs.h"
#include "polder/world/information.h"

namespace polder::government {

/// Residents at work of a municipality and those that merged into it [persons].
double workers_in(const World& world, const Country& country, MunicipalityIndex m);

/// The analysis of the labour market that a municipality has: its own or joint one, and what a scenario adds to it.
JointAnalysis analysis_of(const World& world, const Country& country, const Mandates& mandates, MunicipalityIndex m);

/// What is known in a region: means over its municipalities, by inhabitants. Precision: info.own with use of tools and
/// the analysis beyond that of the start, or the lever info.precision. Lag of statistics: from analysis.lag to
/// analysis.joint_lag by the same analysis. Without councils info.own and analysis.lag.
Information information_in(const World& world, const Inputs& inputs, RegionIndex region);

/// What schools know and those who choose a programme, by region: domains.link_education wins a part of the precision
/// that lacks.
std::vector<Information> information_of_schools(const World& world, const Inputs& inputs);

/// That with which the agenda chooses what to train for: firms and uwv each win a part of the precision that lacks, if
/// they take part.
Information information_of_agenda(const World& world, const Inputs& inputs, RegionIndex region);

}  // namespace polder::government
