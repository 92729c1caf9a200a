#include "support/random_worlds.h"

#include <fmt/format.h>

namespace polder::testing {
namespace {

/// Settings of schools, programmes and packages, with sizes from the words of `luck`.
std::vector<std::string> random_levers(const Block& luck) {
  const std::string levers = "scenarios.early_help.levers.";
  const auto money = [&](std::string_view lever, std::uint32_t word, std::uint32_t most) {
    return fmt::format("{}{}={} k EUR per year", levers, lever, below(word, most));
  };
  const char* rules[] = {"fixed", "national", "regional", "regional"};
  const char* targets[] = {"forecast", "nearest", "any", "any"};
  return {fmt::format("{}budget.guidance={} %", levers, below(luck[3], 300)),
          fmt::format("{}caseload.triage={}", levers, (luck[0] & 4) != 0 ? "farthest" : "closest"),
          fmt::format("{}schools.capacity_rule={}", levers, rules[luck[0] >> 8 & 3]),
          fmt::format("{}schools.bbl_share={} %", levers, below(luck[1], 60)),
          fmt::format("{}hc_agenda.target={}", levers, targets[luck[0] >> 10 & 3]),
          money("hc_agenda.retrain.budget", luck[1], 20000),
          money("hc_agenda.train.budget", luck[2], 20000),
          money("hc_agenda.attract.budget", luck[3], 20000),
          money("wage_subsidy.budget", luck[0], 20000),
          fmt::format("{}wage_subsidy.rate={} %", levers, 10 + below(luck[2], 80)),
          fmt::format("{}sheltered_places={}", levers, below(luck[1], 800)),
          fmt::format("{}border.info={} %", levers, below(luck[2], 100)),
          fmt::format("{}pc.coupling.statutory={} %", levers, below(luck[0], 100)),
          fmt::format("{}linking.capacity={}", levers, below(luck[1], 80)),
          fmt::format("{}council.theme_session={}", levers, (luck[0] & 32) != 0 ? "joint" : "own"),
          fmt::format("{}retention.package={} k EUR", levers, below(luck[3], 5000)),
          fmt::format("{}tasks.guidance.level={}", levers, level_names[below(luck[0], 6)]),
          fmt::format("{}tasks.schools.level={}", levers, level_names[below(luck[1], 6)]),
          fmt::format("{}budget.retraining={} %", levers, below(luck[2], 300)),
          fmt::format("{}grant.province={} %", levers, below(luck[3], 80)),
          fmt::format("{}grant.rijk={} %", levers, below(luck[1], 80)),
          fmt::format("{}grant.esf={} %", levers, below(luck[2], 80)),
          fmt::format("{}buig.objective_full={}", levers, 1 + below(luck[0], 90000)),
          fmt::format("{}buig.macro_cut={} %", levers, below(luck[3], 30)),
          fmt::format("{}pockets.shared_savings={} %", levers, below(luck[0], 100)),
          fmt::format("{}uwv.municipal_handover={} %", levers, below(luck[1], 100))};
}

/// A closure, a recession, a wave of bankruptcies, a threat and levers with sizes drawn from the case's number.
Study random_study(std::uint32_t number) {
  const Block luck = Random{99, number}.block(Draw::World, Month{1}, number);
  const char* samples[] = {"1:5", "1:10", "1:25", "1:40"};
  StudyOptions options;
  options.sample = samples[luck[0] & 3];
  options.seed = luck[1] % 1000 + 1;
  const double depth = 1 + below(luck[2], 8);
  options.set = {
      "period.to=2027-06",
      "period.warm_up=6 months",
      fmt::format("scenarios.early_help.events=[{{recession: {{from: 2026-0{}, depth: {} %, months: {} months}}}}, "
                  "{{bankruptcy_wave: {{sector: C, rate: {} % per month, from: 2026-0{}, months: 6 months}}}}]",
                  1 + below(luck[2], 9), depth, 6 + below(luck[3], 30), 1 + below(luck[2], 5), 1 + below(luck[3], 9)),
      fmt::format("parameters.demo.move={}", (luck[0] & 8) != 0 ? "0.002" : "0"),
      fmt::format("parameters.firm.exit={}", (luck[0] & 16) != 0 ? "0.02" : "0.002"),
  };
  for (std::string& lever : random_levers(luck)) options.set.push_back(std::move(lever));
  Study study = load_study(study_file("toy-closure"), options);
  study.placed.push_back({"bedreigd", "GM9001", "B-F", 400, {}});
  FirmThreatens threat;
  threat.firm = "bedreigd";
  threat.from = Month::of(2026, 2);
  study.scenarios[2].events.emplace_back(threat);
  const double shares[] = {.3, .2, .1, .4};  // of who pays for the agenda
  for (std::size_t payer = 0; payer < agenda_payers.size(); ++payer) {
    LeverSetting share;
    share.key = fmt::format("{}.{}", lever_of_parts, agenda_payers[payer]);
    share.value = shares[payer];
    study.scenarios[2].levers.push_back(share);
  }
  return study;
}

}  // namespace

Experiment random_experiment(std::uint32_t number) {
  const Study study = random_study(number);
  data::Problems problems;
  CountryFiles files = read_country(study.country_folder, problems);
  problems.raise();
  if (number % 2 != 0) files.country.border = {{"DE-NEAR", "Near", "DE", 53.80, 4.90, 300000, 1, 900, 0}};
  return prepare(study, files);
}

void mark_workers(World& world, const Experiment& experiment) {
  for (std::size_t c = 0; c < experiment.tracked.size(); ++c) {
    if (experiment.tracked[c].from != world.month) continue;
    for (Situation& now : world.residents.now)
      if (works(now.labour) && now.employer == experiment.tracked[c].firm)
        now.cohort = static_cast<std::uint8_t>(c + 1);
  }
}

}  // namespace polder::testing
