#include "world/assumptions.h"

namespace polder {

std::span<const Assumption> world_assumptions() {
  using namespace assumed;
  static constexpr std::array list{
      Assumption{"world.marginal_per_employed", marginal_per_employed, "share",
                 "marginally attached residents per employed one", "assumed; 300,000 in 2025, 200,000 to 750,000"},
      Assumption{"world.ww_unemployed", ww_unemployed, "share", "ww recipients who are unemployed", "assumed"},
      Assumption{"world.ww_marginal", ww_marginal, "share", "ww recipients who are marginally attached", "assumed"},
      Assumption{"world.bijstand_unemployed", bijstand_unemployed, "share", "bijstand recipients who are unemployed",
                 "assumed"},
      Assumption{"world.bijstand_marginal", bijstand_marginal, "share",
                 "bijstand recipients who are marginally attached", "assumed"},
      Assumption{"world.bijstand_working", bijstand_working, "share", "bijstand recipients with a part-time job",
                 "Divosa benchmark 2017"},
      Assumption{"world.bijstand_low", bijstand_by_education[0], "factor", "bijstand with low education", "assumed"},
      Assumption{"world.bijstand_high", bijstand_by_education[2], "factor", "bijstand with high education", "assumed"},
      Assumption{"world.employment_low", employment_by_education[0], "factor", "chance to work with low education",
                 "assumed"},
      Assumption{"world.employment_high", employment_by_education[2], "factor", "chance to work with high education",
                 "assumed"},
      Assumption{"world.unemployment_low", unemployment_by_education[0], "factor",
                 "chance to be unemployed with low education", "assumed"},
      Assumption{"world.unemployment_high", unemployment_by_education[2], "factor",
                 "chance to be unemployed with high education", "assumed"},
      Assumption{"world.young_unemployment", young_unemployment, "factor", "chance to be unemployed below 25",
                 "assumed"},
      Assumption{"world.high_young", high_education_by_band[2], "factor", "high education at 25-44", "assumed"},
      Assumption{"world.high_old", high_education_by_band[4], "factor", "high education from 65", "assumed"},
      Assumption{"world.low_of_not_high", low_of_not_high_by_band[3], "share",
                 "low education among those of 45-64 without high education", "assumed"},
      Assumption{"world.match_noise", match_noise, "factor", "what decides who holds which job besides education",
                 "assumed"},
      Assumption{"world.flexible_young", flexible_by_age[0], "factor", "flexible contracts below 25", "assumed"},
      Assumption{"world.self_employed_young", self_employed_by_age[0], "factor", "self-employed below 25", "assumed"},
      Assumption{"world.tenure_permanent", tenure_permanent, "months", "mean tenure on a permanent contract",
                 "assumed"},
      Assumption{"world.tenure_flexible", tenure_flexible, "months", "mean tenure on a flexible contract", "assumed"},
      Assumption{"world.tenure_self_employed", tenure_self_employed, "months", "mean tenure of the self-employed",
                 "assumed"},
      Assumption{"world.tenure_student", tenure_student, "months", "mean tenure of students with a job", "assumed"},
      Assumption{"world.out_of_work", out_of_work, "months", "mean time since the last job of the inactive", "assumed"},
      Assumption{"world.search_goes_on", search_goes_on, "chance/month", "the unemployed without ww search on",
                 "CBS 2018: 34 %, with fewer since"},
      Assumption{"world.never_worked_young", never_worked_young, "share", "jobless below 27 who never worked",
                 "assumed"},
      Assumption{"world.worked_least", worked_least, "share", "years worked since school, least", "assumed"},
  };
  return list;
}

}  // namespace polder
