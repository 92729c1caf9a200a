// The parts of read_country: each reads some tables of the folder into the country. Not used elsewhere.
#pragma once

#include <map>
#include <string>

#include "data/problems.h"
#include "data/yaml.h"
#include "world/country_files.h"
#include "world/country_files_sheet.h"

namespace polder {

inline constexpr std::size_t most_municipalities = 512;  // nine bits of a resident's profile
inline constexpr std::size_t most_classes = 16;          // sectors, occupations: four bits

struct CountryReading {
  CountryFiles& out;
  data::Problems& problems;
  std::map<std::string, CountrySheet, std::less<>> sheets;  // by file
  CodeList provinces{"province"}, regions{"labour-market region"}, municipalities{"municipality"};
  CodeList parties{"party"};
  CodeList sectors{"sector"}, occupations{"occupation"}, groups{"occupation group"};

  bool has_sheet(std::string_view file) const { return sheets.contains(file); }  // false: an optional table is absent
  CountrySheet& sheet(std::string_view file) { return sheets.find(file)->second; }
  Country& country() { return out.country; }
  GovernmentFacts& government(std::size_t municipality) {
    return out.country.municipalities[index_of<MunicipalityIndex>(municipality)].government;
  }
};

void read_country_yaml(const data::Node& root, CountryReading& reading);

// In this order: places, classes, then what refers to both.
void read_areas(CountryReading& reading);  // provinces, regions
void read_municipalities(CountryReading& reading);
void read_history(CountryReading& reading);
void read_commuting(CountryReading& reading);
void read_sectors(CountryReading& reading);
void read_occupations(CountryReading& reading);
void read_jobs(CountryReading& reading);
void read_similarity(CountryReading& reading);
void read_groups(CountryReading& reading);  // occupation groups, where a country has them
void read_border(CountryReading& reading);  // places abroad, where a country has them
void read_governments(CountryReading& reading);  // parties, councils, accounts, where a country has them
void read_cooperation(CountryReading& reading);  // neighbours and arrangements, read by read_governments
void read_chain(CountryReading& reading);  // who delivers to whom, where a country has it
/// Only checks the table if the totals that it is fitted to are wrong: the fit would repeat what was reported there.
void fit_occupations_to_sectors(CountryReading& reading, bool totals_hold);
void read_ages(CountryReading& reading);
void read_figures(CountryReading& reading);
void read_vintages(CountryReading& reading);  // totals of other periods, where a country has them
void read_dictionary(CountryReading& reading);

/// E214 if there are none, or more than `most`.
void check_count(CountrySheet& sheet, const CodeList& list, std::size_t most);
/// E217 unless a status is one of the five.
void check_status(CountrySheet& sheet, std::size_t row);

}  // namespace polder
