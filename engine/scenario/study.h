// Reads a study file: inheritance, --set, units, places, all mistakes at once.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "data/problems.h"
#include "polder/scenario/scenario.h"

namespace polder {

/// What the command line changes, checked like the file itself.
struct StudyOptions {
  std::vector<std::string> set;           // "path=value"
  std::optional<std::string> sample;      // "1:100"
  std::optional<std::uint32_t> replicates, seed;
  std::vector<std::string> indicators{};  // what is measured, for `replicates.until`; none: not looked up
};

/// Throws InputError with all problems of the study, its parameter files and its country's tables.
Study load_study(const std::filesystem::path& file, const StudyOptions& options = {});

/// What a study is to be precise in (replicates.until) must be one of the indicators: E356.
void check_until(const Study& study, const std::vector<std::string>& indicators, data::Problems& problems);

/// Files of a study that were copied together, whatever paths led from one to another when they were read.
struct StudyCopies {
  std::string study;                // its name
  std::filesystem::path folder;     // in which they are
  std::vector<std::string> names;   // as in Study::files, in the same order
};
/// The study as it was when its files were copied, with the same names; `set` is what the command line changed then.
Study load_copies(const StudyCopies& copies, const std::vector<std::string>& set);

/// The scenarios/ folder that a study belongs to, with countries/ and parameters/ in it: the nearest one above it, else
/// above the current folder, else <prefix>/share/polder/scenarios of the installed program, else that of the sources
/// from which it was built. Throws InputError E200 if there is none.
std::filesystem::path scenarios_folder(const std::filesystem::path& study_file);
/// The folder of a study's country.
std::filesystem::path country_folder(const std::filesystem::path& study_file, const std::string& country);

}  // namespace polder
