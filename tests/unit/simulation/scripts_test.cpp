// Names become rows: which establishment closes, who is followed, what is refused.
#include <gtest/gtest.h>

#include <algorithm>

#include "support/tiny_governments.h"

namespace polder {
namespace {

using namespace testing;

FirmCloses closure_near(double jobs, std::string municipality = "GM9101", std::string sector = "C") {
  return {"", std::move(municipality), std::move(sector), jobs, Month::of(2026, 3), Month::of(2026, 9), {}};
}

Study with_events(std::vector<Event> events) {
  Study study = tiny_study(20);
  study.scenarios = {scenario("reference"), scenario("other")};
  study.scenarios[1].events = std::move(events);
  return study;
}

std::vector<Problem> problems_of(const Study& study) {
  try {
    tiny_experiment(study);
  } catch (const InputError& error) {
    return error.problems();
  }
  return {};
}

double persons(const Experiment& experiment, FirmIndex firm) {
  return double(experiment.world.firms.jobs[firm]) * experiment.world.weight;
}

TEST(Scripts, FindThePlacedEstablishmentByName) {
  const Experiment experiment = tiny_experiment(tiny_closure());
  ASSERT_EQ(experiment.scripts.size(), 2u);
  EXPECT_TRUE(experiment.scripts[0].closures.empty());
  ASSERT_EQ(experiment.scripts[1].closures.size(), 1u);
  const Closure closure = experiment.scripts[1].closures[0];
  EXPECT_EQ(persons(experiment, closure.firm), 600);
  EXPECT_EQ(closure.announced, Month::of(2026, 3));
  EXPECT_EQ(closure.at, Month::of(2026, 9));
  EXPECT_TRUE(experiment.notes.empty());
}

TEST(Scripts, ChooseTheNearestInSizeAndSaySo) {
  const Experiment experiment = tiny_experiment(with_events({closure_near(400)}));
  const FirmIndex chosen = experiment.scripts[1].closures.at(0).firm;
  const Firms& firms = experiment.world.firms;
  const double off = std::abs(persons(experiment, chosen) - 400);
  EXPECT_LE(off, 80);
  for (const FirmIndex f : rows_of(firms.state)) {
    const bool fits =
        firms.state[f] == FirmState::Open && number(firms.municipality[f]) == 0 && firms.sector[f] == SectorIndex{0};
    EXPECT_TRUE(!fits || std::abs(persons(experiment, f) - 400) >= off);
  }
  ASSERT_EQ(experiment.notes.size(), 1u);
  EXPECT_NE(experiment.notes[0].find("(400 asked for)"), std::string::npos) << experiment.notes[0];
}

GovernmentEvent government_event(Incident::Kind kind, std::vector<std::string> who, std::string arrangement = "") {
  GovernmentEvent event;
  event.kind = kind;
  event.who = std::move(who);
  event.arrangement = std::move(arrangement);
  event.at = Month::of(2026, 5);
  return event;
}

ArrangementSetting arrangement_with(std::vector<std::string> members) {
  ArrangementSetting made;
  made.name = "together";
  made.form = Level::Joint;
  made.tasks = {Task::Schools};
  made.members = std::move(members);
  return made;
}

TEST(Scripts, LookUpWhoIsMeantByEventsOfGovernmentsAndByArrangements) {
  Study study = with_events({government_event(Incident::Kind::Election, {}),
                             government_event(Incident::Kind::PartnerLeaves, {"GM9102"}, "together")});
  study.scenarios[1].arrangements = {arrangement_with({"GM9102", "GM9101"})};
  study.scenarios[1].arrangements[0].shares = {{"GM9101", 1}};
  study.scenarios[1].arrangements[0].from = Month::of(2026, 3);
  study.parameters = governed_parameters();
  const Experiment experiment = tiny_experiment(study, with_governments(tiny_country()));
  const Script& script = experiment.scripts[1];
  EXPECT_EQ(script.happenings.size(), 4u + 1u) << "all councils, and one partner";
  EXPECT_EQ(script.happenings[4].incident.arrangement, named_bundle);
  ASSERT_EQ(script.founded.size(), 1u);
  const NamedArrangement& made = script.founded[0].arrangement;
  EXPECT_EQ(made.host, MunicipalityIndex{0}) << "the largest";
  EXPECT_EQ(made.shares, (std::vector<double>{0, 1})) << "in the order of the members";
  const auto mandates = [&](int year, int month) {
    return inputs_for(experiment, script, Month::of(year, month)).policy.mandates;
  };
  EXPECT_TRUE(mandates(2026, 2).arrangements.empty());
  EXPECT_EQ(mandates(2026, 3).arrangements.size(), 1u);
  EXPECT_TRUE(mandates(2026, 4).incidents.empty());
  EXPECT_EQ(mandates(2026, 5).incidents.size(), 5u);
  EXPECT_TRUE(mandates(2026, 6).incidents.empty());
  EXPECT_EQ(first_difference(experiment, experiment.scripts[0], script), Month::of(2026, 3));
}

TEST(Scripts, RefuseGovernmentsThatAreNotThere) {
  Study study = with_events({government_event(Incident::Kind::CollegeFalls, {"GM9101"})});
  study.scenarios[1].arrangements = {arrangement_with({"GM9101", "GM7777"})};
  std::vector<Problem> problems = problems_of(study);
  ASSERT_EQ(problems.size(), 3u) << "the tiny country has no councils, and no such place";
  for (const Problem& problem : problems) EXPECT_EQ(problem.code, "E163");
  EXPECT_NE(problems[0].message.find("council"), std::string::npos) << problems[0].message;
  EXPECT_NE(problems[1].message.find("GM7777"), std::string::npos) << problems[1].message;
}

TEST(Scripts, RefuseAClosureThatNoEstablishmentFits) {
  const std::vector<Problem> problems = problems_of(with_events({closure_near(30000)}));
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_EQ(problems[0].code, "E151");
  EXPECT_NE(problems[0].help.find("the largest have"), std::string::npos) << problems[0].help;
}

TEST(Scripts, NamePlacesAsWellAsTheirCodes) {
  Study study = with_events({closure_near(30000)});
  study.place_names["GM9101"] = "Stad";
  const std::vector<Problem> problems = problems_of(study);
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_NE(problems[0].message.find("GM9101 Stad"), std::string::npos) << problems[0].message;
}

TEST(Scripts, RefusePlacesOutsideTheScope) {
  Study study = with_events(
      {closure_near(100, "GM0001"), SectorTrend{"G", "AM77", .1, Month::of(2026, 1), Month::of(2026, 12), {}}});
  study.scenarios[1].levers.push_back({"budget.guidance", 1, true, {}, {}, {"GM9101", "GM0002"}, {}});
  const std::vector<Problem> problems = problems_of(study);
  ASSERT_EQ(problems.size(), 3u) << "all at once";
  for (const Problem& problem : problems) EXPECT_EQ(problem.code, "E163");
}

TEST(Scripts, TurnLeversAndTrendsIntoRows) {
  Study study = with_events({SectorTrend{"Q", "AM92", .1, Month::of(2026, 2), Month::of(2026, 12), {}},
                             SectorTrend{"G", "", -.1, Month::of(2026, 1), Month::of(2026, 12), {}},
                             Recession{.05, Month::of(2026, 4), 18, {}}});
  study.scenarios[1].levers.push_back(
      {"budget.guidance", 1.5, true, Month::of(2026, 3), std::nullopt, {"GM9104", "GM9102"}, {}});
  const Experiment experiment = tiny_experiment(study);
  const Script& script = experiment.scripts[1];
  ASSERT_EQ(script.trends.size(), 2u);
  EXPECT_EQ(script.trends[0].sector, SectorIndex{2});
  EXPECT_EQ(script.trends[0].region, RegionIndex{1});
  EXPECT_EQ(script.trends[1].region, none<RegionIndex>);
  ASSERT_EQ(script.recessions.size(), 1u);
  EXPECT_EQ(script.recessions[0].months, 18);
  ASSERT_EQ(script.settings.size(), 1u);
  EXPECT_EQ(script.settings[0].who, (std::vector{MunicipalityIndex{3}, MunicipalityIndex{1}}));
  EXPECT_EQ(script.settings[0].from, Month::of(2026, 3));
  EXPECT_GT(script.settings[0].to, Month::of(2100, 1));
  EXPECT_TRUE(script.settings[0].relative);
}

TEST(Tracked, PlantsAreFollowedFromTheEarliestAnnouncement) {
  Study study = tiny_closure();
  Scenario earlier = scenario("earlier");
  FirmCloses soon{"works", "", "", 0, Month::of(2026, 1), Month::of(2026, 12), {}};
  earlier.events.emplace_back(soon);
  earlier.events.emplace_back(closure_near(200, "GM9103", "G"));
  study.scenarios.push_back(earlier);
  const Experiment experiment = tiny_experiment(study);
  ASSERT_EQ(experiment.tracked.size(), 2u);
  EXPECT_EQ(experiment.tracked[0].name, "works");
  EXPECT_EQ(experiment.tracked[0].from, Month::of(2026, 1));
  EXPECT_EQ(experiment.tracked[1].name.substr(0, 9), "GM9103-G-");
  EXPECT_EQ(experiment.model.tracked, (std::vector{experiment.tracked[0].firm, experiment.tracked[1].firm}));
}

}  // namespace
}  // namespace polder
