// What the synthetic population takes for granted where the tables are silent. All are assumed unless the source says
// otherwise; `world_assumptions` lists them for reports.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace polder {
namespace assumed {

inline constexpr double marginal_per_employed = 300.0 / 9867;  // marginally attached, 300,000 [200,000-750,000]
inline constexpr double ww_unemployed = .70, ww_marginal = .10;  // of the recipients; the others work
inline constexpr double bijstand_unemployed = .25, bijstand_marginal = .25, bijstand_working = .08;
inline constexpr std::array<double, 3> bijstand_by_education{3, 1, .25};  // relative chance
inline constexpr double distance_one_marginal = .1, distance_one_inactive = .2;  // others: class 0

inline constexpr std::array<double, 3> employment_by_education{.80, 1, 1.08};     // relative chance
inline constexpr std::array<double, 3> unemployment_by_education{1.6, 1.1, .75};  // relative chance
inline constexpr double young_unemployment = 2.4;  // relative chance below 25 after school
inline constexpr double most_employed = .96;       // largest share of an age and education that works

inline constexpr std::array<double, 5> high_education_by_band{1.2, 1.2, 1.3, .95, .7};     // relative, final level
inline constexpr std::array<double, 5> low_of_not_high_by_band{.28, .28, .28, .38, .55};   // share

inline constexpr std::array<double, 3> job_zone_of_education{2, 3, 4};  // centre of the jobs last held
inline constexpr double match_noise = 1.5;  // [education levels] width of what else decides who holds which job
inline constexpr std::array<double, 4> flexible_by_age{2.0, 1.3, .85, .6};        // <25, 25-34, 35-44, 45+
inline constexpr std::array<double, 4> self_employed_by_age{.35, .8, 1.1, 1.3};  // the same groups

inline constexpr double tenure_permanent = 96, tenure_flexible = 18, tenure_self_employed = 120;  // [months] mean
inline constexpr double tenure_student = 12;                                                      // [months] mean
inline constexpr double out_of_work = 60;  // [months] mean since the last job, of the inactive and disabled
inline constexpr double search_goes_on =
    .907;  // [chance/month]: with those on ww a quarter searches for a year or longer
inline constexpr double never_worked_young = .3;  // of the jobless below 27
inline constexpr double worked_least =
    .2;        // share of the years since school that somebody worked, least: as in the long run of the model

inline constexpr std::uint32_t vacancy_oldest = 3;  // [months] initial vacancies opened in the last ones
inline constexpr double spare_margin = 1.15;        // spare rows over the expected ones, and six deviations

}  // namespace assumed

struct Assumption {
  std::string_view key;
  double value = 0;
  std::string_view unit, meaning, source;
};
std::span<const Assumption> world_assumptions();

}  // namespace polder
