#include "ensemble/identity.h"

#include <gtest/gtest.h>

#include <functional>

namespace polder {
namespace {

Scenario scenario(std::string name) {
  Scenario empty;
  empty.name = std::move(name);
  return empty;
}

/// A study with something of everything that an identity depends on.
Study small_study() {
  Study study;
  study.name = "closure";
  study.title_en = "A plant closes";
  study.country = "toy";
  study.from = Month::of(2026, 1);
  study.to = Month::of(2027, 12);
  study.scope = Scope{"AM05", 0.95, {}};
  study.placed = {PlacedFirm{"plant", "GM0153", "C", 1500, {}}};
  const FirmCloses closure{"plant", "", "", 0, Month::of(2026, 1), Month::of(2026, 7), {}};
  const LeverSetting help{"crisis.help", 1, false, Month::of(2026, 1), Month::of(2026, 12), {}, {}};
  study.scenarios = {scenario("reference"), scenario("no_response"), scenario("early_help")};
  study.scenarios[1].events.emplace_back(closure);
  study.scenarios[2].events.emplace_back(closure);
  study.scenarios[2].events.emplace_back(Recession{0.02, Month::of(2026, 3), 24, {}});
  study.scenarios[2].levers.push_back(help);
  study.reference = "reference";
  study.files = {{"study.yaml", "study.yaml", "schema: polder/study/1\n"},
                 {"parameters/labour.yaml", "parameters/labour.yaml", "job_ends: {value: 0.01}\n"},
                 {"countries/toy/jobs.csv", "countries/toy/jobs.csv", "code,C\nGM0153,10\n"}};
  study.parameters.search.decay = 0.1;
  return study;
}

Experiment small_experiment() {
  Experiment experiment;
  experiment.tracked = {{"plant", FirmIndex{12}, Month::of(2026, 1)}};
  return experiment;
}

constexpr Run third{ScenarioIndex{2}, 4};

std::string identity_after(const std::function<void(Study&, Experiment&)>& change, Run run = third) {
  Study study = small_study();
  Experiment experiment = small_experiment();
  change(study, experiment);
  return run_identity(study, experiment, run);
}

std::string unchanged(Run run = third) {
  return identity_after([](Study&, Experiment&) {}, run);
}

TEST(RunIdentity, IsTheSameForTheSameRun) {
  EXPECT_EQ(unchanged(), unchanged());
  EXPECT_EQ(unchanged().size(), 64u);
  EXPECT_EQ(unchanged().find_first_not_of("0123456789abcdef"), std::string::npos);
}

TEST(RunIdentity, DiffersByScenarioAndReplicate) {
  EXPECT_NE(unchanged(), unchanged({ScenarioIndex{1}, 4}));
  EXPECT_NE(unchanged(), unchanged({ScenarioIndex{2}, 5}));
}

TEST(RunIdentity, IgnoresWhatAnotherScenarioDoes) {
  EXPECT_EQ(unchanged(), identity_after([](Study& s, Experiment&) { s.scenarios[1].events.clear(); }));
  EXPECT_EQ(unchanged(), identity_after([](Study& s, Experiment&) {
              s.scenarios[0].levers.push_back({"ww.most_months", 12, false, {}, {}, {}, {}});
            }));
  EXPECT_EQ(unchanged(), identity_after([](Study& s, Experiment&) { s.scenarios.push_back(scenario("more")); }));
}

TEST(RunIdentity, IgnoresTitlesCommentsWhitespaceAndOrigins) {
  EXPECT_EQ(
      unchanged(), identity_after([](Study& s, Experiment&) {
        s.title_en = "Another title";
        s.question = {"Waarom?", "Why?"};
        s.scenarios[2].title = {"Iets anders", "Something else"};
        s.name = "renamed";
        s.files[0].bytes += "\n# a comment\n";
        s.files[1].bytes += "\n";
        s.scenarios[2].levers[0].origin.line = 99;
        s.parameter_values.push_back({"search.decay", "1/month", 0.1, 0, 1, Status::Assumed, "a guess", "labour.yaml"});
        s.warnings.push_back({});
      }));
}

TEST(RunIdentity, IgnoresHowManyReplicatesThereAre) {
  EXPECT_EQ(unchanged(), identity_after([](Study& s, Experiment&) { s.replicates = 400; }));
}

TEST(RunIdentity, ChangesWithEverySettingOfTheStudy) {
  const std::vector<std::function<void(Study&, Experiment&)>> changes{
      [](Study& s, Experiment&) { s.weight = 100; },
      [](Study& s, Experiment&) { s.seed = 2; },
      [](Study& s, Experiment&) { s.to = Month::of(2028, 12); },
      [](Study& s, Experiment&) { s.from = Month::of(2025, 12); },
      [](Study& s, Experiment&) { s.warm_up = 24; },
      [](Study& s, Experiment&) { s.horizon_years = 30; },
      [](Study& s, Experiment&) { s.vintage = "2018"; },
      [](Study& s, Experiment&) { s.kernel = Kernel::Power; },
      [](Study& s, Experiment&) { s.municipalities_monthly = true; },
      [](Study& s, Experiment&) { s.scope->ring = 0.9; },
      [](Study& s, Experiment&) { s.scope.reset(); },
      [](Study& s, Experiment&) { s.placed[0].jobs = 1400; },
      [](Study& s, Experiment&) { s.parameters.search.decay = 0.1000000001; },
      [](Study& s, Experiment&) { s.files[2].bytes += "GM0141,5\n"; },
      [](Study&, Experiment& e) { e.tracked[0].firm = FirmIndex{13}; },
      [](Study&, Experiment& e) { e.tracked.clear(); },
      [](Study& s, Experiment&) { s.scenarios[2].levers[0].value = 0.5; },
      [](Study& s, Experiment&) { s.scenarios[2].levers[0].relative = true; },
      [](Study& s, Experiment&) { s.scenarios[2].levers[0].to.reset(); },
      [](Study& s, Experiment&) { s.scenarios[2].levers[0].who = {"GM0153"}; },
      [](Study& s, Experiment&) { s.scenarios[2].events.pop_back(); },
      [](Study& s, Experiment&) { std::get<FirmCloses>(s.scenarios[2].events[0]).at = Month::of(2026, 8); },
      [](Study& s, Experiment&) { std::get<Recession>(s.scenarios[2].events[1]).depth = 0.03; },
      [](Study& s, Experiment&) { s.scenarios[2].events.emplace_back(SectorTrend{"C", "", -0.01, s.from, s.to, {}}); }};
  std::set<std::string> identities{unchanged()};
  for (std::size_t i = 0; i < changes.size(); ++i) {
    EXPECT_TRUE(identities.insert(identity_after(changes[i])).second) << "change " << i;
  }
}

TEST(RunIdentity, ChangesWithEveryPartOfAnEventOfGovernmentsAndOfAnArrangement) {
  const GovernmentEvent event{
      Incident::Kind::PartnerLeaves, {"GM0153"}, "", Task::Schools, "", 0, Month::of(2026, 5), {}};
  const ArrangementSetting made{"jobs", Level::Joint, {Task::Schools}, {"GM0153", "GM0141"}, "", {}, {}, {}, {}, {}};
  const std::vector<std::function<void(GovernmentEvent&, ArrangementSetting&)>> changes{
      [](GovernmentEvent&, ArrangementSetting&) {},
      [](GovernmentEvent& e, ArrangementSetting&) { e.kind = Incident::Kind::PartnerJoins; },
      [](GovernmentEvent& e, ArrangementSetting&) { e.who = {"GM0141"}; },
      [](GovernmentEvent& e, ArrangementSetting&) { e.who = {}; },
      [](GovernmentEvent& e, ArrangementSetting&) { e.region = "AM05"; },
      [](GovernmentEvent& e, ArrangementSetting&) { e.task = Task::Crisis; },
      [](GovernmentEvent& e, ArrangementSetting&) { e.task.reset(); },
      [](GovernmentEvent& e, ArrangementSetting&) { e.arrangement = "jobs"; },
      [](GovernmentEvent& e, ArrangementSetting&) { e.size = .1; },
      [](GovernmentEvent& e, ArrangementSetting&) { e.at = Month::of(2026, 6); },
      [](GovernmentEvent&, ArrangementSetting& a) { a.name = "work"; },
      [](GovernmentEvent&, ArrangementSetting& a) { a.form = Level::Network; },
      [](GovernmentEvent&, ArrangementSetting& a) { a.tasks.push_back(Task::Crisis); },
      [](GovernmentEvent&, ArrangementSetting& a) { a.members.emplace_back("GM0150"); },
      [](GovernmentEvent&, ArrangementSetting& a) { a.host = "GM0153"; },
      [](GovernmentEvent&, ArrangementSetting& a) { a.shares = {{"GM0153", 1}}; },
      [](GovernmentEvent&, ArrangementSetting& a) { a.shares = {{"GM0153", .5}, {"GM0141", .5}}; },
      [](GovernmentEvent&, ArrangementSetting& a) { a.votes = {{"GM0153", 1}}; },
      [](GovernmentEvent&, ArrangementSetting& a) { a.from = Month::of(2026, 5); },
      [](GovernmentEvent&, ArrangementSetting& a) { a.to = Month::of(2026, 5); }};
  std::set<std::string> identities{unchanged()};
  for (std::size_t i = 0; i < changes.size(); ++i) {
    GovernmentEvent one = event;
    ArrangementSetting two = made;
    changes[i](one, two);
    EXPECT_TRUE(identities
                    .insert(identity_after([&](Study& s, Experiment&) {
                      s.scenarios[2].events.emplace_back(one);
                      s.scenarios[2].arrangements.push_back(two);
                    }))
                    .second)
        << "change " << i;
  }
}

TEST(RunIdentity, ChangesWithEveryPartOfAThreatAndOfAWaveOfBankruptcies) {
  const Month from = Month::of(2026, 3), later = Month::of(2026, 4);
  const std::vector<Event> events{FirmThreatens{{"plant", "", "", 0}, from, {}, 6, .5, {}},
                                  FirmThreatens{{"other", "", "", 0}, from, {}, 6, .5, {}},
                                  FirmThreatens{{"plant", "", "", 0}, later, {}, 6, .5, {}},
                                  FirmThreatens{{"plant", "", "", 0}, from, 5, 6, .5, {}},
                                  FirmThreatens{{"plant", "", "", 0}, from, {}, 7, .5, {}},
                                  FirmThreatens{{"plant", "", "", 0}, from, {}, 6, .6, {}},
                                  BankruptcyWave{"C", "", .01, from, 12, {}},
                                  BankruptcyWave{"G", "", .01, from, 12, {}},
                                  BankruptcyWave{"C", "AM05", .01, from, 12, {}},
                                  BankruptcyWave{"C", "", .02, from, 12, {}},
                                  BankruptcyWave{"C", "", .01, later, 12, {}},
                                  BankruptcyWave{"C", "", .01, from, 13, {}}};
  std::set<std::string> identities{unchanged()};
  for (std::size_t i = 0; i < events.size(); ++i) {
    const auto added = [&](Study& s, Experiment&) { s.scenarios[2].events.push_back(events[i]); };
    EXPECT_TRUE(identities.insert(identity_after(added)).second) << "event " << i;
  }
}

TEST(RunIdentity, KeepsNeighbouringTextsApart) {
  const auto closing = [](std::string municipality, std::string sector) {
    return identity_after([&](Study& s, Experiment&) {
      auto& closure = std::get<FirmCloses>(s.scenarios[2].events[0]);
      closure.municipality = municipality;
      closure.sector = sector;
    });
  };
  EXPECT_NE(closing("GM0153 C", ""), closing("GM0153", "C"));
}

TEST(Identities, GivesWhatRunIdentityGives) {
  const Study study = small_study();
  const Experiment experiment = small_experiment();
  EXPECT_EQ(Identities(study, experiment).of(third), run_identity(study, experiment, third));
}

}  // namespace
}  // namespace polder
