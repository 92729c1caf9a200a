// How governments decide on help to workers of a plant that closes.
#include <gtest/gtest.h>

#include <algorithm>

#include "government/agreement.h"
#include "government/ties.h"
#include "support/small_governments.h"
#include "systems/finance/finance.h"

namespace polder {
namespace {

using namespace testing;
using government::Reason;

constexpr double always = 1 - 1e-12, hardly_ever = 1e-12;

/// Mean number of rounds over many runs.
double mean_rounds(double chance, std::size_t governments, double memory) {
  SmallGovernments small(Level::Network, chance, governments);
  small.parameters().government.agreement.memory = memory;
  constexpr std::uint32_t runs = 4000;
  const Column<MunicipalityIndex, std::uint32_t> workers(small.model.country.municipalities.size());  // of no plant
  double rounds = 0;
  for (std::uint32_t run = 0; run < runs; ++run) {
    Proposal proposal;
    proposal.number = run;
    proposal.since = small.world.month;
    proposal.task = Task::Crisis;
    proposal.level = Level::Network;
    proposal.body = BodyIndex{0};
    Reason why{};
    const cooperation::Ballot ballot{proposal, small.members, workers};
    while (!cooperation::vote(small.world, small.inputs(), Random{1, run}, ballot, why)) ++proposal.rounds;
    rounds += proposal.rounds + 1.0;
    small.world.consents.clear();
    small.world.decided.clear();
  }
  return rounds / runs;
}

TEST(Rounds, AreAsManyAsUnanimityAsks) {
  EXPECT_NEAR(mean_rounds(.9, 10, 0), 2.87, .15) << "p^-n; the standard error is .037";
  EXPECT_NEAR(mean_rounds(.95, 10, 0), 1.67, .07);
  EXPECT_NEAR(mean_rounds(.9, 10, 1), 1.76, .06) << "the largest of ten geometric numbers";
  EXPECT_NEAR(mean_rounds(.8, 10, .8), government::expected_rounds(10, .8, .8), .12);
  EXPECT_NEAR(mean_rounds(.7, 1, 0), 1 / .7, .06);
}

TEST(Help, IsProposedOnlyWhereTheScenarioTookItUp) {
  SmallGovernments small(Level::Local, always);
  small.add_hit(stad);
  for (const MunicipalityIndex m : small.members)
    small.world.municipalities.provision[m][number(Task::Crisis)].author = Author::Figures;
  EXPECT_EQ(small.months_to_help(24), -1);
  EXPECT_TRUE(small.world.proposals.empty());
}

TEST(Help, IsProposedWhereWorkersLive) {
  SmallGovernments small(Level::Local, always, 3);
  small.add_hit(stad);
  small.add_hit(haven);
  small.add_hit(beyond);
  small.decide();
  ASSERT_EQ(small.world.proposals.size(), 2u) << "nobody lives in dorp, and nobody decides beyond the scope";
  EXPECT_EQ(small.world.proposals[0].proposer, stad);
  EXPECT_EQ(small.world.proposals[1].proposer, haven);
  small.next_month();
  small.decide();
  EXPECT_EQ(small.world.proposals.size(), 2u) << "once";
}

TEST(Help, TakesPreparationAndARoundWhenAllAgree) {
  for (const auto& [level, months] : {std::pair{Level::Local, 2},
                                      {Level::Network, 3},
                                      {Level::Centre, 4},
                                      {Level::Joint, 4 + 3},
                                      {Level::Province, 6},
                                      {Level::National, 7}}) {
    SmallGovernments small(level, always);
    small.add_hit(dorp);
    EXPECT_EQ(small.months_to_help(24), months) << to_text(level);
    EXPECT_EQ(small.world.decided.back().step, DecisionStep::Executed);
    EXPECT_EQ(small.world.decided.back().waited, months);
    EXPECT_EQ(small.government(dorp).crisis_care, 1) << "usual service, nothing lost";
    EXPECT_EQ(small.government(stad).crisis_care, level == Level::Local ? 0 : 1);
  }
}

TEST(Help, LapsesAfterTooManyRounds) {
  SmallGovernments small(Level::Network, hardly_ever);
  small.add_hit(dorp);
  std::vector<Decision> all;
  for (int month = 0; month < 24; ++month, small.next_month()) {
    small.decide();
    all.insert(all.end(), small.world.decided.begin(), small.world.decided.end());
  }
  const auto count = [&](DecisionStep step) {
    return std::ranges::count_if(all, [&](const Decision& decision) { return decision.step == step; });
  };
  EXPECT_EQ(count(DecisionStep::Rejected), 6);
  EXPECT_EQ(count(DecisionStep::Voted), 2 * 6);
  EXPECT_EQ(count(DecisionStep::Executed), 0);
  EXPECT_EQ(all.back().step, DecisionStep::Lapsed);
  EXPECT_EQ(all.back().waited, 2 + 6) << "two months of preparation, six rounds";
  EXPECT_EQ(static_cast<Reason>(all.back().reason), Reason::TooManyRounds);
  EXPECT_TRUE(small.world.consents.empty());
  EXPECT_EQ(small.government(dorp).crisis_care, 0);
}

TEST(Protocol, ActsAfterItsMonthsWhateverCouncilsWouldSay) {
  for (const int months : {0, 2}) {
    SmallGovernments small(Level::Joint, hardly_ever);
    small.add_hit(dorp);
    small.policy.mandates.crisis_protocol = true;
    small.parameters().government.agreement.protocol_months = months;
    EXPECT_EQ(small.months_to_help(24), months);
    EXPECT_EQ(static_cast<Reason>(small.world.decided.back().reason), Reason::Protocol);
  }
}

/// Dorp has all workers and a contribution that it refuses; the host, with most inhabitants, has none.
int months_with_an_unwilling_partner(Level level) {
  SmallGovernments small(level, .999999);
  small.add_hit(dorp);
  small.parameters().government.agreement.gain = 1e6;
  return small.months_to_help(36);
}

TEST(Votes, CountByTheRuleOfTheForm) {
  EXPECT_EQ(months_with_an_unwilling_partner(Level::Network), -1) << "unanimity";
  EXPECT_EQ(months_with_an_unwilling_partner(Level::Centre), 4) << "the host decides";
  EXPECT_EQ(months_with_an_unwilling_partner(Level::Joint), 7) << "six in seven inhabitants";
}

/// The same in a joint body whose votes the scenario weighs, as a share of stad.
int months_with_weighed_votes(double of_stad) {
  SmallGovernments small(Level::Joint, .999999);
  small.add_hit(dorp);
  small.parameters().government.agreement.gain = 1e6;
  small.parameters().government.legitimacy.least_weight = .5;
  small.parameters().government.legitimacy.most_weight = 1.5;
  NamedArrangement both;
  both.bundle = small.world.bodies[0].bundle = named_bundle;
  both.form = Level::Joint;
  both.tasks = {Task::Crisis};
  both.members = {stad, dorp};
  both.votes = {of_stad, 1 - of_stad};
  small.policy.mandates.arrangements = {both};
  return small.months_to_help(36);
}

TEST(Votes, CountByTheWeightsOfAScenario) {
  EXPECT_EQ(months_with_weighed_votes(.6), 7);
  EXPECT_EQ(months_with_weighed_votes(.4), -1) << "although six in seven inhabitants live there";
  EXPECT_EQ(months_with_weighed_votes(.5), -1) << "half is no majority";
}

TEST(Votes, SayWhatWeighsAgainst) {
  SmallGovernments small(Level::Local, .5);
  small.add_hit(dorp);
  small.parameters().government.agreement.gain = 1e6;
  for (int month = 0; month < 2; ++month, small.next_month()) small.decide();
  small.decide();
  const auto& decided = small.world.decided;
  ASSERT_GE(decided.size(), 2u);
  EXPECT_EQ(decided[0].step, DecisionStep::Voted);
  EXPECT_EQ(decided[0].actor, dorp);
  EXPECT_EQ(static_cast<Reason>(decided[0].reason), Reason::Contribution);
}

TEST(Agreements, WaitForTheBudgetMomentAsFarAsTheyAreCoupled) {
  SmallGovernments small(Level::Joint, always);
  small.add_hit(dorp);
  small.world.month = small.world.endangered[0].decides = Month::of(2026, 1);
  for (const MunicipalityIndex m : small.members) small.world.municipalities.council[m].course.coupling_statutory = 1;
  EXPECT_EQ(small.months_to_help(24), 10) << "adopted in August, in the budget of November";
  EXPECT_EQ(static_cast<Reason>(small.world.decided.back().reason), Reason::BudgetMoment);
}

TEST(Agreements, FailWhereContributionsDoNotCome) {
  SmallGovernments small(Level::Joint, always);
  small.add_hit(dorp);
  small.parameters().government.agreement.breach = 1;
  small.world.municipalities.council[stad].course.coupling_statutory = 1;
  ASSERT_EQ(small.months_to_help(24), 8) << "adopted in October; half of the month until November, rounded";
  EXPECT_EQ(small.government(stad).crisis_care, 1) << "coupled to planning and control";
  EXPECT_EQ(small.government(dorp).crisis_care, 0);
  EXPECT_EQ(small.world.decided.back().step, DecisionStep::Breached);
  EXPECT_EQ(small.world.decided.back().actor, dorp);
  Tie* tie = government::find_tie(small.world.ties, GovernmentIndex{0}, GovernmentIndex{1});
  ASSERT_NE(tie, nullptr);
  EXPECT_EQ(tie->breached, 1);
  const double before = tie->trust;
  small.run(cooperation::update_trust);
  EXPECT_LT(tie->trust, before);
  EXPECT_EQ(tie->breached, 0);
}

TEST(Help, IsPaidByWhoDecided) {
  for (const auto& [level, payer] : {std::pair{Level::Network, Account{Actor::Arrangement, 0}},
                                     {Level::Province, Account{Actor::Province, 0}},
                                     {Level::National, Account{Actor::Rijk, 0}}}) {
    SmallGovernments small(level, always);
    small.add_hit(dorp);
    small.add_hit(dorp);
    small.parameters().government.agreement.breach = 0;
    ASSERT_GE(small.months_to_help(24), 0);
    small.run(finance::pay);
    Cents paid = 0;
    for (const Posting& posting : small.world.ledger.postings)
      if (posting.purpose == Purpose::CrisisHelp) {
        EXPECT_EQ(posting.payer, payer) << to_text(level);
        EXPECT_EQ(posting.payee, (Account{Actor::Providers, 1}));
        paid += posting.cents;
      }
    EXPECT_EQ(paid, 2 * 300 * 100);
  }
}

TEST(Help, EndsMonthsAfterTheClosureOrTheFirstHelp) {
  SmallGovernments small(Level::National, always);
  small.add_hit(dorp);
  const Month closes = small.world.firms.closes[small.plant];
  int helped = 0;
  for (int month = 0; month < 30; ++month, small.next_month()) {
    if (small.world.month == closes) small.world.firms.state[small.plant] = FirmState::Closed;
    small.decide();
    helped += small.government(dorp).crisis_care > 0 ? 1 : 0;
  }
  EXPECT_EQ(helped, 6) << "first help in the seventh month, a month after the closure";
}

}  // namespace
}  // namespace polder
