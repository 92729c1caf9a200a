#include <algorithm>

#include "base/parallel.h"
#include "government/deals.h"
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

/// What this month brings for places out of the task `retraining`: what a municipality's budget is above that of the
/// start, whose retraining has no places in the model, and its part of a deal; of merged municipalities by inhabitants.
/// Below 0 where less is spent than at the start.
Cents beyond_usual(const World& world, const Inputs& inputs, MunicipalityIndex m) {
  const Country& country = inputs.country;
  if (inputs.model.usual.empty() || !country.is_governed(m)) return 0;
  constexpr std::size_t task = number(Task::Retraining);
  const MunicipalityIndex governor = country.governor(m);
  Cents usual = 0;
  for (const MunicipalityIndex place : country.places(governor)) usual += inputs.model.usual[place].budget[task];
  const int month = world.month.calendar_month();
  const Cents beyond = instalment(world.municipalities.services[governor].budget[task], month) -
                       instalment(usual, month) +
                       government::spent_on(government::deal_money(world, inputs, governor), Task::Retraining);
  return static_cast<Cents>(static_cast<double>(beyond) * country.municipalities[m].population /
                            country.inhabitants(governor));
}

void fill_purses(World& world, const Inputs& inputs) {
  const Agenda& agenda = inputs.policy.mandates.agenda;
  const int month = world.month.calendar_month();
  for (const MunicipalityIndex m : rows_of(world.municipalities.government)) {
    Government& government = world.municipalities.government[m];
    fill(government.retrain_purse, agenda.retrain, m, month);
    government.place_purse = std::max<Cents>(0, government.place_purse + beyond_usual(world, inputs, m));
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
    bool any = false;
    for (const MunicipalityIndex m : rows_of(price_)) {
      paid_.push_back({pays(false, m), pays(true, m)});
      any = any || paid_[m].beside_job || paid_[m].full_time;
    }
    if (!any) return;
    const Courses courses(world_, inputs_, random_);
    find_candidates(courses);
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
  /// Whether there is money for a row of full-time places, or of places beside a job.
  bool pays(bool full_time, MunicipalityIndex m) const {
    const Government& government = world_.municipalities.government[m];
    if (!full_time) return government.train_purse >= price_[m];
    return std::max(government.place_purse, government.retrain_purse) >= price_[m];
  }

  Block luck(ResidentIndex person) const {
    return random_.block(Draw::TrainingPlace, world_.month, static_cast<std::uint32_t>(person));
  }

  /// Whether there is money for a row of places.
  struct Paid {
    bool beside_job, full_time;
  };
  /// Who could take a place that there is money for, from some rows; `rows` are their numbers.
  struct Found {
    std::vector<std::uint32_t> rows;
    std::vector<double> keys;
  };

  /// In the order of rows.
  void find_candidates(const Courses& courses) {
    constexpr std::size_t chunk_residents = 1u << 16;
    const std::size_t rows = world_.residents.size();
    std::vector<Found> found(chunks_of(rows, chunk_residents));
    for_each_chunk(rows, chunk_residents, [&](std::size_t chunk, std::size_t first, std::size_t last) {
      for (std::size_t row = first; row < last; ++row)
        if (is_candidate(index_of<ResidentIndex>(row), courses))
          found[chunk].rows.push_back(static_cast<std::uint32_t>(row));
      draw_keys(found[chunk]);
    });
    for (const Found& part : found)
      for (std::size_t i = 0; i < part.rows.size(); ++i) {
        const auto person = index_of<ResidentIndex>(part.rows[i]);
        auto& candidates = works(world_.residents.now[person].labour) ? beside_job_ : full_time_;
        candidates[world_.residents.profile[person].municipality()].push_back({part.keys[i], person});
      }
  }

  bool is_candidate(ResidentIndex person, const Courses& courses) const {
    const Situation& now = world_.residents.now[person];
    const bool jobless = now.labour == Labour::Unemployed || now.labour == Labour::Marginal;
    const bool employee = now.labour == Labour::Permanent || now.labour == Labour::Flexible;
    if (!jobless && !employee) return false;
    const Profile profile = world_.residents.profile[person];
    const MunicipalityIndex home = profile.municipality();
    if (!(jobless ? paid_[home].full_time : paid_[home].beside_job) || now.learns != 0 || profile.enrolled != 0)
      return false;
    if (world_.age_months(profile) >= inputs_.parameters.training.oldest * 12) return false;
    return !courses.from(inputs_.country.municipalities[home].region, profile.trade()).empty();
  }

  void draw_keys(Found& found) const {
    std::vector<Block> words(found.rows.size());
    random_.blocks(Draw::TrainingPlace, world_.month, found.rows, 0, words);
    for (std::size_t i = 0; i < found.rows.size(); ++i) {
      const auto person = index_of<ResidentIndex>(found.rows[i]);
      const Situation& now = world_.residents.now[person];
      const Triage triage = world_.municipalities.government[world_.residents.profile[person].municipality()].triage;
      const double weight = works(now.labour) ? 1 : attention(triage)[now.distance];
      found.keys.push_back(-detmath::log(uniform(words[i][0])) / weight);
    }
  }

  /// The lowest keys first, as far as the purses go; who finds no permitted course is passed over.
  void give(std::vector<Candidate>& candidates, MunicipalityIndex m, bool full_time, const Courses& courses) {
    std::size_t sorted = 0;
    for (std::size_t next = 0; next < candidates.size() && pays(full_time, m); ++next) {
      if (next == sorted) {
        sorted = std::min(candidates.size(), sorted + 2 * affordable(full_time, m) + 32);
        const auto from = candidates.begin() + static_cast<std::ptrdiff_t>(next);
        std::partial_sort(from, candidates.begin() + static_cast<std::ptrdiff_t>(sorted), candidates.end());
      }
      if (take(candidates[next].person, full_time, courses)) pay(full_time, m);
    }
  }

  /// Rows of places that there is money for.
  std::size_t affordable(bool full_time, MunicipalityIndex m) const {
    const Government& government = world_.municipalities.government[m];
    const auto rows = [&](Cents purse) { return static_cast<std::size_t>(std::max<Cents>(purse, 0) / price_[m]); };
    return full_time ? rows(government.place_purse) + rows(government.retrain_purse) : rows(government.train_purse);
  }

  /// The task's own money first: it is paid with the task. The agenda's is paid for what is bought.
  void pay(bool full_time, MunicipalityIndex m) {
    Government& government = world_.municipalities.government[m];
    const Cents each = price_[m];
    if (full_time && government.place_purse >= each) {
      government.place_purse -= each;
      return;
    }
    (full_time ? government.retrain_purse : government.train_purse) -= each;
    government.training_bought += each;
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
  Column<MunicipalityIndex, Paid> paid_;  // before the first place of the month is given
  Column<MunicipalityIndex, std::vector<Candidate>> full_time_, beside_job_;
};

}  // namespace

void grant_places(World& world, const Inputs& inputs, const Random& random) {
  fill_purses(world, inputs);
  Places(world, inputs, random).grant();
}

}  // namespace polder::training
