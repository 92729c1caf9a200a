// The country of another period: the same places, with margins scaled to the national totals of a vintage.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "world/country_files.h"

namespace polder {

/// A national total that a vintage sets.
struct VintageKey {
  std::string_view key;   // "employed"; where results are compared with figures.csv: its key there
  bool is_share = false;  // else persons, vacancies or, of the accounts, EUR 1000
  bool needed = true;
};
const std::vector<VintageKey>& vintage_keys();
/// The line of the accounts with this key; null if it is another total.
const AccountLine* account_line(std::string_view vintage_key);

/// Null if the country has no such vintage.
const Vintage* find_vintage(const CountryFiles& files, const std::string& name);

/// The country of the tables with residents, recipients, jobs and rates of sectors in proportion, so that their totals
/// are those of the vintage; an empty name stands for the tables as they are. Jobs and occupations follow the employed,
/// lines of the accounts the totals that are given; shapes by age, commuting, councils, other money and places abroad
/// stay those of the tables. Throws std::out_of_range if the country
/// has no such vintage.
Country country_of(const CountryFiles& files, const std::string& vintage);

/// The national figures, those of the vintage in place of the ones with the same key; accounts left out.
std::vector<NationalFigure> figures_of(const CountryFiles& files, const std::string& vintage);

}  // namespace polder
