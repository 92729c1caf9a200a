// Events of governments and arrangements that a scenario names, in the tiny country: who carries out what, who pays.
#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <numeric>

#include "government/deals.h"
#include "government/membership.h"
#include "government/pot.h"
#include "government/ties.h"
#include "support/governed.h"
#include "systems/cooperation/decisions.h"
#include "systems/finance/tasks.h"

namespace polder {
namespace {

using namespace testing;
using government::government_of;

constexpr Account purse(MunicipalityIndex m) { return {Actor::Municipality, static_cast<std::uint16_t>(m)}; }

class GovernmentIncidents : public Governed {
 protected:
  Mandates& mandates() { return inputs.policy.mandates; }
  void face() { cooperation::face_incidents(world, inputs, Random{1, 0}); }
  /// One incident in a month of its own.
  void happens(Incident::Kind kind, MunicipalityIndex who, Task task, std::uint8_t arrangement = 0) {
    Incident incident;
    incident.kind = kind;
    incident.who = who;
    incident.task = task;
    incident.arrangement = arrangement;
    mandates().incidents = {incident};
    face();
    mandates().incidents.clear();
  }
  /// An arrangement of all four municipalities, in force from now on.
  NamedArrangement& found(Level form, std::vector<Task> tasks) {
    NamedArrangement all;
    all.name = "all";
    all.bundle = named_bundle;
    all.form = form;
    all.tasks = std::move(tasks);
    all.host = city;
    all.members = {city, village, port, moor};
    mandates().arrangements = {all};
    move();
    return mandates().arrangements.front();
  }
  Tie& tie(MunicipalityIndex a, MunicipalityIndex b) {
    return *government::find_tie(world.ties, government_of(a), government_of(b));
  }
  Cents budget(MunicipalityIndex m, Task task) const { return world.municipalities.services[m].budget[number(task)]; }
  std::map<Account, Cents> paid_by(Purpose purpose) const {
    std::map<Account, Cents> sum;
    for (const Posting& posting : world.ledger.postings)
      if (posting.purpose == purpose) sum[posting.payer] += posting.cents, sum[posting.payee] -= posting.cents;
    return sum;
  }
  Cents balance() const {
    Cents sum = 0;
    for (const auto& [of, cents] : world.ledger.balance) sum += cents;
    return sum;
  }
  std::vector<DecisionStep> steps() const {
    std::vector<DecisionStep> all;
    for (const Decision& decision : world.decided) all.push_back(decision.step);
    return all;
  }
};

TEST_F(GovernmentIncidents, APartnerJoinsTheArrangementThatTheOthersHave) {
  want(Task::Schools, Level::Joint, {city});
  move();
  happens(Incident::Kind::PartnerJoins, village, Task::Schools);
  EXPECT_EQ(provision(village, Task::Schools).body, provision(city, Task::Schools).body);
  EXPECT_EQ(provision(village, Task::Schools).level, Level::Joint);
  EXPECT_EQ(territory(city, Task::Schools).partners, 2) << "the territory is surveyed anew";
  EXPECT_EQ(steps(), std::vector{DecisionStep::Joined});
  EXPECT_EQ(world.decided[0].actor, village);
  world.month = world.month + 1;
  move();
  EXPECT_EQ(provision(village, Task::Schools).level, Level::Joint) << "it stays";
}

TEST_F(GovernmentIncidents, NobodyJoinsWhatNobodyHas) {
  const auto before = world.municipalities.provision;
  happens(Incident::Kind::PartnerJoins, village, Task::Schools);
  happens(Incident::Kind::PartnerLeaves, village, Task::Schools);
  EXPECT_EQ(world.municipalities.provision, before);
  EXPECT_TRUE(world.decided.empty());
  EXPECT_TRUE(world.ledger.postings.empty());
}

TEST_F(GovernmentIncidents, ALeaverGoesHomeAndNoLeverBringsItBack) {
  want(Task::EmployerServices, Level::Network, {city, village});
  move();
  happens(Incident::Kind::PartnerLeaves, village, Task::EmployerServices);
  EXPECT_EQ(provision(village, Task::EmployerServices).level, Level::Local);
  EXPECT_EQ(territory(city, Task::EmployerServices).partners, 1);
  EXPECT_EQ(steps(), std::vector{DecisionStep::Left});
  EXPECT_EQ(tie(city, village).breached, 1);
  EXPECT_EQ(tie(port, moor).breached, 0);
  EXPECT_TRUE(paid_by(Purpose::ExitFee).empty()) << "a network has no exit fee";
  world.month = world.month + 1;
  move();
  EXPECT_EQ(provision(village, Task::EmployerServices).level, Level::Local);
  happens(Incident::Kind::PartnerJoins, village, Task::EmployerServices);
  EXPECT_EQ(provision(village, Task::EmployerServices).body, provision(city, Task::EmployerServices).body);
}

TEST_F(GovernmentIncidents, ALeaverOfAJointBodyPaysTheOthersYearsOfItsContribution) {
  found(Level::Joint, {Task::Retention, Task::Schools});
  const Cents fee =
      static_cast<Cents>(government::exit_fee(Level::Joint, static_cast<double>(budget(port, Task::Retention)),
                                              parameters().government.joining) +
                         .5);
  ASSERT_GT(fee, 0);
  world.ledger.postings.clear();
  happens(Incident::Kind::PartnerLeaves, port, Task::Retention);
  const auto paid = paid_by(Purpose::ExitFee);
  EXPECT_EQ(paid.at(purse(port)), fee);
  EXPECT_EQ(paid.at(purse(port)) + paid.at(purse(city)) + paid.at(purse(village)) + paid.at(purse(moor)), 0);
  const double others = static_cast<double>(budget(city, Task::Retention) + budget(village, Task::Retention) +
                                            budget(moor, Task::Retention));
  EXPECT_NEAR(static_cast<double>(-paid.at(purse(city))),
              static_cast<double>(fee) * static_cast<double>(budget(city, Task::Retention)) / others, 1);
  EXPECT_EQ(provision(port, Task::Schools).level, Level::Joint) << "only the task that it left with";
  EXPECT_EQ(balance(), 0);
}

TEST_F(GovernmentIncidents, TheLargestWhoStaysIsHostWhenTheHostLeaves) {
  found(Level::Centre, {Task::Schools});
  const BodyIndex body = provision(port, Task::Schools).body;
  happens(Incident::Kind::PartnerLeaves, city, no_task, named_bundle);
  EXPECT_EQ(world.bodies[number(body)].host, port) << "30,000 inhabitants";
  EXPECT_EQ(provision(city, Task::Schools).level, Level::Local);
}

TEST_F(GovernmentIncidents, AKeyPersonTakesTheTrustAlong) {
  for (Tie& each : world.ties) each.trust = .9;
  happens(Incident::Kind::KeyPersonLeaves, city, no_task);
  for (const Tie& each : world.ties) {
    const bool own = each.a == government_of(city) || each.b == government_of(city);
    EXPECT_EQ(each.trust, own ? parameters().government.trust.start : .9);
  }
}

TEST_F(GovernmentIncidents, OverspendingBreaksThePromiseOfTheHostToAllPartners) {
  found(Level::Joint, {Task::Schools});
  happens(Incident::Kind::Overspend, moor, Task::Schools);
  EXPECT_EQ(tie(city, village).breached, 1);
  EXPECT_EQ(tie(port, moor).breached, 0) << "neither of them is the host";
  EXPECT_EQ(steps(), std::vector{DecisionStep::Breached});
  EXPECT_EQ(world.decided[0].actor, city);
  Incident there;
  there.kind = Incident::Kind::Overspend;
  there.task = Task::EmployerServices;
  there.region = country().municipalities[port].region;
  mandates().incidents = {there};
  face();
  EXPECT_EQ(tie(port, moor).breached, 1) << "their network for employer services";
  EXPECT_EQ(tie(city, village).breached, 1) << "not that of another region";
  const double before = tie(port, moor).trust;
  cooperation::update_trust(world, inputs, Random{1, 0});
  EXPECT_LT(tie(port, moor).trust, before);
}

TEST_F(GovernmentIncidents, ANamedArrangementIsABodyOfItsOwnAcrossRegionsAndEnds) {
  const Territory before = territory(moor, Task::Schools);
  want(Task::Retention, Level::Joint, {city, village});
  found(Level::Joint, {Task::Schools, Task::Border});
  const BodyIndex body = provision(city, Task::Schools).body;
  for (const MunicipalityIndex m : {city, village, port, moor})
    for (const Task task : {Task::Schools, Task::Border}) {
      EXPECT_EQ(provision(m, task).body, body);
      EXPECT_EQ(provision(m, task).author, Author::Scenario);
      EXPECT_EQ(territory(m, task).partners, 4);
    }
  EXPECT_NE(provision(city, Task::Retention).body, body);
  EXPECT_EQ(provision(city, Task::Guidance).level, Level::Local);
  const std::size_t bodies = world.bodies.size();
  world.month = world.month + 1;
  move();
  EXPECT_EQ(world.bodies.size(), bodies) << "founded once";
  mandates().arrangements.clear();
  move();
  EXPECT_EQ(provision(moor, Task::Schools).level, Level::Local);
  EXPECT_EQ(provision(moor, Task::Schools).author, Author::Figures);
  EXPECT_EQ(territory(moor, Task::Schools), before);
}

TEST_F(GovernmentIncidents, WhoLeftANamedArrangementStaysHomeAndWhoJoinedLeavesWithItsEnd) {
  NamedArrangement& all = found(Level::Network, {Task::Schools});
  all.members = {city, village, port};
  move();
  EXPECT_EQ(provision(moor, Task::Schools).level, Level::Local) << "a member no more";
  happens(Incident::Kind::PartnerJoins, moor, no_task, named_bundle);
  happens(Incident::Kind::PartnerLeaves, port, no_task, named_bundle);
  move();
  EXPECT_EQ(provision(moor, Task::Schools).body, provision(city, Task::Schools).body);
  EXPECT_EQ(provision(port, Task::Schools).level, Level::Local);
  mandates().arrangements.clear();
  move();
  EXPECT_EQ(provision(moor, Task::Schools).level, Level::Local);
}

TEST_F(GovernmentIncidents, SharesSayWhoPaysAndChangeNothingAboutWhatIsDone) {
  NamedArrangement& all = found(Level::Joint, {Task::Schools});
  all.shares = {.1, 0, .6, .3};
  for (int month = 0; month < 12; ++month, world.month = world.month + 1) {
    world.ledger.postings.clear();
    Cents pot = 0;
    for (const MunicipalityIndex m : all.members) {
      finance::pay_tasks(world, inputs, m, {world, inputs.country, inputs.parameters.government.trust});
      pot += instalment(budget(m, Task::Schools), world.month.calendar_month());
    }
    const Account body{Actor::Arrangement, static_cast<std::uint16_t>(number(provision(city, Task::Schools).body))};
    std::map<std::uint16_t, Cents> paid, done;
    for (const Posting& posting : world.ledger.postings) {
      if (posting.payee == body) paid[posting.payer.number] += posting.cents;
      if (posting.payer == body) done[posting.payee.number] += posting.cents;
    }
    Cents sum = 0;
    for (std::size_t row = 0; row < 4; ++row) {
      const auto m = static_cast<std::uint16_t>(all.members[row]);
      EXPECT_NEAR(static_cast<double>(paid[m]), static_cast<double>(pot) * all.shares[row], 1);
      EXPECT_EQ(done[m], instalment(budget(all.members[row], Task::Schools), world.month.calendar_month()));
      sum += paid[m];
    }
    EXPECT_EQ(sum, pot) << "to the cent";
    EXPECT_EQ(world.ledger.balance[body], 0);
  }
  EXPECT_EQ(balance(), 0);
}

TEST(DivideAPot, KeepsEveryCentAndLeavesOutWhoHasNoPart) {
  const std::vector<Cents> own{100, 33, 7, 50};
  EXPECT_EQ(government::divide_pot(own, std::vector{-1., -1., -1., -1.}), own);
  EXPECT_EQ(government::divide_pot(own, std::vector{0., 0., 0., 0.}), own) << "somebody has to pay";
  EXPECT_EQ(government::divide_pot(own, std::vector{1., 0., -1., 0.}), (std::vector<Cents>{183, 0, 7, 0}));
  for (std::uint32_t run = 0; run < 200; ++run) {
    const Random random{1, run};
    std::vector<Cents> amounts;
    std::vector<double> shares;
    for (std::uint32_t i = 0; i < 7; ++i) {
      amounts.push_back(random.word(Draw::Bidding, Month{1}, i) % 1'000'000);
      shares.push_back(uniform(random.word(Draw::Bidding, Month{2}, i)) - .2);
    }
    const std::vector<Cents> pays = government::divide_pot(amounts, shares);
    EXPECT_EQ(std::accumulate(pays.begin(), pays.end(), Cents{0}),
              std::accumulate(amounts.begin(), amounts.end(), Cents{0}));
    for (std::size_t i = 0; i < 7; ++i) EXPECT_GE(pays[i], 0);
  }
}

TEST_F(GovernmentIncidents, VotesWeighAsTheScenarioSaysWithinLimits) {
  NamedArrangement all;
  all.members = {city, village, port, moor};
  all.votes = {.7, .05, .25, 0};
  const LegitimacyParameters& limits = parameters().government.legitimacy;
  EXPECT_EQ(government::named_weight(all, city, limits), limits.most_weight);
  EXPECT_EQ(government::named_weight(all, village, limits), limits.least_weight);
  EXPECT_EQ(government::named_weight(all, port, limits), 1);
  EXPECT_EQ(government::named_weight(all, moor, limits), limits.least_weight);
  EXPECT_EQ(government::named_weight(all, abroad, limits), 1) << "who joined later";
}

class Calls : public GovernmentIncidents {
 protected:
  Calls() { deal().least_partners = 2, deal().award = 1'000'000, deal().months = 24, deal().spread = 0; }
  DealParameters& deal() { return experiment.model.parameters.government.deal; }
  RegionIndex region(MunicipalityIndex m) const { return country().municipalities[m].region; }
  void call(double budget, RegionIndex only = none<RegionIndex>) {
    Incident incident;
    incident.kind = Incident::Kind::Call;
    incident.size = budget;
    incident.region = only;
    mandates().incidents = {incident};
    face();
    mandates().incidents.clear();
  }
};

TEST_F(Calls, GoToTheBestUntilTheBudgetIsUsed) {
  for (const MunicipalityIndex m : {port, moor}) world.municipalities.council[m].course.align = 1;
  for (const MunicipalityIndex m : {city, village, port, moor}) world.municipalities.council[m].course.integration = .5;
  call(1'500'000);
  ASSERT_EQ(world.deals.size(), 2u);
  EXPECT_EQ(world.deals[0].region, region(port)) << "aligned with the programmes of Rijk";
  EXPECT_EQ(world.deals[0].yearly, 500'000'00);
  EXPECT_EQ(world.deals[0].until, world.month + 23);
  EXPECT_EQ(world.deals[1].yearly, 250'000'00) << "what is left";
  EXPECT_EQ(steps(), std::vector(4, DecisionStep::Awarded));
  call(5'000'000);
  EXPECT_EQ(world.deals.size(), 2u) << "who has a deal does not bid";
}

TEST_F(Calls, AskForPartnersWhoWorkTogether) {
  deal().least_partners = 3;
  call(5'000'000);
  EXPECT_TRUE(world.deals.empty());
  deal().least_partners = 2;
  happens(Incident::Kind::PartnerLeaves, village, Task::EmployerServices);
  call(5'000'000);
  ASSERT_EQ(world.deals.size(), 1u) << "a municipality alone is no partner";
  EXPECT_EQ(world.deals[0].region, region(port));
  world.deals.clear();
  call(5'000'000, region(city));
  EXPECT_TRUE(world.deals.empty()) << "the other region may not bid";
}

TEST_F(Calls, AreDecidedBeforehandOnlyAsFarAsTheSpreadLets) {
  deal().spread = .5;
  for (const MunicipalityIndex m : {port, moor}) world.municipalities.council[m].course.align = .2;
  int won = 0;
  for (std::uint32_t replicate = 0; replicate < 200; ++replicate) {
    world.deals.clear();
    Incident incident;
    incident.kind = Incident::Kind::Call;
    incident.size = 1'000'000;
    mandates().incidents = {incident};
    cooperation::face_incidents(world, inputs, Random{1, replicate});
    ASSERT_EQ(world.deals.size(), 1u);
    won += world.deals[0].region == region(port) ? 1 : 0;
  }
  EXPECT_GT(won, 100);
  EXPECT_LT(won, 190);
}

TEST_F(Calls, PayEveryCentOfADealAndWhatIsPaidBesides) {
  call(2'000'000);
  const auto cofunding = parameters().government.deal.cofunding;
  Cents rijk = 0, province = 0, spent = 0;
  for (int month = 0; month < 30; ++month, world.month = world.month + 1) {
    world.ledger.postings.clear();
    for (const MunicipalityIndex m : {city, village, port, moor}) finance::pay_deal(world, inputs, m);
    for (const Posting& posting : world.ledger.postings) {
      if (posting.payer.actor == Actor::Rijk) rijk += posting.cents;
      if (posting.payer.actor == Actor::Province) province += posting.cents;
      if (posting.payee.actor == Actor::Providers) spent += posting.cents;
    }
  }
  EXPECT_EQ(rijk, 2'000'000'00);
  EXPECT_NEAR(static_cast<double>(province), 2'000'000'00 * cofunding / 2, 200);
  EXPECT_NEAR(static_cast<double>(spent), 2'000'000'00 * (1 + cofunding), 200);
  EXPECT_EQ(balance(), 0);
}

TEST_F(Calls, OfEsfArePaidFromOutsideTheCountry) {
  Incident incident;
  incident.kind = Incident::Kind::Call;
  incident.size = 2'000'000;
  incident.fund = Fund::Esf;
  mandates().incidents = {incident};
  face();
  for (const MunicipalityIndex m : {city, village, port, moor}) finance::pay_deal(world, inputs, m);
  Cents rijk = 0, others = 0;
  for (const Posting& posting : world.ledger.postings) {
    if (posting.payer.actor == Actor::Rijk) rijk += posting.cents;
    if (posting.payer.actor == Actor::RestOfCountry) others += posting.cents;
  }
  EXPECT_EQ(rijk, 0);
  EXPECT_EQ(others, 2 * instalment(500'000'00, world.month.calendar_month()));
  EXPECT_EQ(balance(), 0);
}

TEST_F(Calls, RaiseTheServiceOfTheirTasksWhileTheyLast) {
  provide();
  const auto response = [&](Task task) { return world.municipalities.services[city].response[number(task)]; };
  std::array<double, task_count> before{};
  for (std::size_t t = 0; t < task_count; ++t) before[t] = response(index_of<Task>(t));
  call(2'000'000);
  provide();
  for (std::size_t t = 0; t < task_count; ++t) {
    const bool more = response(index_of<Task>(t)) > before[t];
    EXPECT_EQ(more, std::ranges::find(government::deal_tasks, index_of<Task>(t)) != government::deal_tasks.end()) << t;
  }
  world.month = world.month + 24;
  provide();
  for (std::size_t t = 0; t < task_count; ++t) EXPECT_EQ(response(index_of<Task>(t)), before[t]);
}

}  // namespace
}  // namespace polder
