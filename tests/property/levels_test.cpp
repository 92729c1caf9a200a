// Levels of tasks: that they matter, and that they do not where nothing of government does (a placebo).
#include <gtest/gtest.h>

#include "polder/scenario/lever.h"
#include "support/tiny_governments.h"

namespace polder {
namespace {

using namespace testing;

constexpr std::array changes{"guidance", "income_support", "employer_services", "retraining", "analysis",
                             "crisis",   "schools",        "retention",         "border"};

Study study_with_levels(const Parameters& parameters) {
  Study study = tiny_closure(20);
  study.parameters = parameters;
  study.parameters.border = {1, .03, .4, .9};
  study.parameters.threat.base = 0;
  study.scenarios.resize(1);
  Scenario& reference = study.scenarios[0];
  FirmThreatens threat;
  threat.firm = "works";
  threat.from = Month::of(2026, 3);
  threat.window = 3;
  threat.offer_elsewhere = .5;
  reference.events = {threat};
  reference.levers = all_programmes();
  return study;
}

Scenario with(const Scenario& from, std::string name, std::vector<LeverSetting> levers) {
  Scenario changed = from;
  changed.name = std::move(name);
  for (const LeverSetting& each : levers) changed.levers.push_back(each);
  return changed;
}

Experiment levels_experiment(const Parameters& parameters) {
  Study study = study_with_levels(parameters);
  const Scenario reference = study.scenarios[0];
  const auto level = [](const std::string& task, double value) {
    return setting(find_lever("tasks." + task + ".level")->key, value, Month::of(2026, 4));
  };
  for (const char* task : changes)
    for (const Level each : {Level::Joint, Level::National})
      study.scenarios.push_back(
          with(reference, task + std::string(to_text(each)), {level(task, static_cast<double>(number(each)))}));
  study.scenarios.push_back(with(reference, "random", {setting("governance.switching", 3)}));
  study.scenarios.push_back(with(reference, "adaptive", {setting("governance.switching", 2)}));
  return tiny_experiment(study, with_governments(with_border(near_occupations())));
}

TEST(Levels, ChangeNothingAboutResidentsWhereNothingOfGovernmentMatters) {
  const Experiment experiment = levels_experiment(without_government(governed_parameters()));
  const RunState reference = run_whole(experiment, 0);
  for (std::size_t s = 1; s < experiment.scripts.size(); ++s) {
    const RunState other = run_whole(experiment, s);
    EXPECT_EQ(other.world.residents.now, reference.world.residents.now) << experiment.scripts[s].name;
    EXPECT_EQ(other.world.residents.profile, reference.world.residents.profile) << experiment.scripts[s].name;
    EXPECT_EQ(other.world.vacancies.firm, reference.world.vacancies.firm) << experiment.scripts[s].name;
  }
}

TEST(Levels, ChangeWhatTheirTasksAreAbout) {
  const Experiment experiment = levels_experiment(governed_parameters());
  const RunState reference = run_whole(experiment, 0);
  for (std::size_t s = 1; s < experiment.scripts.size(); ++s) {
    const std::string& name = experiment.scripts[s].name;
    if (name.starts_with("crisis") || name.starts_with("retention")) continue;
    const World world = run_whole(experiment, s).world;
    if (name.starts_with("schools") || name.starts_with("analysis"))  // felt by residents in later years
      EXPECT_FALSE(world.schools.programmes == reference.world.schools.programmes &&
                   world.schools.forecast == reference.world.schools.forecast)
          << name;
    else
      EXPECT_NE(world.residents.now, reference.world.residents.now) << name;
  }
}

}  // namespace
}  // namespace polder
