#include <gtest/gtest.h>

#include "government/legitimacy.h"
#include "support/council_world.h"
#include "systems/governance/legitimacy_of.h"

namespace polder {
namespace {

using namespace testing;

struct Weighed : CouncilWorld {
  double control() {
    run(governance::weigh_legitimacy);
    return council(stad).control;
  }
};

TEST(WeighLegitimacy, ACouncilIsInControlOfWhatItsMunicipalityDoesItself) {
  Weighed place;
  place.spend_on(stad, Task::Guidance, Level::Local);
  EXPECT_EQ(place.control(), 1);
  EXPECT_NEAR(place.council(stad).transparency, 1 - .5 * place.government_parameters().framing.transparency, 1e-12)
      << "no regional spending that could lack goals, less what verbs cost";
}

TEST(WeighLegitimacy, ControlOverOthersIsWhatTheLevelLeaves) {
  for (const Level level : {Level::Network, Level::Centre, Level::Joint, Level::Province, Level::National}) {
    Weighed place;
    place.policy.rules.wgr_2022 = false;
    place.spend_on(stad, Task::Guidance, level);
    EXPECT_DOUBLE_EQ(place.control(), place.government_parameters().level[number(level)].control) << to_text(level);
  }
}

TEST(WeighLegitimacy, CouplingActsOnTheFormsItIsFor) {
  for (const auto& [level, member] : {std::pair{Level::Network, &Course::coupling_network},
                                      {Level::Centre, &Course::coupling_network},
                                      {Level::Joint, &Course::coupling_statutory}}) {
    Weighed place;
    place.policy.rules.wgr_2022 = false;
    place.spend_on(stad, Task::Guidance, level);
    const double before = place.control();
    EXPECT_EQ(place.council(stad).transparency, 0);
    place.council(stad).course.*member = 1;
    EXPECT_NEAR(place.control() - before, place.government_parameters().form[form_number(level)].control_coupling,
                1e-12);
    EXPECT_NEAR(place.council(stad).transparency, 1 - .5 * place.government_parameters().framing.transparency, 1e-12);
  }
}

TEST(WeighLegitimacy, TheWgrOf2022GivesRightsInJointBodiesOnly) {
  for (const auto& [level, rights] : {std::pair{Level::Joint, 1.}, {Level::Network, 0.}, {Level::Local, 0.}}) {
    Weighed place;
    place.spend_on(stad, Task::Guidance, level);
    place.policy.rules.wgr_2022 = false;
    const double before = place.control();
    place.policy.rules.wgr_2022 = true;
    EXPECT_NEAR(place.control() - before, rights * place.government_parameters().legitimacy.wgr_2022, 1e-12);
  }
}

TEST(WeighLegitimacy, ManyPartnersAndOverloadedAldermenLowerIt) {
  Weighed few, many, overloaded;
  for (Weighed* place : {&few, &many, &overloaded})
    place->spend_on(stad, Task::Guidance, Level::Network, place == &many ? 10 : 2);
  overloaded.council(stad).attention = .5;
  EXPECT_LT(many.control(), few.control());
  EXPECT_DOUBLE_EQ(overloaded.control(), .5 * few.control());
}

TEST(WeighLegitimacy, WhatGoesToJointArrangementsCounts) {
  Weighed place;
  place.spend_on(stad, Task::Guidance, Level::Local);
  place.model.country.municipalities[stad].government.accounts.joint_arrangements = 100'000'00;
  place.policy.rules.wgr_2022 = false;
  government::Oversight joint;
  joint.partners = 3;
  EXPECT_DOUBLE_EQ(place.control(), (1 + government::control(Level::Joint, joint, place.government_parameters())) / 2);
}

TEST(WeighLegitimacy, EngagementComesOfSessionsAndFades) {
  Weighed place;
  const LegitimacyParameters& p = place.government_parameters().legitimacy;
  place.policy.mandates.theme_sessions.assign(4, 1);
  place.policy.mandates.joint_sessions.assign(4, 1);
  place.run(governance::weigh_legitimacy);
  EXPECT_DOUBLE_EQ(place.council(stad).engagement, p.session + p.joint_session);
  place.policy.mandates = {};
  place.run(governance::weigh_legitimacy);
  EXPECT_DOUBLE_EQ(place.council(stad).engagement, (p.session + p.joint_session) * (1 - p.engagement_decay));
  place.council(dorp).engagement = .4;
  place.council(dorp).course.agenda_space = 1;
  place.council(dorp).course.entrepreneurs = 6;
  place.run(governance::weigh_legitimacy);
  EXPECT_DOUBLE_EQ(place.council(dorp).engagement, .4 + p.session / 2);
}

TEST(WeighLegitimacy, PerformanceIsWhatIsUsualUntilSomethingChanges) {
  Weighed place;
  Stocks& stocks = place.world.municipalities.stocks[stad];
  stocks.labour[static_cast<std::size_t>(Labour::Permanent)] = 900;
  stocks.labour[static_cast<std::size_t>(Labour::Unemployed)] = 100;
  governance::begin(place.world, place.model.country, place.parameters());
  for (int month = 0; month < 3; ++month) place.run(governance::weigh_legitimacy);
  EXPECT_EQ(place.council(stad).performance, .5);
  stocks.labour[static_cast<std::size_t>(Labour::Unemployed)] = 110;
  place.run(governance::weigh_legitimacy);
  EXPECT_EQ(place.council(stad).performance, .5) << "no spread yet to measure it by";
  place.run(governance::weigh_legitimacy);
  EXPECT_LT(place.council(stad).performance, .5);
  stocks.labour[static_cast<std::size_t>(Labour::Unemployed)] = 90;
  place.run(governance::weigh_legitimacy);
  EXPECT_GT(place.council(stad).performance, .5);
}

TEST(WeighLegitimacy, CostsPerformanceWhereTheAgendaIsTheRegions) {
  Weighed place;
  for (const MunicipalityIndex m : {stad, dorp})
    governance::begin_trend(place.council(m), place.world.municipalities.stocks[m]);
  place.council(dorp).course.agenda_space = .3;
  for (int month = 0; month < 3; ++month) place.run(governance::weigh_legitimacy);
  const double lost = .3 * place.government_parameters().legitimacy.agenda_cost;
  EXPECT_EQ(place.council(stad).performance, .5);
  EXPECT_DOUBLE_EQ(place.council(dorp).performance, .5 * (1 - lost));
}

TEST(WeighLegitimacy, IsTheWeightedMeanOfItsParts) {
  Weighed place;
  place.run(governance::weigh_legitimacy);
  const Council& council = place.council(stad);
  EXPECT_DOUBLE_EQ(council.legitimacy,
                   government::legitimacy(council.control, council.transparency, council.performance,
                                          place.government_parameters().legitimacy));
  EXPECT_GT(council.legitimacy, 0);
  EXPECT_LT(council.legitimacy, 1);
}

}  // namespace
}  // namespace polder
