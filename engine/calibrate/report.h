// A calibration as files: what was measured, and the parameters that were found.
#pragma once

#include <map>
#include <string>

#include "calibrate/calibrate.h"

namespace polder::calibrate {

/// targets-report.csv: a row per moment with target, band, before, after and verdict; a row per parameter with its
/// bounds, before and after.
std::string report_csv(const Targets& targets, const Calibration& calibration);

/// By file name. A file per file of scenarios/parameters with the lines that replace those there, and
/// study-parameters.yaml: the block `parameters` of a study.
std::map<std::string, std::string> parameter_files(const Targets& targets, const Calibration& calibration);

}  // namespace polder::calibrate
