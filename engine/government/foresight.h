// How precisely demand for labour is foreseen in a region, and what makes it so (information chain).
#pragma once

#include <vector>

#include "government/information.h"
#include "polder/scenario/inputs.h"

namespace polder::government {

/// Residents at work of a municipality and those that merged into it [persons].
double workers_in(const World& world, const Country& country, MunicipalityIndex m);

/// The analysis of the labour market that a municipality has: its own or joint one, and what a scenario adds to it.
JointAnalysis analysis_of(const World& world, const Country& country, const Mandates& mandates, MunicipalityIndex m);

/// Precision of information in a region [share]: the lever info.precision, else the mean over its municipalities, by
/// inhabitants, of info.own with use of tools and the analysis beyond that of the start; info.own without councils.
double information_precision(const World& world, const Inputs& inputs, RegionIndex region);

/// That of schools and of those who choose a programme: domains.link_education wins a part of what it lacks.
double precision_of_schools(const World& world, const Inputs& inputs, RegionIndex region);
/// The same of all regions.
std::vector<double> precisions_of_schools(const World& world, const Inputs& inputs);

/// That with which the agenda chooses what to train for: firms and uwv each win a part of what it lacks, if they take
/// part.
double precision_of_agenda(const World& world, const Inputs& inputs, RegionIndex region);

}  // namespace polder::government
