#include <algorithm>

#include "government/relative_service.h"
#include "polder/base/detmath.h"
#include "systems/jobs/jobs.h"
#include "systems/training/courses.h"
#include "systems/training/training.h"
#include "world/situation.h"
#include "world/triage.h"

namespace polder::training {
namespace {

/// Somebody who could take a place; the lowest keys get the places (Efraimidis and Spirakis 2006: sampling by weight).
struct Candidate {
  double key = 0;
  ResidentIndex person{};
  friend bool operator<(const Candidate& a, const Candidate& b) {
    return a.key != b.key ? a.key < b.key : a.person < b.person;
  }
};

/// Money that is not given any more lapses.
void fill(Cents& purse, const Column<MunicipalityIndex, Cents>& budget, MunicipalityIndex m, int calendar_month) {
  const Cents year = budget.empty() ? 0 : budget[m];
  purse = year == 0 ? 0 : purse + instalment(year, calendar_month);
}

void fill_purses(World& world, const Inputs& inputs) {
  const Agenda& agenda = inputs.policy.mandates.agenda;
  const int month = world.month.calendar_month();
  for (const MunicipalityIndex m : rows_of(world.municipalities.government)) {
    Government& government = world.municipalities.government[m];
    fill(government.retrain_purse, agenda.retrain, m, month);
    fill(government.train_purse, agenda.train, m, month);
    fill(government.attract_purse, agenda.attract, m, month);
    fill(government.subsidy_purse, inputs.policy.mandates.wage_subsidy.budget, m, month);
  }
}

class Places {
 public:
  Places(World& world, const Inputs& inputs, const Random& random)
      : world_(world),
        inputs_(inputs),
        random_(random),
        full_time_(world.municipalities.government.size()),
        beside_job_(world.municipalities.government.size()) {
    for (const MunicipalityIndex m : rows_of(world.municipalities.government)) price_.push_back(price_at(m));
  }

  void grant() {
    bool affordable = false;
    for (const MunicipalityIndex m : rows_of(world_.municipalities.government)) {
      const Government& government = world_.municipalities.government[m];
      affordable = affordable || pays(government.retrain_purse, m) || pays(government.train_purse, m);
    }
    if (!affordable) return;
    const Courses courses(world_, inputs_, random_);
    for (const ResidentIndex person : rows_of(world_.residents.now)) consider(person, courses);
    for (const MunicipalityIndex m : rows_of(world_.municipalities.government)) {
      give(full_time_[m], m, true, courses);
      give(beside_job_[m], m, false, courses);
    }
    std::sort(world_.participants.begin(), world_.participants.end(),
              [](const Participant& a, const Participant& b) { return a.person < b.person; });
  }

 private:
  /// Of a row of places: less those that are free at programmes of schools that take part, with the administration of
  /// an agreement across sectors; as much dearer as a euro for the task `retraining` brings less than at the start.
  Cents price_at(MunicipalityIndex m) const {
    const auto& p = inputs_.parameters;
    const Agenda& agenda = inputs_.policy.mandates.agenda;
    const double paid = agenda.takes_part(Partner::Schools) ? 1 - p.agenda.schools : 1;
    const double administration = p.agenda.administration * agenda.across_sectors(m);
    const double productivity = government::relative_productivity(world_, inputs_.model, m, Task::Retraining);
    return static_cast<Cents>(p.training.place * 100 * paid * (1 + administration) / productivity + .5) * world_.weight;
  }
  bool pays(Cents purse, MunicipalityIndex m) const { return purse >= price_[m]; }

  Block luck(ResidentIndex person) const {
    return random_.block(Draw::TrainingPlace, world_.month, static_cast<std::uint32_t>(person));
  }

  void consider(ResidentIndex person, const Courses& courses) {
    const Situation& now = world_.residents.now[person];
    const bool jobless = now.labour == Labour::Unemployed || now.labour == Labour::Marginal;
    const bool employee = now.labour == Labour::Permanent || now.labour == Labour::Flexible;
    const Profile profile = world_.residents.profile[person];
    if ((!jobless && !employee) || now.learns != 0 || profile.enrolled != 0) return;
    const MunicipalityIndex home = profile.municipality();
    const Government& government = world_.municipalities.government[home];
    if (!pays(jobless ? government.retrain_purse : government.train_purse, home)) return;
    if (world_.age_months(profile) >= inputs_.parameters.training.oldest * 12) return;
    if (courses.from(inputs_.country.municipalities[home].region, profile.trade()).empty()) return;
    const double weight = jobless ? attention(government.triage)[now.distance] : 1;
    (jobless ? full_time_ : beside_job_)[home].push_back({-detmath::log(uniform(luck(person)[0])) / weight, person});
  }

  /// The lowest keys first, as far as the purse goes; who finds no permitted course is passed over.
  void give(std::vector<Candidate>& candidates, MunicipalityIndex m, bool full_time, const Courses& courses) {
    Government& government = world_.municipalities.government[m];
    Cents& purse = full_time ? government.retrain_purse : government.train_purse;
    const Cents each = price_[m];
    const auto wanted = static_cast<std::size_t>(std::max<Cents>(purse, 0) / each);
    std::size_t sorted = 0;
    for (std::size_t next = 0; next < candidates.size() && purse >= each; ++next) {
      if (next == sorted) {
        sorted = std::min(candidates.size(), sorted + 2 * wanted + 32);
        const auto from = candidates.begin() + static_cast<std::ptrdiff_t>(next);
        std::partial_sort(from, candidates.begin() + static_cast<std::ptrdiff_t>(sorted), candidates.end());
      }
      if (!take(candidates[next].person, full_time, courses)) continue;
      purse -= each;
      government.training_bought += each;
    }
  }

  bool take(ResidentIndex person, bool full_time, const Courses& courses) {
    const Profile profile = world_.residents.profile[person];
    const MunicipalityIndex home = profile.municipality();
    const Agenda& agenda = inputs_.policy.mandates.agenda;
    const Block word = luck(person);
    const bool bound = word[1] < threshold(agenda.payer_shares[3] * (1 - agenda.cross_sector));
    const Course* course = choose(courses.from(inputs_.country.municipalities[home].region, profile.trade()), inputs_,
                                  world_.residents.now[person].sector(), bound, word[2]);
    if (course == nullptr) return false;
    Situation next = world_.residents.now[person];
    next.learns = 1;
    if (full_time) next.labour = Labour::Training;
    move_to(world_, person, next);
    world_.participants.push_back({person, world_.month, world_.month + course->months, profile.trade(), course->target,
                                   static_cast<std::uint16_t>(full_time ? 1 : 0)});
    ++world_.municipalities.flows[home].places_taken;
    return true;
  }

  World& world_;
  const Inputs& inputs_;
  const Random& random_;
  Column<MunicipalityIndex, Cents> price_;  // of a row of places
  Column<MunicipalityIndex, std::vector<Candidate>> full_time_, beside_job_;
};

}  // namespace

void grant_places(World& world, const Inputs& inputs, const Random& random) {
  fill_purses(world, inputs);
  Places(world, inputs, random).grant();
}

}  // namespace polder::training
