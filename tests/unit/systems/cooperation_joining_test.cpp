// Tasks that go to another level by decisions of councils, in the tiny country: two municipalities in each region.
#include <gtest/gtest.h>

#include <algorithm>
#include <tuple>

#include "government/ties.h"
#include "support/governed.h"
#include "systems/cooperation/decisions.h"
#include "systems/cooperation/joining.h"
#include "systems/cooperation/leave.h"

namespace polder {
namespace {

using namespace testing;
using government::Reason;

constexpr RegionIndex west_of{0};

/// Councils of which trust decides alone: they join with full trust and stay away, or leave, without.
class Joining : public Governed {
 protected:
  std::vector<Decision> all;
  Month june = Month::of(2027, 6);

  Joining() {
    inputs.policy.mandates.switching = Switching::Adaptive;
    given().joining.trust = 1e6;
    given().agreement.pre_election = 1;
    trust(1);
  }
  GovernmentParameters& given() { return experiment.model.parameters.government; }
  void trust(double in_all) {
    for (Tie& tie : world.ties) tie.trust = in_all;
  }
  /// Only who has regional emphasis joins.
  void only(MunicipalityIndex willing) {
    given().joining.trust = 0;
    given().joining.cost = 1e6;
    given().joining.emphasis = 2e6;
    world.municipalities.council[willing].course.emphasis = 1;
  }
  void propose(Task task, Level level) {
    world.month = june;
    cooperation::propose_move(world, inputs, west_of, task, level, city);
  }
  void month_of(Month month) {
    world.month = month;
    world.decided.clear();
    world.ledger.postings.clear();
    move();
    cooperation::decide(world, inputs, Random{1, 0});
    all.insert(all.end(), world.decided.begin(), world.decided.end());
  }
  void until(Month last, Month from) {
    for (Month month = from; month <= last; month = month + 1) month_of(month);
  }
  std::vector<Decision> steps(DecisionStep step, Task task) const {
    std::vector<Decision> found;
    for (const Decision& each : all)
      if (each.step == step && each.task == task) found.push_back(each);
    return found;
  }
  Cents paid(Purpose purpose, MunicipalityIndex payer) const {
    Cents sum = 0;
    for (const Posting& posting : world.ledger.postings)
      if (posting.purpose == purpose && posting.payer == Account{Actor::Municipality, number16(payer)})
        sum += posting.cents;
    return sum;
  }
  static std::uint16_t number16(MunicipalityIndex m) { return static_cast<std::uint16_t>(m); }
  Cents budget(MunicipalityIndex m, Task task) const { return world.municipalities.services[m].budget[number(task)]; }
  /// City and village have a task in a joint body by their own decision.
  void share(Task task, Level level = Level::Joint) {
    cooperation::Mover mover(world, inputs);
    for (const MunicipalityIndex m : {city, village}) mover.move(m, task, level, Author::Councils);
    mover.survey_moved();
    inputs.policy.mandates.switching = Switching::Scripted;  // no review, unless a test asks for one
  }
};

TEST_F(Joining, BeginsWithAProposalOfTheLargestInJune) {
  month_of(june - 1);
  EXPECT_TRUE(world.proposals.empty());
  month_of(june);
  const auto proposed = steps(DecisionStep::Proposed, Task::Schools);
  ASSERT_EQ(proposed.size(), 2u) << "a region each";
  EXPECT_EQ(proposed[0].actor, city);
  EXPECT_EQ(proposed[1].actor, port);
  EXPECT_NE(proposed[0].level, Level::Local) << "a fixed cost and a large share of outsiders";
  EXPECT_EQ(static_cast<Reason>(proposed[0].reason), Reason::LevelSuits);
  for (const MunicipalityIndex m : {city, village}) EXPECT_EQ(provision(m, Task::Schools).since, never);
}

TEST_F(Joining, TakesPreparationAndARoundWhenAllJoin) {
  month_of(june);
  const Level level = steps(DecisionStep::Proposed, Task::Schools)[0].level;
  const GovernmentParameters& g = given();
  const int months =
      static_cast<int>(g.level[number(level)].decision_months +
                       (level == Level::Joint ? g.agreement.view_months_2022 : g.agreement.round_months));
  until(june + months, june + 1);
  for (const MunicipalityIndex m : {city, village}) {
    EXPECT_EQ(provision(m, Task::Schools).level, level);
    EXPECT_EQ(provision(m, Task::Schools).since, june + months);
    EXPECT_EQ(provision(m, Task::Schools).author, Author::Councils);
    EXPECT_EQ(territory(m, Task::Schools).partners >= 2, level != Level::Local);
  }
  const auto joined = steps(DecisionStep::Joined, Task::Schools);
  ASSERT_GE(joined.size(), 2u);
  EXPECT_EQ(joined[0].actor, city);
  EXPECT_EQ(joined[0].waited, months);
  EXPECT_EQ(static_cast<Reason>(joined[0].reason), Reason::TrustsPartners);
  EXPECT_EQ(static_cast<Reason>(steps(DecisionStep::Adopted, Task::Schools)[0].reason), Reason::EnoughTakePart);
  EXPECT_EQ(static_cast<Reason>(steps(DecisionStep::Executed, Task::Schools)[0].reason), Reason::AtOnce);
  until(june + 47, june + months + 1);
  EXPECT_EQ(provision(city, Task::Schools).since, june + months) << "nothing new, nobody moves";
  EXPECT_EQ(steps(DecisionStep::Proposed, Task::Schools).size(), 2u);
}

TEST_F(Joining, WaitsForTheBudgetMomentAsFarAsItIsCoupled) {
  for (const MunicipalityIndex m : {city, village}) world.municipalities.council[m].course.coupling_network = 1;
  propose(Task::Retraining, Level::Network);
  until(june + 4, june + 1);
  EXPECT_EQ(steps(DecisionStep::Adopted, Task::Retraining)[0].waited, 3);
  EXPECT_EQ(provision(city, Task::Retraining).level, Level::Local);
  month_of(june + 5);
  EXPECT_EQ(provision(city, Task::Retraining).level, Level::Network) << "in the budget of November";
  EXPECT_EQ(static_cast<Reason>(steps(DecisionStep::Executed, Task::Retraining)[0].reason), Reason::BudgetMoment);
  EXPECT_TRUE(std::ranges::none_of(world.consents, [&](const Consent& c) { return c.proposal == 1; }));
}

TEST_F(Joining, LapsesAfterTooManyRoundsWhereNobodyJoins) {
  trust(0);
  propose(Task::Retraining, Level::Network);
  until(june + 11, june + 1);
  const int rounds = static_cast<int>(given().agreement.most_rounds);
  EXPECT_EQ(steps(DecisionStep::Rejected, Task::Retraining).size(), rounds);
  EXPECT_EQ(steps(DecisionStep::Joined, Task::Retraining).size(), 2 * rounds);
  EXPECT_EQ(static_cast<Reason>(steps(DecisionStep::Joined, Task::Retraining)[0].reason), Reason::Distrust);
  const auto lapsed = steps(DecisionStep::Lapsed, Task::Retraining);
  ASSERT_EQ(lapsed.size(), 1u);
  EXPECT_EQ(lapsed[0].waited, 2 + rounds);
  EXPECT_EQ(static_cast<Reason>(lapsed[0].reason), Reason::TooManyRounds);
  EXPECT_EQ(provision(city, Task::Retraining).since, never);
}

TEST_F(Joining, AsksForTwoInAnArrangementForTheHostOfACentreAndForOneElsewhere) {
  for (const auto& [willing, level, reason] : {std::tuple{city, Level::Network, Reason::TooFewTakePart},
                                               {city, Level::Joint, Reason::TooFewTakePart},
                                               {city, Level::Centre, Reason::TooFewTakePart},
                                               {village, Level::Centre, Reason::HostStaysOut},
                                               {city, Level::Province, Reason::EnoughTakePart},
                                               {village, Level::National, Reason::EnoughTakePart}}) {
    for (const MunicipalityIndex m : {city, village}) world.municipalities.council[m].course.emphasis = 0;
    only(willing);
    Proposal proposal{99, 0, west_of, city, none<BodyIndex>, june, june, Task::Retraining, level};
    Reason why{};
    const bool yes = cooperation::ask_to_join(world, inputs, Random{1, 0}, proposal, why);
    EXPECT_EQ(yes, reason == Reason::EnoughTakePart) << to_text(level);
    EXPECT_EQ(why, reason) << to_text(level);
    world.consents.clear();
  }
}

TEST_F(Joining, IsOpenToASingleOneWhereOthersAreAlready) {
  only(village);
  want(Task::Retraining, Level::Network, {city});
  move();
  propose(Task::Retraining, Level::Network);
  until(june + 3, june + 1);
  EXPECT_EQ(provision(village, Task::Retraining).level, Level::Network);
  EXPECT_EQ(provision(village, Task::Retraining).body, provision(city, Task::Retraining).body);
  EXPECT_TRUE(std::ranges::none_of(steps(DecisionStep::Joined, Task::Retraining), [](const Decision& d) {
    return d.actor == city;
  })) << "the scenario decided for it";
}

TEST_F(Joining, RemembersAYesAsLongAsMemoryHasIt) {
  given().joining.trust = 0;
  given().joining.cost = 0;
  for (const double memory : {1., 0.}) {
    given().agreement.memory = memory;
    Proposal proposal{7, 0, west_of, city, none<BodyIndex>, june, june, Task::Retraining, Level::Network};
    cooperation::set_consent(world, proposal, city, true);
    int asked_again = 0;
    for (; proposal.rounds < 40; ++proposal.rounds) {
      world.decided.clear();
      Reason why{};
      cooperation::ask_to_join(world, inputs, Random{1, 0}, proposal, why);
      asked_again +=
          static_cast<int>(std::ranges::count_if(world.decided, [](const Decision& d) { return d.actor == city; }));
    }
    EXPECT_EQ(asked_again, memory > 0 ? 0 : 40);
    world.consents.clear();
  }
}

TEST_F(Joining, IsVoidOnceLevelsNoLongerAdapt) {
  propose(Task::Retraining, Level::Network);
  inputs.policy.mandates.switching = Switching::Scripted;
  until(june + 3, june + 1);
  const auto lapsed = steps(DecisionStep::Lapsed, Task::Retraining);
  ASSERT_EQ(lapsed.size(), 1u);
  EXPECT_EQ(static_cast<Reason>(lapsed[0].reason), Reason::LevelsAreSet);
  EXPECT_EQ(provision(city, Task::Retraining).since, never);
}

TEST_F(Joining, GrowsWithGainEmphasisTrustStressAndGrants) {
  inputs.policy.mandates.grants.resize(country().municipalities.size());
  inputs.policy.mandates.grants[city] = {.3, .2, .5};
  Government& government = world.municipalities.government[city];
  const MunicipalityFacts& facts = country().municipalities[city];
  government.deficit = .1;
  government.buig_last_year = facts.government.accounts.own_levies;
  world.municipalities.council[city].course.emphasis = .4;
  inputs.policy.mandates.info_precision = .5;
  const double euros = static_cast<double>(budget(city, Task::Retraining)) / 100 / facts.population;
  const government::Membership view =
      cooperation::membership(world, inputs, {city, Task::Retraining, Level::Network}, .2, .7);
  EXPECT_NEAR(view.gain, .5 * .2 * euros, 1e-12);
  EXPECT_NEAR(view.emphasis, .4, 1e-12);
  EXPECT_NEAR(view.trust, .7, 1e-12);
  EXPECT_NEAR(view.stress, .1, 1e-12);
  EXPECT_NEAR(view.incentive, .5, 1e-12) << "province and Rijk";
  const auto incentive = [&](Task task, Level level) {
    return cooperation::membership(world, inputs, {city, task, level}, 0, .5).incentive;
  };
  EXPECT_NEAR(incentive(Task::Guidance, Level::Joint), .2, 1e-12) << "Rijk alone";
  EXPECT_EQ(incentive(Task::Retraining, Level::Province), 0);
}

TEST_F(Joining, FromAJointBodyCostsTheExitFeeWhereOthersStay) {
  share(Task::Retraining);
  inputs.policy.mandates.switching = Switching::Adaptive;
  only(village);
  propose(Task::Retraining, Level::Province);
  until(june + 7, june + 1);
  ASSERT_EQ(provision(village, Task::Retraining).level, Level::Province);
  EXPECT_EQ(provision(city, Task::Retraining).level, Level::Joint);
  EXPECT_EQ(paid(Purpose::ExitFee, village), 3 * budget(village, Task::Retraining));
}

TEST_F(Joining, CostsAPartOfTheBudgetInTheMonthOfTheMove) {
  want(Task::Retraining, Level::Province, {city});
  month_of(june);
  const Cents cost = static_cast<Cents>(static_cast<double>(budget(city, Task::Retraining)) * .1 + .5);
  EXPECT_GT(cost, 0);
  EXPECT_EQ(paid(Purpose::Switching, city), cost);
  EXPECT_EQ(world.ledger.postings[0].payee, (Account{Actor::Providers, number16(city)}));
  month_of(june + 1);
  EXPECT_EQ(paid(Purpose::Switching, city), 0) << "once";
  want(Task::Retraining, Level::Province, {village});
  given().switching.cost = 0;
  month_of(june + 2);
  EXPECT_EQ(paid(Purpose::Switching, village), 0);
}

TEST_F(Joining, EndsAYearAfterNoticeWithTheExitFee) {
  share(Task::Retraining);
  world.month = june;
  trust(0);
  cooperation::weigh_leaving(world, inputs, Random{1, 0});
  for (const MunicipalityIndex m : {city, village})
    EXPECT_EQ(provision(m, Task::Retraining).leaves, june + 12) << "nobody trusts anybody";
  EXPECT_EQ(world.decided.size(), 2u);
  EXPECT_EQ(world.decided[0].outcome, 0);
  EXPECT_EQ(static_cast<Reason>(world.decided[0].reason), Reason::Distrust);
  cooperation::weigh_leaving(world, inputs, Random{1, 0});
  EXPECT_EQ(world.decided.size(), 2u) << "once";
  until(june + 11, june);
  EXPECT_EQ(provision(city, Task::Retraining).level, Level::Joint);
  month_of(june + 12);
  for (const MunicipalityIndex m : {city, village}) {
    EXPECT_EQ(provision(m, Task::Retraining).level, Level::Local);
    EXPECT_EQ(provision(m, Task::Retraining).leaves, never);
  }
  EXPECT_EQ(territory(city, Task::Retraining).partners, 1);
  EXPECT_EQ(paid(Purpose::ExitFee, city), 3 * budget(city, Task::Retraining));
  EXPECT_EQ(paid(Purpose::ExitFee, village), 0) << "nobody was left";
  const auto left = steps(DecisionStep::Left, Task::Retraining);
  ASSERT_EQ(left.size(), 2u);
  EXPECT_EQ(left[0].outcome, 1);
  EXPECT_EQ(left[0].waited, 12);
  EXPECT_EQ(static_cast<Reason>(left[0].reason), Reason::NoticeIsOver);
  const Tie* tie = government::find_tie(world.ties, GovernmentIndex{0}, GovernmentIndex{1});
  ASSERT_NE(tie, nullptr);
  EXPECT_EQ(tie->breached, 1);
}

TEST_F(Joining, IsKeptByWhoTrustsAndByWhomTheScenarioTold) {
  share(Task::Retraining);
  want(Task::Guidance, Level::Joint, {city, village});
  month_of(june);
  cooperation::weigh_leaving(world, inputs, Random{1, 0});
  EXPECT_EQ(provision(city, Task::Retraining).leaves, never);
  trust(0);
  cooperation::weigh_leaving(world, inputs, Random{1, 0});
  EXPECT_EQ(provision(city, Task::Guidance).leaves, never) << "by the scenario";
  EXPECT_EQ(provision(city, Task::EmployerServices).leaves, never) << "by law, as in the figures";
  EXPECT_NE(provision(city, Task::Retraining).leaves, never);
}

TEST_F(Joining, IsDearerToLeaveForWhoPaysAnExitFee) {
  given().joining.trust = 0;
  given().agreement.gain_scale = 1e-6;  // gains and fees decide alone
  given().task[number(Task::Retraining)].nearness_weight = 5;  // home is better
  world.month = june;
  share(Task::Retraining, Level::Joint);
  cooperation::weigh_leaving(world, inputs, Random{1, 0});
  EXPECT_EQ(provision(city, Task::Retraining).leaves, never) << "three years' contribution over four years";
  given().joining.exit_fee = 0;
  cooperation::weigh_leaving(world, inputs, Random{1, 0});
  EXPECT_NE(provision(city, Task::Retraining).leaves, never);
}

TEST_F(Joining, CanBeEndedAtOnceByAnEvent) {
  share(Task::Retraining, Level::Network);
  world.ledger.postings.clear();
  cooperation::Mover mover(world, inputs);
  cooperation::leave(world, inputs, mover, village, Task::Retraining, Author::Councils, Reason::Distrust);
  cooperation::leave(world, inputs, mover, village, Task::Guidance, Author::Councils, Reason::Distrust);
  mover.survey_moved();
  EXPECT_EQ(provision(village, Task::Retraining).level, Level::Local);
  EXPECT_EQ(paid(Purpose::ExitFee, village), 0) << "a network asks for none";
  EXPECT_EQ(world.decided.size(), 1u) << "at home there is nothing to leave";
  EXPECT_EQ(world.decided[0].level, Level::Network);
}

}  // namespace
}  // namespace polder
