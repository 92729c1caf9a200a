// A file of targets: which figures the reference of a study should meet, and which parameters may be moved for it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "calibrate/moments.h"
#include "polder/scenario/scenario.h"

namespace polder::calibrate {

/// A published figure for a moment. Without a value only the band counts.
struct Target {
  const Moment* moment = nullptr;
  std::optional<double> value;
  double from = 0, to = 0;  // accepted
  double weight = 1;        // 0: only looked at
  Origin origin;
  std::string source;
};

struct FreeParameter {
  const ParameterDeclaration* declaration = nullptr;
  ParameterValue given;      // as the study has it
  double from = 0, to = 0;   // within the range of its source
};

struct Targets {
  std::string name;          // of the file, without its ending
  Study study;               // its reference is run
  Month from, to;            // months that are averaged
  std::uint32_t replicates = 1;
  std::vector<FreeParameter> parameters;
  std::vector<Target> moments;       // in order of the file
  std::vector<double> class_change;  // by occupation of the country, NaN: not given
};

/// What the command line changes.
struct TargetOptions {
  std::optional<std::string> sample;  // "1:100"
  std::optional<std::uint32_t> replicates;
};

/// Throws InputError with all problems of the file and of its study.
Targets load_targets(const std::filesystem::path& file, const TargetOptions& options = {});

}  // namespace polder::calibrate
