// Events of governments, one at a time and all at once: nothing before their month, no cent lost, the same when
// branched.
#include <gtest/gtest.h>

#include <map>

#include "polder/scenario/lever.h"
#include "support/tiny_governments.h"

namespace polder {
namespace {

using namespace testing;

constexpr Month happening = Month::of(2026, 7);

GovernmentEvent government_event(Incident::Kind kind, std::vector<std::string> who, std::optional<Task> task = {},
                                 std::string arrangement = "", double size = 0) {
  return {kind, std::move(who), "", task, std::move(arrangement), size, happening, {}};
}

ArrangementSetting shared_arrangement() {
  ArrangementSetting made;
  made.name = "together";
  made.form = Level::Joint;
  made.tasks = {Task::Schools, Task::Retraining};
  made.members = {"GM9101", "GM9102", "GM9103"};
  made.shares = {{"GM9101", .17}, {"GM9102", .5}, {"GM9103", .33}};
  made.votes = {{"GM9101", 1}};
  return made;
}

/// The reference has the arrangement from the start; every other scenario one event more; the last all of them.
Experiment experiment_with_events() {
  Study study = governed_study(20);
  study.to = Month::of(2027, 6);
  study.parameters.government.deal.least_partners = 2;
  study.parameters.government.deal.award = 1'000'000;
  study.scenarios[0].arrangements = {shared_arrangement()};
  const std::vector<Event> events{government_event(Incident::Kind::Election, {}, {}, "", .1),
                                  government_event(Incident::Kind::CollegeFalls, {"GM9101"}),
                                  government_event(Incident::Kind::PartnerLeaves, {"GM9102"}, {}, "together"),
                                  government_event(Incident::Kind::PartnerJoins, {"GM9104"}, {}, "together"),
                                  government_event(Incident::Kind::KeyPersonLeaves, {"GM9101"}),
                                  government_event(Incident::Kind::Overspend, {"GM9101"}, Task::EmployerServices),
                                  government_event(Incident::Kind::Call, {}, {}, "", 1'500'000)};
  Scenario all = study.scenarios[0];
  for (const Event& event : events) {
    Scenario one = study.scenarios[0];
    one.name = "event" + std::to_string(study.scenarios.size());
    one.events = {event};
    all.events.push_back(event);
    study.scenarios.push_back(one);
  }
  all.name = "all";
  study.scenarios.push_back(all);
  return tiny_experiment(study, with_governments(tiny_country()));
}

TEST(GovernmentEvents, ChangeNothingBeforeTheirMonthAndSomethingFromThenOn) {
  const Experiment made = experiment_with_events();
  const RunState reference = run_whole(made, 0);
  const std::size_t month = static_cast<std::size_t>(happening - made.from);
  for (std::size_t s = 1; s < made.scripts.size(); ++s) {
    EXPECT_EQ(first_difference(made, made.scripts[0], made.scripts[s]), happening);
    const RunState other = run_whole(made, s);
    const auto& a = reference.observations.month_hashes;
    const auto& b = other.observations.month_hashes;
    ASSERT_EQ(a.size(), b.size());
    for (std::size_t i = 0; i < month; ++i) ASSERT_EQ(a[i], b[i]) << made.scripts[s].name;
    EXPECT_NE(a[month], b[month]) << made.scripts[s].name;
  }
}

TEST(GovernmentEvents, LoseNoCent) {
  const Experiment made = experiment_with_events();
  RunState state = begin_run(made);
  const Random random{made.seed, 0};
  std::map<Purpose, Cents> sum;
  while (state.world.month <= made.to) {
    simulate_month(state, made, made.scripts.back(), random);
    std::map<Account, Cents> through;
    for (const Posting& posting : state.world.ledger.postings) {
      sum[posting.purpose] += posting.cents;
      if (posting.payee.actor == Actor::Arrangement) through[posting.payee] += posting.cents;
      if (posting.payer.actor == Actor::Arrangement) through[posting.payer] -= posting.cents;
    }
    for (const auto& [account, left] : through) ASSERT_EQ(left, 0);
    Cents all = 0;
    for (const auto& [account, cents] : state.world.ledger.balance) all += cents;
    ASSERT_EQ(all, 0);
  }
  for (const Purpose purpose : {Purpose::ExitFee, Purpose::Deal, Purpose::Contribution}) EXPECT_GT(sum[purpose], 0);
}

TEST(GovernmentEvents, GoOnFromACheckpoint) {
  const Experiment made = experiment_with_events();
  const Random random{made.seed, 0};
  const Script& all = made.scripts.back();
  RunState state = begin_run(made);
  simulate_until(state, made, all, random, happening + 1, {});
  RunState again = from_checkpoint(to_checkpoint(state), "state");
  simulate_until(state, made, all, random, made.to + 1, {});
  simulate_until(again, made, all, random, made.to + 1, {});
  EXPECT_EQ(hash_of(again.world), hash_of(state.world));
}

}  // namespace
}  // namespace polder
