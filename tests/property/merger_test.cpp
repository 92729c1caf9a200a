// Mergers of municipalities in whole runs (every month checks the identities): nothing before their month, no cent
// lost, one government for several places, and nothing for residents where nothing of government matters.
#include <gtest/gtest.h>

#include <map>
#include <numeric>

#include "government/council.h"
#include "government/jurisdiction.h"
#include "government/ties.h"
#include "polder/scenario/lever.h"
#include "support/tiny_governments.h"

namespace polder {
namespace {

using namespace testing;

constexpr Month merging = Month::of(2027, 1);
constexpr MunicipalityIndex town{0}, hamlet{1}, harbour{2}, peat{3};
constexpr Account purse(MunicipalityIndex m) { return {Actor::Municipality, static_cast<std::uint16_t>(m)}; }

GovernmentEvent merger(std::vector<std::string> who, std::string into, Month at = merging) {
  GovernmentEvent event;
  event.kind = Incident::Kind::Merger;
  event.who = std::move(who);
  event.into = std::move(into);
  event.at = at;
  return event;
}

Study merger_study(const Parameters& parameters) {
  Study study = governed_study(20);
  study.parameters = parameters;
  study.scenarios[0].levers = {setting("tasks.employer_services.level", static_cast<double>(number(Level::Joint))),
                               setting("tasks.schools.level", static_cast<double>(number(Level::Joint)))};
  Scenario merged = study.scenarios[0];
  merged.name = "merged";
  merged.events = {merger({"GM9102", "GM9101"}, "GM9101")};
  study.scenarios.push_back(merged);
  return study;
}

Experiment merger_experiment(const Parameters& parameters = governed_parameters()) {
  return tiny_experiment(merger_study(parameters), with_governments(with_border(near_occupations())));
}

Cents balance(const World& world, MunicipalityIndex m) {
  const auto found = world.ledger.balance.find(purse(m));
  return found == world.ledger.balance.end() ? 0 : found->second;
}

class Merger : public ::testing::Test {
 protected:
  Experiment made = merger_experiment();
  RunState state = begin_run(made);
  Random random{made.seed, 0};
  const World& world = state.world;

  /// Up to the month of the merger.
  void reach(Month month = merging) { simulate_until(state, made, made.scripts[1], random, month, {}); }
  void month() { simulate_month(state, made, made.scripts[1], random); }
  Inputs inputs() const { return inputs_for(made, made.scripts[1], world.month); }
  std::vector<Posting> posted(Purpose purpose) const {
    std::vector<Posting> found;
    for (const Posting& posting : world.ledger.postings)
      if (posting.purpose == purpose) found.push_back(posting);
    return found;
  }
};

TEST_F(Merger, ChangesNothingBeforeItsMonth) {
  EXPECT_EQ(first_difference(made, made.scripts[0], made.scripts[1]), merging);
  const RunState reference = run_whole(made, 0), other = run_whole(made, 1);
  const auto &a = reference.observations.month_hashes, &b = other.observations.month_hashes;
  const auto before = static_cast<std::size_t>(merging - made.from);
  for (std::size_t i = 0; i < before; ++i) ASSERT_EQ(a[i], b[i]);
  EXPECT_NE(a[before], b[before]);
}

TEST_F(Merger, GoesOnFromACheckpointAndFromTheBranchOfTheReference) {
  RunState branch = begin_run(made);
  simulate_until(branch, made, made.scripts[0], random, merging, {});
  reach(merging + 1);
  RunState again = from_checkpoint(to_checkpoint(state), "state");
  reach(made.to + 1);
  simulate_until(again, made, made.scripts[1], random, made.to + 1, {});
  simulate_until(branch, made, made.scripts[1], random, made.to + 1, {});
  EXPECT_EQ(hash_of(again.world), hash_of(world));
  EXPECT_EQ(hash_of(branch.world), hash_of(world));
}

TEST_F(Merger, HandsReservesAndRecordsOverToTheCent) {
  reach();
  const World before = world;
  const Cents reserves = balance(before, hamlet);
  ASSERT_NE(reserves, 0);
  month();
  EXPECT_EQ(balance(world, hamlet), 0);
  Cents moved = 0;
  for (const Posting& posting : posted(Purpose::Merger)) {
    if (posting.payer == purse(hamlet)) moved += posting.cents;
    if (posting.payee == purse(hamlet)) moved -= posting.cents;
  }
  EXPECT_EQ(moved, reserves);
  const auto& was = before.municipalities.government;
  const Government& is = world.municipalities.government[town];
  EXPECT_EQ(is.buig_last_year, was[town].buig + was[hamlet].buig);
  EXPECT_EQ(is.bijstand_last_year, was[town].bijstand_paid + was[hamlet].bijstand_paid);
  EXPECT_EQ(is.bijstand_year_before, was[town].bijstand_last_year + was[hamlet].bijstand_last_year);
  EXPECT_EQ(world.municipalities.government[hamlet].buig, 0);
  EXPECT_GT(is.buig, was[town].buig);
}

TEST_F(Merger, CostsWhatItsParametersSayAndNoExit) {
  reach();
  const World before = world;
  month();
  const MergerParameters& costs = made.model.parameters.government.merger;
  Cents friction = 0, compensation = 0, usual = 0;
  for (const Posting& posting : posted(Purpose::Merger))
    if (posting.payee.actor == Actor::Providers) friction += posting.cents;
  EXPECT_EQ(friction, static_cast<Cents>(costs.friction * 100 * 76000));
  for (const Posting& posting : posted(Purpose::MunicipalFund))
    if (posting.payee == purse(town)) compensation = std::max(compensation, posting.cents), usual += posting.cents;
  EXPECT_EQ(compensation, static_cast<Cents>(costs.compensation * 100 * 76000));
  EXPECT_GT(usual, compensation) << "besides what the fund gives for tasks";
  EXPECT_TRUE(posted(Purpose::ExitFee).empty());
  for (const DecisionRow& row : state.observations.decisions) EXPECT_TRUE(row.step != "left" && row.step != "breached");
  Cents switching = 0, expected = 0;
  for (const Posting& posting : posted(Purpose::Switching)) switching += posting.cents;
  for (std::size_t t = 0; t < task_count; ++t) {
    const Provision &of = before.municipalities.provision[hamlet][t], &to = before.municipalities.provision[town][t];
    if (of.level == Level::Local || of.level != to.level || of.body != to.body)
      expected += static_cast<Cents>(static_cast<double>(before.municipalities.services[hamlet].budget[t]) *
                                         made.model.parameters.government.switching.cost +
                                     .5);
  }
  EXPECT_GT(expected, 0);
  EXPECT_EQ(switching, expected) << "every task with another provider, guidance too";
}

TEST(MergedGuidance, IsWhatIsImposedInAllPlacesTogether) {
  Study study = merger_study(governed_parameters());
  LeverSetting imposed = setting("budget.guidance", 3e6);
  imposed.who = {"GM9102"};
  study.scenarios[1].levers.push_back(imposed);
  const Experiment made = tiny_experiment(study, with_governments(with_border(near_occupations())));
  RunState state = begin_run(made);
  simulate_until(state, made, made.scripts[1], Random{made.seed, 0}, merging + 1, {});
  const Cents usual = made.model.country.municipalities[town].guidance_budget;
  EXPECT_EQ(state.world.municipalities.services[town].budget[number(Task::Guidance)], usual + 3'000'000'00);
}

TEST_F(Merger, MakesOneCouncilWithTheSeatsOfTheLaw) {
  reach();
  month();
  const Council& council = world.municipalities.council[town];
  EXPECT_EQ(std::accumulate(council.seats.begin(), council.seats.end(), 0u), government::council_seats(76000));
  EXPECT_EQ(council.elected, merging);
  EXPECT_EQ(world.municipalities.council[hamlet], Council{});
  const auto& rows = state.observations.decisions;
  const auto told = std::ranges::find(rows, "merged", &DecisionRow::step);
  ASSERT_NE(told, rows.end());
  EXPECT_EQ(told->actor, "GM9102");
  EXPECT_EQ(told->level, "GM9101");
  const auto elected = std::ranges::find(rows, "herindeling", &DecisionRow::reason);
  ASSERT_NE(elected, rows.end());
  reach(made.to + 1);
  EXPECT_GE(council.agreed, merging) << "a college has formed";
  EXPECT_EQ(
      std::ranges::count(rows, "GM9102", &DecisionRow::actor),
      std::ranges::count_if(rows, [](const DecisionRow& row) { return row.actor == "GM9102" && row.month <= merging; }))
      << "the hamlet decides nothing any more";
}

TEST_F(Merger, IsOneMemberWithOneTieInItsRegion) {
  reach();
  const std::size_t ties = world.ties.size();
  EXPECT_EQ(world.municipalities.territory[town][number(Task::Schools)].partners, 2);
  month();
  const Country& country = inputs().country;
  const RegionIndex west = country.municipalities[town].region;
  EXPECT_EQ(government::councils_in(country, west), std::vector{town});
  for (const Task task : {Task::Schools, Task::EmployerServices, Task::Guidance}) {
    const Territory& territory = world.municipalities.territory[town][number(task)];
    EXPECT_EQ(territory.partners, 1);
    EXPECT_EQ(territory.inhabitants, 76000);
  }
  EXPECT_EQ(government::find_tie(world.ties, government::government_of(town), government::government_of(hamlet)),
            nullptr);
  EXPECT_EQ(world.ties.size(), ties - 5) << "with the town, the province, uwv, employers and Rijk";
  const auto body = world.municipalities.provision[town][number(Task::Schools)].body;
  EXPECT_EQ(government::members_of(world, country, body), std::vector{town});
}

TEST_F(Merger, SeesTheCommutingOfBothAtHome) {
  reach(merging + 1);
  const Country& country = made.model.country;
  const std::size_t all = country.municipalities.size();
  double here = 0, everywhere = 0;
  for (const MunicipalityIndex home : {town, hamlet})
    for (const MunicipalityIndex work : rows_of(country.municipalities)) {
      const double going = country.commuters[number(home) * all + number(work)];
      everywhere += going;
      if (work == town || work == hamlet) here += going;
    }
  EXPECT_NEAR(world.municipalities.territory[town][number(Task::Guidance)].coverage, here / everywhere, 1e-12);
}

TEST_F(Merger, ServesBothPlacesAlikeOutOfOneBudget) {
  reach();
  const World before = world;
  month();
  const auto& services = world.municipalities.services;
  EXPECT_EQ(services[hamlet].productivity, services[town].productivity);
  EXPECT_EQ(services[hamlet].response, services[town].response);
  EXPECT_EQ(world.municipalities.government[hamlet].care, world.municipalities.government[town].care);
  EXPECT_NE(before.municipalities.government[hamlet].care, before.municipalities.government[town].care);
  for (std::size_t t = 0; t < task_count; ++t) {
    EXPECT_EQ(services[hamlet].budget[t], 0);
    EXPECT_EQ(services[town].decided[t],
              before.municipalities.services[town].adopted[t] + before.municipalities.services[hamlet].adopted[t]);
  }
  EXPECT_EQ(balance(world, hamlet), 0);
}

TEST_F(Merger, TakesHoursOfAldermenForATime) {
  Parameters parameters = governed_parameters();
  parameters.government.merger.hours = 0;
  const Experiment easy = merger_experiment(parameters);
  RunState other = begin_run(easy);
  const auto months = static_cast<int>(made.model.parameters.government.merger.months);
  double most = 0;
  while (world.month <= made.to) {
    month();
    simulate_month(other, easy, easy.scripts[1], random);
    const double more = world.municipalities.council[town].hours - other.world.municipalities.council[town].hours;
    const int since = world.month - 1 - merging;
    const double aldermen = government::council_seats(76000) / 5;
    const double due = made.model.parameters.government.merger.hours * aldermen;
    EXPECT_NEAR(more, since >= 0 && since < months ? due : 0, 1e-9) << to_text(world.month);
    most = std::max(most, more);
  }
  EXPECT_GT(most, 0);
}

TEST(Mergers, FollowEachOtherUntilOneGovernsAll) {
  Study study = merger_study(governed_parameters());
  study.scenarios[1].events = {merger({"GM9101", "GM9104"}, "GM9104", Month::of(2028, 1)),
                               merger({"GM9101", "GM9102", "GM9103"}, "GM9101")};
  CountryFiles files = with_governments(with_border(near_occupations()));
  for (MunicipalityFacts& facts : files.country.municipalities) facts.region = RegionIndex{0}, facts.province = {};
  const Experiment made = tiny_experiment(study, files);
  const RunState state = run_whole(made, 1);
  const Inputs inputs = inputs_for(made, made.scripts[1], made.to);
  for (const MunicipalityIndex m : {town, hamlet, harbour, peat}) EXPECT_EQ(inputs.country.governor(m), peat);
  EXPECT_EQ(inputs.country.places(peat), (std::vector{peat, town, hamlet, harbour}));
  EXPECT_EQ(inputs.country.inhabitants(peat), 120000);
  Cents spent = 0;
  for (const MunicipalityIndex m : {town, hamlet, harbour, peat}) {
    spent += state.world.municipalities.government[m].bijstand_paid;
    EXPECT_EQ(balance(state.world, m) == 0, m != peat);
  }
  EXPECT_EQ(spent, state.world.municipalities.government[peat].bijstand_paid);
  EXPECT_EQ(state.world.municipalities.government[peat].buig, state.world.macro_budget);
}

TEST(Mergers, ChangeNothingAboutResidentsWhereNothingOfGovernmentMatters) {
  Parameters parameters = without_government(governed_parameters());
  parameters.care.effect = parameters.distance.care = 0;
  parameters.bijstand.gate = parameters.bijstand.divert = 0;
  parameters.government.effort.elasticity = 0;
  const Experiment made = merger_experiment(parameters);
  const RunState reference = run_whole(made, 0), merged = run_whole(made, 1);
  EXPECT_EQ(merged.world.residents.now, reference.world.residents.now);
  EXPECT_EQ(merged.world.residents.profile, reference.world.residents.profile);
  EXPECT_EQ(merged.world.vacancies.firm, reference.world.vacancies.firm);
  EXPECT_NE(hash_of(merged.world), hash_of(reference.world)) << "governments and money do change";
  const RunState shipped_reference = run_whole(merger_experiment(), 0), shipped = run_whole(merger_experiment(), 1);
  EXPECT_NE(shipped.world.residents.now, shipped_reference.world.residents.now) << "else nothing was tested";
}

TEST(Mergers, MakeOneMemberOfAnArrangementWithTheSharesOfAll) {
  const Experiment made = merger_experiment();
  const Inputs inputs = inputs_for(made, made.scripts[1], merging);
  NamedArrangement arrangement;
  arrangement.members = {hamlet, town, harbour};
  arrangement.shares = {.2, .3, .5};
  arrangement.votes = {.1, .1, .8};
  arrangement.host = hamlet;
  merge_members(arrangement, inputs.country);
  EXPECT_EQ(arrangement.members, (std::vector{town, harbour}));
  EXPECT_EQ(arrangement.shares, (std::vector{.5, .5}));
  EXPECT_EQ(arrangement.votes, (std::vector{.2, .8}));
  EXPECT_EQ(arrangement.host, town);
  NamedArrangement without_host;
  without_host.members = {hamlet, harbour, peat};
  without_host.shares = {.2, .3, .5};
  without_host.host = hamlet;
  merge_members(without_host, inputs.country);
  EXPECT_EQ(without_host.members, (std::vector{harbour, peat})) << "the town was no member, and its choice holds";
  EXPECT_EQ(without_host.shares, (std::vector{.3, .5}));
  EXPECT_EQ(without_host.host, harbour);
}

}  // namespace
}  // namespace polder
