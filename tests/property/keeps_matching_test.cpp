// Matching over random worlds: the hires are the stable matching of both sides' rankings, restated here from what the
// model says of applications, acceptance and ranking.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

#include "government/relative_service.h"
#include "polder/base/detmath.h"
#include "support/random_worlds.h"
#include "systems/jobs/jobs.h"
#include "systems/labour/applications.h"
#include "systems/labour/vacancy_cells.h"
#include "systems/life/effort.h"
#include "world/situation.h"

namespace polder {
namespace {

using namespace testing;

struct Wish {
  VacancyIndex vacancy{};
  double value = 0;
  std::uint32_t score = 0;
};

/// Both sides of the market of a month, before anybody is hired.
class BothSides {
 public:
  explicit BothSides(const Moment& moment)
      : world_(moment.before),
        inputs_(moment.inputs),
        random_(moment.random),
        mediation_(government::mediate(world_, inputs_, random_)),
        cells_(world_, inputs_.country, weight_abroad(), {}, mediation_),
        effort_(world_, inputs_),
        seekers_(world_.today.those_who(LifeEvent::LooksForWork)) {
    for (const ResidentIndex person : seekers_) wishes_.push_back(wishes_of(person));
  }

  /// The match of every seeker: proposals go down the list until somebody keeps them.
  std::vector<std::optional<Wish>> matching() const {
    std::vector<std::size_t> next(seekers_.size(), 0);
    std::vector<std::optional<std::size_t>> holder(world_.vacancies.size());
    for (bool moved = true; moved;) {
      moved = false;
      for (std::size_t s = 0; s < seekers_.size(); ++s) {
        const bool held = next[s] > 0 && holder[number(wishes_[s][next[s] - 1].vacancy)] == s;
        if (held || next[s] == wishes_[s].size()) continue;
        const Wish& wish = wishes_[s][next[s]++];
        auto& holds = holder[number(wish.vacancy)];
        if (!holds || better(s, wish, *holds)) holds = s;
        moved = true;
      }
    }
    std::vector<std::optional<Wish>> match(seekers_.size());
    for (std::size_t s = 0; s < seekers_.size(); ++s)
      if (next[s] > 0 && holder[number(wishes_[s][next[s] - 1].vacancy)] == s) match[s] = wishes_[s][next[s] - 1];
    return match;
  }

  /// Pairs that would rather have each other than what they have.
  std::size_t blocking_pairs(const std::vector<std::optional<Wish>>& match) const {
    std::vector<std::optional<std::size_t>> holder(world_.vacancies.size());
    for (std::size_t s = 0; s < match.size(); ++s)
      if (match[s]) holder[number(match[s]->vacancy)] = s;
    std::size_t pairs = 0;
    for (std::size_t s = 0; s < match.size(); ++s)
      for (const Wish& wish : wishes_[s]) {
        if (match[s] && wish.vacancy == match[s]->vacancy) break;
        const auto& held = holder[number(wish.vacancy)];
        if (!held || better(s, wish, *held)) ++pairs;
      }
    return pairs;
  }
  const std::vector<ResidentIndex>& seekers() const { return seekers_; }

 private:
  bool better(std::size_t seeker, const Wish& wish, std::size_t other) const {
    const auto& list = wishes_[other];
    const auto theirs =
        std::find_if(list.begin(), list.end(), [&](const Wish& w) { return w.vacancy == wish.vacancy; });
    return wish.score != theirs->score ? wish.score > theirs->score : seeker < other;
  }

  bool accepts(ResidentIndex person, VacancyIndex vacancy, double wage, double value) const {
    const Situation& now = world_.residents.now[person];
    const Parameters& p = inputs_.parameters;
    const Profile profile = world_.residents.profile[person];
    const bool seeks_place = labour::on_work_based_route(profile) && profile.apprentice == 0;
    if (!works(now.labour) || world_.firms.state[now.employer] == FirmState::Notice || seeks_place)
      return wage >= labour::reservation_share(now, world_.month, p) *
                         labour::reference_wage(inputs_, labour::seeker_of(world_, inputs_, person),
                                                world_.vacancies.occupation[vacancy]);
    const double present = monthly_wage(now, world_.month, p.wage.experience);
    const double commute =
        p.wage.commute_cost * inputs_.country.kilometres(world_.residents.profile[person].municipality(),
                                                         world_.firms.municipality[now.employer]);
    return value > present - commute + p.reservation.move_margin * present;
  }

  /// Information across the border by the lever, and what the task does beyond the start.
  Column<MunicipalityIndex, double> weight_abroad() const {
    Column<MunicipalityIndex, double> factors;
    for (const MunicipalityIndex m : rows_of(inputs_.country.municipalities)) {
      const double response = government::relative_response(world_, inputs_.model, m, Task::Border);
      factors.push_back((1 + inputs_.policy.mandates.border_info) *
                        (1 + std::clamp(response - std::numbers::ln2, 0.0, 1.0)));
    }
    return factors;
  }

  std::vector<Wish> wishes_of(ResidentIndex person) const {
    const auto row = static_cast<std::uint32_t>(person);
    const Profile profile = world_.residents.profile[person];
    const Parameters& p = inputs_.parameters;
    const Situation& seeker = world_.residents.now[person];
    const double mean = effort_.search(profile, seeker, jobs::on_notice(world_.firms, seeker)).expected;
    const std::uint32_t sent =
        labour::number_given_one(mean, detmath::exp(-mean), random_.block(Draw::LifeDetail, world_.month, row, 1)[1],
                                 static_cast<std::uint32_t>(p.search.most));
    std::vector<Wish> wishes;
    for (std::uint32_t number = 0; number < sent; ++number) {
      const Block word = random_.block(Draw::Application, world_.month, row, number);
      const VacancyIndex vacancy = cells_.choose(
          profile.municipality(), labour::kernel_row(world_, inputs_, labour::seeker_of(world_, inputs_, person)),
          word[0], word[1], word[2]);
      const auto same = [&](const Wish& w) { return w.vacancy == vacancy; };
      if (vacancy == none<VacancyIndex> || world_.vacancies.firm[vacancy] == world_.residents.now[person].employer ||
          std::any_of(wishes.begin(), wishes.end(), same))
        continue;
      if (labour::on_work_based_route(profile) && world_.vacancies.occupation[vacancy] != profile.trade()) continue;
      const double wage =
          labour::wage_offered(inputs_, labour::seeker_of(world_, inputs_, person), labour::offer_of(world_, vacancy));
      const MunicipalityIndex work = world_.firms.municipality[world_.vacancies.firm[vacancy]];
      const double value = wage - p.wage.commute_cost * inputs_.country.kilometres(profile.municipality(), work);
      if (!accepts(person, vacancy, wage, value)) continue;
      if (inputs_.country.is_abroad(work) &&
          !labour::recognised(inputs_, random_, world_.month, person, number, world_.vacancies.occupation[vacancy]))
        continue;
      const Situation& now = world_.residents.now[person];
      const double seen =
          !works(now.labour) && now.distance >= 2 ? government::visibility(world_, inputs_, mediation_, vacancy) : 0;
      const double score = labour::suitability(world_, inputs_, labour::seeker_of(world_, inputs_, person),
                                               labour::offer_of(world_, vacancy)) +
                           seen + p.match.noise * gumbel_(word[3]);
      wishes.push_back({vacancy, value, labour::score_word(score)});
    }
    std::stable_sort(wishes.begin(), wishes.end(), [](const Wish& a, const Wish& b) { return a.value > b.value; });
    return wishes;
  }

  const World& world_;
  const Inputs& inputs_;
  const Random& random_;
  government::Mediation mediation_;
  labour::VacancyCells cells_;
  life::Effort effort_;
  labour::GumbelTable gumbel_;
  const std::vector<ResidentIndex>& seekers_;
  std::vector<std::vector<Wish>> wishes_;
};

/// Whether the world shows that this seeker got what the matching says.
::testing::AssertionResult got(const Moment& moment, ResidentIndex person, const std::optional<Wish>& match) {
  const Situation &was = moment.before.residents.now[person], &is = moment.now.residents.now[person];
  if (!match) {
    const bool same = is.employer == was.employer && is.since == was.since;
    return same ? ::testing::AssertionSuccess() : ::testing::AssertionFailure() << "hired without a match";
  }
  const Vacancies& table = moment.before.vacancies;
  const double wage =
      labour::wage_before_experience(moment.inputs, labour::seeker_of(moment.before, moment.inputs, person),
                                     labour::offer_of(moment.before, match->vacancy));
  if (is.employer != table.firm[match->vacancy]) return ::testing::AssertionFailure() << "another employer";
  const Profile before = moment.before.residents.profile[person];
  const OccupationIndex trade = before.enrolled != 0 ? before.trade() : table.occupation[match->vacancy];
  if (moment.now.residents.profile[person].trade() != trade)
    return ::testing::AssertionFailure() << "another occupation";
  if (is.since != moment.now.month || is.wage != static_cast<std::uint16_t>(wage / 10 + .5))
    return ::testing::AssertionFailure() << "another wage or start";
  return ::testing::AssertionSuccess();
}

TEST(MatchVacancies, GiveTheStableMatchingOfBothRankings) {
  std::size_t hires = 0;
  for (std::uint32_t number = 0; number < random_worlds; ++number)
    look_at_random_world(number, [&](const Moment& moment) {
      if (moment.system != "labour.match_vacancies" || moment.now.month.index % 5 != 0) return;
      const BothSides market(moment);
      const auto match = market.matching();
      ASSERT_EQ(market.blocking_pairs(match), 0u);
      std::vector<bool> filled(moment.before.vacancies.size(), false);
      for (std::size_t s = 0; s < match.size(); ++s) {
        ASSERT_TRUE(got(moment, market.seekers()[s], match[s])) << to_text(moment.now.month) << " world " << number;
        if (!match[s]) continue;
        ASSERT_FALSE(filled[polder::number(match[s]->vacancy)]) << "a vacancy holds one resident";
        ASSERT_LT(moment.before.vacancies.opened[match[s]->vacancy], moment.now.month);
        filled[polder::number(match[s]->vacancy)] = true;
        ++hires;
      }
      std::vector<std::uint16_t> left;
      for (const VacancyIndex v : rows_of(moment.before.vacancies.wage))
        if (!filled[polder::number(v)]) left.push_back(moment.before.vacancies.wage[v]);
      ASSERT_TRUE(std::ranges::equal(left, moment.now.vacancies.wage)) << "the others stay, in their order";
    });
  EXPECT_GT(hires, 1000u);
}

}  // namespace
}  // namespace polder
