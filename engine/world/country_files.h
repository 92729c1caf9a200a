// A country as its folder gives it (scenarios/countries/<key>): only files, so that anybody can add one.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "data/problems.h"
#include "polder/world/country.h"

namespace polder {

struct CommuterFlow {
  MunicipalityIndex home{}, work{};
  double jobs = 0;  // [persons]
};

/// A municipality that no longer exists: "GM0010 Delfzijl was merged into GM1979 Eemsdelta in 2021".
struct OldMunicipality {
  std::string code, name;
  int last_year = 0;
  std::vector<std::string> successors;  // codes
};

/// A figure that a table gives: where it comes from and how sure it is.
struct DictionaryEntry {
  std::string file, column, unit, status, meaning, source;  // status: real, estimated, modelled, recalled, assumed
};

/// National figures that a world is compared with, never fitted to: key, value, unit, source.
struct NationalFigure {
  std::string key;
  double value = 0;
  std::string unit, period, status, source;
};

/// National totals of another period, to which the margins can be scaled (world/vintage.h).
struct Vintage {
  std::string name;  // "2018"
  std::vector<NationalFigure> figures;
};

struct CountryFiles {
  Country country;  // all municipalities; reach, kernels, class wages, deaths and fitted commuters are still empty;
                    // emigration by age is a shape with mean 1 over 15-66
  int year = 0;     // of the stocks
  std::vector<CommuterFlow> commuting;
  std::vector<OldMunicipality> history;
  std::vector<DictionaryEntry> dictionary;
  std::vector<NationalFigure> figures;
  std::vector<Vintage> vintages;  // in order of the table
  struct File {
    std::string name;
    std::string bytes;
  };  // name relative to the folder, exact bytes
  std::vector<File> files;
};

/// Reads and checks a country folder. Adds all problems; what it returns is of use only if there are none.
CountryFiles read_country(const std::filesystem::path& folder, data::Problems& problems);

}  // namespace polder
