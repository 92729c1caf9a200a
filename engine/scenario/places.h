// Names and codes of places and sectors, as a user writes them, to the codes of the country's tables.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "data/yaml.h"
#include "world/country_files.h"

namespace polder {

/// Looks names up, whatever their case. Unknown ones are E107 (places) and E108 (sectors) with the nearest name;
/// municipalities that no longer exist are E116 with their successor. Of a country whose tables hold mistakes nothing
/// is looked up: its own problems come first.
class Places {
 public:
  /// `usable`: the tables have no problems.
  Places(const CountryFiles& files, bool usable) : files_(files), usable_(usable) {}

  std::optional<std::string> municipality(const data::Node& node, data::Problems& problems) const;
  std::optional<std::string> region(const data::Node& node, data::Problems& problems) const;
  /// By code, name or member: 'C' is in 'B-E'.
  std::optional<std::string> sector(const data::Node& node, data::Problems& problems) const;
  /// A class of occupations, by code or name; unknown ones are E176.
  std::optional<std::string> occupation(const data::Node& node, data::Problems& problems) const;
  /// What the tables say of a municipality, by its code; null where nothing is looked up.
  const MunicipalityFacts* facts(const std::string& code) const;
  /// Codes of the municipalities that a municipality, region or province stands for; a name that a municipality and
  /// a region share is the municipality.
  std::vector<std::string> municipalities(const data::Node& node, data::Problems& problems) const;

  /// The code of the country (NL), a province, region or municipality.
  std::optional<std::string> area(const data::Node& node, data::Problems& problems) const;

 private:
  bool merged(const data::Node& node, data::Problems& problems) const;

  const CountryFiles& files_;
  bool usable_;
};

}  // namespace polder
