// What never changes during a run: geography, sectors, occupations, kernels and tables, restricted to the scope of
// the study. Shared by all runs.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "polder/base/column.h"
#include "polder/base/quantity.h"
#include "polder/world/government_facts.h"

namespace polder {

inline constexpr std::size_t age_bands = 5;  // 0-14, 15-24, 25-44, 45-64, 65+
inline constexpr int oldest_age = 110;       // [years]
inline constexpr std::size_t settled_age =
    30;  // [years] whether somebody younger will have a partner is that of this age
inline constexpr std::size_t education_levels = 3;  // 0 low, 1 medium, 2 high (hbo, wo)

struct MunicipalityFacts {
  std::string code;  // "GM0153"
  std::string name;
  ProvinceIndex province{};
  RegionIndex region{};
  std::uint32_t official_number = 0;  // the digits of the code: the identity in draws
  bool elsewhere = false;             // beyond the outer border of the scope: only who commutes across it
  bool focus = false;                 // in the region that the study names (all, if it names none)
  double latitude = 0, longitude = 0;  // [degrees]

  double population = 0;                       // [persons]
  std::array<double, age_bands> age_share{};   // of the population
  double high_education_share = 0;             // of 15-74
  std::array<double, education_levels> young_education{};  // levels of the newborn and of arrivals [shares]
  double employed = 0, unemployed = 0;         // residents [persons]
  double ww = 0, bijstand = 0;                 // recipients [persons]
  std::vector<double> jobs;                    // by sector, employed persons who work here
  /// Where a sector here buys from each supplying sector: shares of regions in scope [region x sector], near, middle
  /// and far in the proportions of `chain`; what goes beyond the scope is missing from the sum.
  std::vector<double> supplier_share;
  Cents guidance_budget = 0;                   // re-integration spending [cents/year]
  Cents income_spending = 0;                   // spending on income schemes: the key of the buig [cents/year]
  std::vector<double> vacancies_abroad;        // of a place abroad: offered at any time, by sector [persons]
  double wage_factor = 1;                      // of wages offered there, relative to this country
  GovernmentFacts government;
};

/// A place beyond the national border where residents may work, and from where people come to work here.
struct BorderPlace {
  std::string code, name, country;        // "DE-GRONAU", "Gronau", "DE"
  double latitude = 0, longitude = 0;     // [degrees]
  double jobs = 0;                        // in and around it [persons]
  double wage_factor = 1;                 // of its wages, relative to this country
  double inbound = 0;                     // who live there and work in this country [persons]
  double pull = 0;                        // kernel x jobs of all municipalities of the country
};

struct Area {
  std::string code;
  std::string name;
};

struct SectorFacts {
  std::string code;  // "B-E"
  std::string name_nl, name_en;
  std::vector<std::string> members;  // what it is made of: "B" "C" "D" "E"
  double cycle_sensitivity = 1;    // b_s
  double self_employed_share = 0;  // of the employed persons
  double flexible_share = 0;       // of the employees
  double output_per_job = 1;       // relative to the other sectors; where there is a table of deliveries
  double tradable = 0;             // share of the jobs that sell beyond the region
  double vacancy_rate = 0;         // recorded vacancies per job
  std::vector<double> size_share;  // establishments by size class, see Country::size_classes
  std::vector<double> occupation_share;  // of the jobs
};

struct OccupationFacts {
  std::string code;  // "07"
  std::string name_nl, name_en;
  double employed = 0;   // [persons]
  double job_zone = 3;   // O*NET job zone 1..5
  double class_wage = 0; // [EUR/month] L9
};

/// A group of occupations, finer than the classes (ISCO-08, three digits).
struct OccupationGroup {
  std::string code;  // "512"
  std::string name_nl, name_en;
  OccupationIndex occupation{};  // its class
  double job_zone = 3;           // O*NET job zone 1..5
};

struct SizeClass {
  std::uint32_t from = 1, to = 1;  // [employees]
};

/// Shapes and rates by year of age, 0..oldest_age.
struct AgeRates {
  std::vector<double> death;       // [chance/year]
  std::vector<double> emigration;  // [chance/year]
  std::vector<double> employment;  // relative chance to work, used by the synthetic population
  std::vector<double> disability;  // share on disability benefit
  std::vector<double> partner;     // share with a partner who earns
};

/// Where vacancies are sought from one municipality: integer weights, largest 65535.
struct Reach {
  MunicipalityIndex municipality{};
  std::uint16_t weight = 0;
};

struct Country {
  std::string key, name_nl, name_en;
  Column<MunicipalityIndex, MunicipalityFacts> municipalities;
  std::size_t first_abroad = std::numeric_limits<std::size_t>::max();  // municipalities from this row on are abroad
  std::vector<BorderPlace> border;  // where a country has a table of them
  std::vector<Party> parties;              // where a country has tables of governments
  std::vector<Arrangement> arrangements;   // of the tables, then those that are drawn (build_country)
  Column<RegionIndex, Area> regions;
  Column<ProvinceIndex, Area> provinces;
  Column<SectorIndex, SectorFacts> sectors;
  Column<OccupationIndex, OccupationFacts> occupations;
  Column<GroupIndex, OccupationGroup> groups;  // empty in a country without tables of them
  std::vector<double> group_similarity;        // centred cosine [from x to], 1 on the diagonal
  std::vector<SizeClass> size_classes;
  AgeRates by_age;

  Column<MunicipalityIndex, std::vector<Reach>> reach;  // K, in order of municipality
  /// A x W, largest 65535 per row: rows of the occupations [from x to], then of the educations of who has no
  /// occupation yet [education x to].
  std::vector<std::uint16_t> occupation_weight;
  std::vector<double> similarity;                       // centred cosine [from x to]
  /// Sectors of the jobs in an occupation, running sums [occupation][sector].
  std::vector<std::vector<double>> likely_sector;
  /// Occupations that somebody with an education is likely to have, running sums [education][occupation].
  std::array<std::vector<double>, education_levels> likely_occupation;
  std::vector<double> distance_km;                      // [home x work], great circle; own: half the mean radius
  std::vector<double> commuters;                        // fitted persons [home x work]; of the synthetic population
  std::vector<double> deliveries;   // [supplier x user] per unit of the user's output; empty: no table
  std::vector<double> linked_jobs;  // [supplier x user] jobs that follow one job of the user, that job left out
  double scope_share = 1;    // share of the national employed who live in scope (elsewhere excluded)
  double omitted_weight = 0; // largest share of a row of K that is left out

  double similar(OccupationIndex a, OccupationIndex b) const {
    return similarity[number(a) * occupations.size() + number(b)];
  }
  bool is_abroad(MunicipalityIndex m) const { return number(m) >= first_abroad; }
  /// Who governs a municipality: itself, or the one into which it merged.
  MunicipalityIndex governor(MunicipalityIndex m) const {
    const MunicipalityIndex other = municipalities[m].government.governor;
    return other == none<MunicipalityIndex> ? m : other;
  }
  bool is_merged(MunicipalityIndex m) const { return governor(m) != m; }
  /// Whether there are figures on who governs it.
  bool is_governed(MunicipalityIndex m) const { return municipalities[governor(m)].government.has_council(); }
  /// A figure of a municipality and those that merged into it.
  template <class Figure>
  Figure governed(MunicipalityIndex m, Figure MunicipalityFacts::* figure) const {
    Figure sum = municipalities[m].*figure;
    for (const MunicipalityIndex part : municipalities[m].government.merged) sum += municipalities[part].*figure;
    return sum;
  }
  double inhabitants(MunicipalityIndex m) const { return governed(m, &MunicipalityFacts::population); }
  /// Itself and those that merged into it.
  std::vector<MunicipalityIndex> places(MunicipalityIndex m) const {
    std::vector<MunicipalityIndex> all{m};
    all.insert(all.end(), municipalities[m].government.merged.begin(), municipalities[m].government.merged.end());
    return all;
  }
  double kilometres(MunicipalityIndex a, MunicipalityIndex b) const {
    return distance_km[number(a) * municipalities.size() + number(b)];
  }
};

}  // namespace polder
