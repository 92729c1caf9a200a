// Every lever and every kind of event: nothing before it starts; a neutral value is as if the lever were not there.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "polder/scenario/lever.h"
#include "support/tiny_governments.h"

namespace polder {
namespace {

using namespace testing;

constexpr Month changes_from = Month::of(2026, 8);

FirmThreatens threat_of(std::string firm, double offer_elsewhere) {
  FirmThreatens threat;
  threat.firm = std::move(firm);
  threat.from = Month::of(2026, 9);
  threat.window = 3;
  threat.offer_elsewhere = offer_elsewhere;
  return threat;
}

/// Two years of the tiny country, with a place abroad, in which every lever has something to act on: a closure, a firm
/// that leaves unless it is answered fast, one that stays, schools that look at the labour market, and money for each
/// programme, of which a part stays within its sector; governments, whose income support is a network's.
Study busy_study(std::uint32_t weight = 20) {
  Study study = tiny_closure(weight);
  study.parameters = governed_parameters();
  study.parameters.border = {1, .03, .4, .9};
  study.parameters.threat.base = -4;
  study.parameters.threat.offer = 8;
  study.parameters.threat.speed = 3;
  study.parameters.training.in_sector = .3;
  study.placed.push_back({"mill", "GM9103", "B-E", 400, {}});
  study.placed.push_back({"yard", "GM9101", "G", 300, {}});
  Scenario& busy = study.scenarios[0];
  busy.events = study.scenarios[1].events;
  busy.events.emplace_back(threat_of("mill", 1));
  busy.events.emplace_back(threat_of("yard", 0));
  busy.levers = all_programmes();
  for (const LeverSetting& each :
       {setting("hc_agenda.payer_shares.municipalities", .5), setting("hc_agenda.payer_shares.employers", .5),
        setting("crisis.help", .2), setting("schools.capacity_rule", 2), setting("retention.package", 5e5),
        setting("tasks.income_support.level", 1), setting("tasks.guidance.level", 3), setting("tasks.crisis.level", 3)})
    busy.levers.push_back(each);
  return study;
}

/// A lever and what must be set with it for the study to be valid: the payers' shares add up to one.
std::vector<LeverSetting> other_value(const Lever& lever, Month from) {
  if (is_part(lever)) {
    std::vector<LeverSetting> shares;
    for (const Lever& part : levers())
      if (is_part(part)) shares.push_back(setting(part.key, part.key == lever.key ? 1 : 0, from));
    return shares;
  }
  switch (lever.kind) {
    case LeverKind::Choice:
      return {setting(lever.key,
                      lever.key == "schools.capacity_rule" ? 0
                      : lever.key == "wgr.regime"          ? 1  // the law is that of 2022 by now
                                                           : lever.most,
                      from)};
    case LeverKind::Set:
      return {setting(lever.key, lever.most, from)};
    case LeverKind::Share:
      return {setting(lever.key, lever.key == "info.precision" ? 1 : std::min(lever.most, .55), from)};
    case LeverKind::Months:
      return {setting(lever.key, lever.key == "ww.full_years" ? 240 : lever.key == "ww.least_months" ? 6 : 5, from)};
    case LeverKind::Money:
      return {setting(lever.key, lever.unit == "EUR per month" ? 1900 : 4e6, from)};
    case LeverKind::Count:
      return {setting(lever.key, 600, from)};
  }
  return {};
}

/// First month in which a run of `scenario` differs from the reference; none: never.
std::optional<Month> parts_in(const Experiment& experiment, const RunState& reference, std::size_t scenario) {
  const RunState other = run_whole(experiment, scenario);
  const auto& a = reference.observations.month_hashes;
  const auto& b = other.observations.month_hashes;
  EXPECT_EQ(a.size(), b.size());
  for (std::size_t month = 0; month < a.size(); ++month)
    if (a[month] != b[month]) return experiment.from + static_cast<int>(month);
  return {};
}

TEST(EveryLever, ChangesNothingBeforeItStartsAndSomethingAfter) {
  Study study = busy_study();
  const Scenario busy = study.scenarios[0];
  study.scenarios.resize(1);
  for (const Lever& lever : levers()) {
    Scenario changed = busy;
    changed.name = lever.key;
    for (const LeverSetting& each : other_value(lever, changes_from)) changed.levers.push_back(each);
    study.scenarios.push_back(changed);
  }
  const Experiment experiment = tiny_experiment(study, with_governments(with_border(near_occupations())));
  const RunState reference = run_whole(experiment, 0);
  for (std::size_t i = 0; i < levers().size(); ++i) {
    const std::optional<Month> parts = parts_in(experiment, reference, i + 1);
    EXPECT_TRUE(parts) << levers()[i].key << " has no effect here";
    EXPECT_GE(parts.value_or(changes_from), changes_from) << levers()[i].key;
  }
}

/// One event of each kind, from `changes_from` on.
std::vector<Event> one_of_each_kind() {
  FirmThreatens threatens = threat_of("works", 1);
  threatens.from = changes_from;
  std::vector<Event> events{FirmCloses{"mill", "", "", 0, changes_from, changes_from + 3, {}},
                            Recession{.05, changes_from, 12, {}},
                            SectorTrend{"G", "AM91", -.1, changes_from, Month::of(2027, 6), {}},
                            EmployerArrives{"GM9103", "Q", 300, changes_from, {}},
                            threatens,
                            BankruptcyWave{"G", "", .05, changes_from, 6, {}},
                            YouthCohort{"10", .5, changes_from, Month::of(2027, 12), {}},
                            GovernmentEvent{Incident::Kind::CollegeFalls, {"GM9101"}, "", {}, "", 0, changes_from, {}}};
  return events;
}

TEST(EveryEvent, ChangesNothingBeforeItStartsAndSomethingAfter) {
  Study study = busy_study();
  study.scenarios.resize(1);
  study.scenarios[0].events.clear();
  const std::vector<Event> events = one_of_each_kind();
  std::set<std::size_t> kinds;
  for (const Event& event : events) {
    Scenario changed = study.scenarios[0];
    changed.name = "event " + std::to_string(event.index());
    changed.events.push_back(event);
    study.scenarios.push_back(changed);
    kinds.insert(event.index());
  }
  ASSERT_EQ(kinds.size(), std::variant_size_v<Event>) << "an event of every kind";
  const Experiment experiment = tiny_experiment(study, with_governments(with_border(near_occupations())));
  const RunState reference = run_whole(experiment, 0);
  for (std::size_t i = 0; i < events.size(); ++i) {
    const std::optional<Month> parts = parts_in(experiment, reference, i + 1);
    ASSERT_TRUE(parts) << "kind " << events[i].index();
    // Forecasts know of a trend before it begins, as precisely as the policy says.
    const int ahead =
        std::holds_alternative<SectorTrend>(events[i]) ? static_cast<int>(experiment.model.parameters.info.horizon) : 0;
    EXPECT_GE(*parts, changes_from - ahead) << "kind " << events[i].index();
    EXPECT_GE(*parts, first_difference(experiment, experiment.scripts[0], experiment.scripts[i + 1]));
  }
}

/// The value at which a lever does nothing: none of what it gives, or what is in force without it.
double neutral(const Lever& lever, const Parameters& p) {
  const std::pair<std::string_view, double> in_force[] = {{"info.precision", p.info.own},
                                                          {"schools.bbl_share", p.school.bbl},
                                                          {"ww.most_months", p.rules.ww_most_months},
                                                          {"ww.full_years", p.rules.ww_full_years * 12},
                                                          {"ww.least_months", p.rules.ww_least_months},
                                                          {"ww.first_months", p.rules.ww_first_months},
                                                          {"ww.cap", p.rules.ww_cap},
                                                          {"ww.rate_first", p.rules.ww_rate_first},
                                                          {"ww.rate_after", p.rules.ww_rate_after},
                                                          {"bijstand.norm", p.rules.bijstand_norm},
                                                          {"hc_agenda.payer_shares.municipalities", 1},
                                                          {"hc_agenda.quality", 1},
                                                          {"portfolio.design", 2},  // coordinated
                                                          {"onboarding.meet_share", .5},
                                                          {"agreements.verbs", .5},
                                                          {"tasks.employer_services.level", 1},  // a network
                                                          {"buig.objective_from", p.buig.historic_below},
                                                          {"buig.objective_full", p.buig.objective_above}};
  if (lever.key.starts_with("budget.")) return 1;  // of the figures
  for (const auto& [key, value] : in_force)
    if (key == lever.key) return value;
  return 0;
}

TEST(EveryLever, IsAsIfItWereNotThereAtItsNeutralValue) {
  Study study = tiny_closure(20);
  study.parameters = governed_parameters();
  study.parameters.border = {.4, .03, .4, .4};
  study.placed.push_back({"mill", "GM9103", "B-E", 400, {}});
  study.scenarios[1].events.emplace_back(threat_of("mill", 1));
  Scenario plain = study.scenarios[1], all = plain;
  study.scenarios = {plain};
  for (const Lever& lever : levers()) {
    if (lever.key.starts_with("tasks.")) continue;  // the record of a level names who put it there
    if (lever.key == "info.precision") continue;    // with governments it is each region's own
    Scenario one = plain;
    one.name = lever.key;
    one.levers.push_back(setting(lever.key, neutral(lever, study.parameters)));
    one.levers.back().relative = lever.relative_allowed;
    all.levers.push_back(one.levers.back());
    study.scenarios.push_back(one);
  }
  all.name = "all";
  study.scenarios.push_back(all);
  const Experiment experiment = tiny_experiment(study, with_governments(with_border(near_occupations())));
  const RunState reference = run_whole(experiment, 0);
  for (std::size_t i = 1; i < study.scenarios.size(); ++i) {
    const RunState other = run_whole(experiment, i);
    EXPECT_EQ(reference.observations.month_hashes, other.observations.month_hashes) << study.scenarios[i].name;
    EXPECT_EQ(reference.observations.ledger, other.observations.ledger) << study.scenarios[i].name;
  }
}

/// An agreement across sectors on an agenda without employers' money, so that only bridge and administration are left.
Experiment agreement(double bridge, double administration) {
  Study study = tiny_closure(20);
  study.parameters.agenda.bridge = bridge;
  study.parameters.agenda.administration = administration;
  study.scenarios.resize(1);
  study.scenarios[0].levers = all_programmes();
  study.scenarios.push_back(study.scenarios[0]);
  study.scenarios[1].name = "agreement";
  study.scenarios[1].levers.push_back(setting("hc_agenda.cross_sector", 1));
  return tiny_experiment(study, near_occupations());
}

TEST(CrossSector, IsAsIfItWereNotThereWithoutBridgeAndAdministration) {
  const Experiment experiment = agreement(0, 0);
  const RunState without = run_whole(experiment, 0), with = run_whole(experiment, 1);
  EXPECT_EQ(without.observations.month_hashes, with.observations.month_hashes);
  EXPECT_EQ(without.observations.ledger, with.observations.ledger);
}

TEST(CrossSector, ActsThroughTheBridgeAloneAndThroughAdministrationAlone) {
  for (const auto& [bridge, administration] : {std::pair{.05, 0.}, {0., .1}}) {
    const Experiment experiment = agreement(bridge, administration);
    EXPECT_NE(run_whole(experiment, 0).observations.month_hashes, run_whole(experiment, 1).observations.month_hashes);
  }
}

}  // namespace
}  // namespace polder
