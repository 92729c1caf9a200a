// What came before the first month: dates, experience, wages, the last job of the jobless, distance to work.
#include <algorithm>
#include <array>
#include <numeric>

#include "base/parallel.h"
#include "polder/base/detmath.h"
#include "world/assumptions.h"
#include "world/blueprint.h"
#include "world/establishment_size.h"

namespace polder {
namespace {

/// Whole months of an exponential with a mean, cut at a limit without piling up there.
class Exponential {
 public:
  explicit Exponential(double mean) : mean_(mean) {
    for (std::size_t limit = 0; limit < within_.size(); ++limit)
      within_[limit] = 1 - detmath::exp(-static_cast<double>(limit) / mean);
  }
  int operator()(int limit, double u) const {
    if (limit <= 0) return 0;
    const auto entry = std::min(static_cast<std::size_t>(limit), within_.size() - 1);
    return std::min(limit, static_cast<int>(-mean_ * detmath::log(1 - u * within_[entry])));
  }

 private:
  double mean_;
  std::array<double, 12 * (std::size_t{oldest_age} + 1)> within_{};  // P(below the limit), by limit [months]
};

/// Months of search so far: geometric, at least one.
int search_months(double u) {
  return std::min(120, 1 + static_cast<int>(detmath::log(u) / detmath::log(assumed::search_goes_on)));
}

/// Months of ww: one for each of the first full years worked, half a month for each after, between least and most.
int ww_right(double years, const Parameters& parameters) {
  const auto& rules = parameters.rules;
  const double months = std::min(years, rules.ww_full_years) + std::max(0.0, years - rules.ww_full_years) / 2;
  return static_cast<int>(std::min(rules.ww_most_months, std::max(rules.ww_least_months, months)));
}

class Historian {
 public:
  explicit Historian(const Blueprint& plan) : plan_(plan) {
    const auto& share = plan.parameters.bijstand.initial_class;
    distance_.resize(share.size());
    std::partial_sum(share.begin(), share.end(), distance_.begin());
    for (std::size_t i = 0; i < offer_.size(); ++i)
      offer_[i] = detmath::exp(plan.parameters.wage.offer_sd *
                               normal_quantile((static_cast<double>(i) + .5) / static_cast<double>(offer_.size())));
  }

  void write(std::size_t row, Profile& profile, Situation& now) const {
    const int age = plan_.age_months(profile);
    const bool employed = works(now.labour);
    if (!employed) remember_job(row, profile, now);
    if (!plan_.of_working_age(age)) return;
    const Block luck = plan_.resident(row, Question::Dates);
    const int career = std::max(0, age - 12 * working_age_from);  // [months] in which somebody can have worked
    const int worked = worked_months(profile, now.labour, age, uniform(luck[1]));
    if (employed)
      date_job(now, career, worked, luck);
    else
      date_joblessness(now, career, worked, age, luck);
    if (receives_ww(now.benefit)) date_ww(row, now, worked, career);
    if (receives_bijstand(now.benefit) || !employed) set_distance(row, now);
    set_wage(profile, now, luck[2]);
  }

 private:
  /// Occupation and sector of the last job, or of the first one to come.
  void remember_job(std::size_t row, Profile& profile, Situation& now) const {
    const Block luck = plan_.resident(row, Question::LastJob);
    const std::size_t occupation = pick(plan_.country.likely_occupation[profile.education], uniform(luck[1]));
    profile.occupation = static_cast<std::uint32_t>(occupation) & 0xFu;
    now.set_sector(index_of<SectorIndex>(pick(plan_.country.likely_sector[occupation], uniform(luck[2]))));
  }

  int worked_months(const Profile& profile, Labour labour, int age, double u) const {
    const double since_school = std::max(0.0, age - 12 * plan_.school_age(profile.education));
    const double least = works(labour) ? assumed::worked_least : assumed::worked_least / 2;
    return static_cast<int>(since_school * (least + (1 - assumed::worked_least) * u));
  }

  void date_job(Situation& now, int career, int worked, const Block& luck) const {
    // A flexible contract that lasts longer has become permanent.
    const int longest = now.labour == Labour::Flexible
                            ? std::min(career, static_cast<int>(plan_.parameters.separation.permanent_after) - 1)
                            : career;
    const int tenure = tenure_of(now.labour)(longest, uniform(luck[0]));
    now.since = plan_.month - tenure;
    now.worked = quarters(worked - tenure);
    const int gap = (luck[3] & 1u) != 0 ? 0 : static_cast<int>(below(luck[3], 12));
    if (now.worked > 0) now.last_job_ended = now.since - gap;
  }

  /// Search and the end of the last job; the inactive and disabled are out of work for longer.
  void date_joblessness(Situation& now, int career, int worked, int age, const Block& luck) const {
    const bool searches = now.labour == Labour::Unemployed || now.labour == Labour::Marginal;
    if (now.labour == Labour::Student) return;
    const double u = uniform(luck[0]);
    const int months = searches ? search_months(u) : out_of_work_(career, u);
    now.since = plan_.month - std::min(months, std::max(career, 1));
    now.worked = quarters(worked);
    const bool never_worked = worked < 3 || (age < 12 * 27 && uniform(luck[3]) < assumed::never_worked_young);
    if (!never_worked) now.last_job_ended = now.since;
  }

  /// Some months of the right to ww have passed; who works besides found that job since.
  void date_ww(std::size_t row, Situation& now, int worked, int career) const {
    const Block luck = plan_.resident(row, Question::Benefits);
    const int right = ww_right(worked / 12.0, plan_.parameters);
    const int passed =
        std::min(static_cast<int>(below(luck[3], static_cast<std::uint32_t>(right))), std::max(0, career - 1));
    now.last_job_ended = plan_.month - 1 - passed;
    now.benefit_until = now.last_job_ended + right;
    now.worked = quarters(worked);
    now.since = now.last_job_ended;
    if (now.benefit == Benefit::WwWork)
      now.since = plan_.month - static_cast<int>(below(luck[2], static_cast<std::uint32_t>(passed) + 1));
  }

  void set_distance(std::size_t row, Situation& now) const {
    const double u = uniform(plan_.resident(row, Question::Benefits)[2]);
    if (receives_bijstand(now.benefit))
      now.distance = static_cast<std::uint8_t>(pick(distance_, u)) & 0x7u;
    else if (now.labour == Labour::Marginal)
      now.distance = u < assumed::distance_one_marginal ? 1 : 0;
    else if (now.labour == Labour::Inactive)
      now.distance = u < assumed::distance_one_inactive ? 1 : 0;
  }

  void set_wage(const Profile& profile, Situation& now, std::uint32_t word) const {
    if (!works(now.labour) && now.last_job_ended == never) return;
    const double euros = plan_.country.occupations[profile.trade()].class_wage * offer_[word >> 20];
    now.wage = static_cast<std::uint16_t>(std::clamp(euros / 10 + .5, 1.0, 65535.0));
  }

  const Exponential& tenure_of(Labour labour) const {
    return labour == Labour::Permanent      ? permanent_
           : labour == Labour::Flexible     ? flexible_
           : labour == Labour::SelfEmployed ? self_employed_
                                            : student_;
  }

  static std::uint8_t quarters(int months) { return static_cast<std::uint8_t>(std::clamp(months / 3, 0, 255)); }

  const Blueprint& plan_;
  std::vector<double> distance_;
  std::array<double, 4096> offer_{};  // offers relative to the class wage, at the middle of equal shares
  Exponential permanent_{assumed::tenure_permanent}, flexible_{assumed::tenure_flexible};
  Exponential self_employed_{assumed::tenure_self_employed}, student_{assumed::tenure_student};
  Exponential out_of_work_{assumed::out_of_work};
};

}  // namespace

void draw_histories(const Blueprint& plan, World& world) {
  const Historian historian(plan);
  for_each_chunk(plan.size, 1, [&](std::size_t m, std::size_t, std::size_t) {
    for (std::size_t row = plan.first[m]; row < plan.first[m] + plan.residents[m]; ++row)
      historian.write(row, world.residents.profile[index_of<ResidentIndex>(row)],
                      world.residents.now[index_of<ResidentIndex>(row)]);
  });
}

}  // namespace polder
