// Councils that decide about levels over years: decisions end, tasks do not swing, no cent is lost.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "support/tiny_governments.h"

namespace polder {
namespace {

using namespace testing;

constexpr int years = 8;

struct Seen {
  std::map<std::pair<std::size_t, std::size_t>, int> moves;  // by municipality and task
  std::map<Purpose, Cents> paid;
  int proposals = 0, left = 0, longest = 0;  // [months]
  int most_moves() const {
    int most = 0;
    for (const auto& [where, count] : moves) most = std::max(most, count);
    return most;
  }
};

/// A run in which levels adapt, looked at after every month.
Seen adapt(const Parameters& parameters, std::vector<LeverSetting> levers) {
  Study study = governed_study(80);
  study.to = study.from + (12 * years - 1);
  study.parameters = parameters;
  levers.push_back(setting("governance.switching", 2));
  study.scenarios[0].levers = std::move(levers);
  const Experiment experiment = tiny_experiment(study, with_governments(tiny_country()));
  RunState state = begin_run(experiment);
  const Random random{experiment.seed, 0};
  Seen seen;
  while (state.world.month <= experiment.to) {
    const Month month = state.world.month;
    simulate_month(state, experiment, experiment.scripts[0], random);
    const World& world = state.world;
    for (const MunicipalityIndex m : rows_of(world.municipalities.provision))
      for (std::size_t t = 0; t < task_count; ++t)
        if (world.municipalities.provision[m][t].since == month) ++seen.moves[{number(m), t}];
    for (const Posting& posting : world.ledger.postings) seen.paid[posting.purpose] += posting.cents;
    for (const Decision& decision : world.decided) seen.left += decision.step == DecisionStep::Left ? 1 : 0;
    for (const Proposal& proposal : world.proposals)
      if (proposal.stage != DecisionStep::Executed && proposal.stage != DecisionStep::Lapsed)
        seen.longest = std::max(seen.longest, month - proposal.since);
    Cents all = 0;
    for (const auto& [account, cents] : world.ledger.balance) all += cents;
    EXPECT_EQ(all, 0) << to_text(month);
  }
  seen.proposals = static_cast<int>(state.world.proposals.size());
  return seen;
}

/// Preparation, all rounds, and the wait for a budget moment, each the longest that there is.
int longest_way(const GovernmentParameters& g) {
  double preparation = 0;
  for (const LevelParameters& level : g.level) preparation = std::max(preparation, level.decision_months);
  return static_cast<int>(preparation + g.agreement.most_rounds * g.agreement.view_months_2022) + 6;
}

TEST(Councils, DecideInTimeAndMoveAtMostOnceAReview) {
  const Parameters parameters = governed_parameters();
  const Seen seen = adapt(parameters, {setting("pc.coupling.network", 1), setting("pc.coupling.statutory", 1)});
  EXPECT_GT(seen.proposals, 0);
  EXPECT_GT(seen.moves.size(), 0u);
  EXPECT_GT(seen.left, 0) << "chances as assumed let some leave";
  EXPECT_LE(seen.longest, longest_way(parameters.government));
  EXPECT_LE(seen.most_moves(), years);
  EXPECT_GT(seen.paid.at(Purpose::Switching), 0);
}

TEST(Councils, DoNotSwingWhereAllJoinAndNobodyLeaves) {
  Parameters parameters = governed_parameters();
  parameters.government.joining.emphasis = 1e6;
  const Seen seen = adapt(parameters, {setting("coalition.regional_emphasis", 1)});
  EXPECT_GT(seen.moves.size(), 0u);
  EXPECT_LE(seen.most_moves(), 2) << "trust changes, and with it the best level; there and back is no way";
  EXPECT_EQ(seen.left, 0);
  EXPECT_FALSE(seen.paid.contains(Purpose::ExitFee));
}

TEST(Councils, StayAtHomeWhereNobodyJoins) {
  Parameters parameters = governed_parameters();
  parameters.government.joining.cost = 1e9;
  const Seen seen = adapt(parameters, {});
  EXPECT_GT(seen.proposals, 0);
  EXPECT_TRUE(seen.moves.empty());
  EXPECT_FALSE(seen.paid.contains(Purpose::Switching));
}

}  // namespace
}  // namespace polder
