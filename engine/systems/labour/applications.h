// What a seeker and an employer think of an application (L6, L8, L9).
#pragma once

#include <array>
#include <cstdint>

#include "polder/base/random.h"
#include "polder/scenario/inputs.h"
#include "polder/world/world.h"

namespace polder::labour {

/// A vacancy with what seeker and employer weigh, side by side: an application goes to one anywhere in the country.
struct Offer {
  VacancyIndex vacancy = none<VacancyIndex>;
  FirmIndex firm{};
  std::uint16_t wage = 0;  // [EUR 10/month], as in Vacancies
  MunicipalityIndex municipality{};
  OccupationIndex occupation{};
  SectorIndex sector{};
};
static_assert(sizeof(Offer) == 16);

Offer offer_of(const World& world, VacancyIndex vacancy);

/// Whether the resident is still without an occupation: at school, or never at work. Such seekers look in all
/// occupations that suit their education, those at school in those that ask for little (occupation.open_start).
bool without_occupation(const World& world, const Inputs& inputs, ResidentIndex person);

/// Whether the resident is enrolled in mbo on the work-based route: he or she seeks in the class of the programme only.
bool on_work_based_route(const Profile& profile);

/// Who sends applications, with what all of them ask for.
struct Seeker {
  ResidentIndex person{};
  Profile profile;
  Situation now;
  bool open = false;  // without_occupation
  double years = 0;  // of work so far
};
Seeker seeker_of(const World& world, const Inputs& inputs, ResidentIndex person);

/// Wage [EUR/month] of a seeker in a vacancy before experience (L9): the offer, less the loss of leaving an occupation
/// and a sector.
double wage_before_experience(const Inputs& inputs, const Seeker& seeker, const Offer& offer);

/// The same with experience: what the seeker would earn.
double wage_offered(const Inputs& inputs, const Seeker& seeker, const Offer& offer);

/// The row of Country::occupation_weight by which somebody seeks.
std::size_t kernel_row(const World& world, const Inputs& inputs, const Seeker& seeker);

/// The reference of the reservation wage [EUR/month]: what the seeker's occupation pays with his or her experience;
/// for who has no occupation yet, what the one in question pays.
double reference_wage(const Inputs& inputs, const Seeker& seeker, OccupationIndex wanted);

/// The lowest share of the reference wage that somebody without work accepts (L6); it falls with the months of search.
double reservation_share(const Situation& now, Month month, const Parameters& parameters);

/// Whether an employer of this resident would get a wage subsidy: no work, far from the labour market, and money left
/// in the municipality's purse (V34).
bool is_subsidised(const World& world, const Inputs& inputs, ResidentIndex person);

/// The employer's ranking without noise (L8).
double suitability(const World& world, const Inputs& inputs, const Seeker& seeker, const Offer& offer);

/// Whether an application abroad is not turned down for its diploma: it may be as far as the occupation asks for more
/// than a low education (job zone 2), in full from a high one (4).
bool recognised(const Inputs& inputs, const Random& random, Month month, ResidentIndex person, std::uint32_t number,
                OccupationIndex wanted);

/// Gumbel noise from a table of 4096 quantiles.
class GumbelTable {
 public:
  GumbelTable();
  double operator()(std::uint32_t word) const { return quantile_[word >> 20]; }

 private:
  std::array<double, 4096> quantile_;
};

/// A score as a word: higher is better; keeps the order of scores between -32 and 32.
std::uint32_t score_word(double score);

/// Number of applications of somebody who sends at least one: Poisson given at least one, at most `most`. `none` is
/// exp(-mean), the chance of none.
std::uint32_t number_given_one(double mean, double none, std::uint32_t word, std::uint32_t most);

}  // namespace polder::labour
