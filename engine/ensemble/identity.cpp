#include "ensemble/identity.h"

#include <fmt/format.h>

#include <type_traits>

#include "base/hash.h"
#include "simulation/model_sources.h"

namespace polder {
namespace {

/// Shortest text that reads back as the same number.
std::string exact(double value) { return fmt::format("{}", value); }

/// Lengths keep "ab" + "c" and "a" + "bc" apart.
std::string quoted(const std::string& text) { return fmt::format("{}:{}", text.size(), text); }

std::string text_of(const std::optional<Month>& month) { return month ? to_text(*month) : "-"; }

std::string text_of_government(const GovernmentEvent& e) {
  std::string text =
      fmt::format("government {} {} {} {} {} {}", static_cast<int>(e.kind), quoted(e.region),
                  e.task ? static_cast<int>(*e.task) : -1, quoted(e.arrangement), exact(e.size), to_text(e.at));
  for (const std::string& place : e.who) text += fmt::format(" {}", quoted(place));
  if (!e.into.empty()) text += fmt::format(" into {}", quoted(e.into));
  return text + '\n';
}

std::string text_of(const ArrangementSetting& made) {
  std::string text = fmt::format("arrangement {} {} {} {} {}", quoted(made.name), to_text(made.form), quoted(made.host),
                                 text_of(made.from), text_of(made.to));
  for (const Task task : made.tasks) text += fmt::format(" {}", to_text(task));
  for (const std::string& member : made.members) text += fmt::format(" {}", quoted(member));
  for (const auto* parts : {&made.shares, &made.votes}) {
    text += fmt::format(" {}", parts->size());
    for (const auto& [member, share] : *parts) text += fmt::format(" {} {}", quoted(member), exact(share));
  }
  return text + '\n';
}

std::string text_of(const Event& event) {
  return std::visit(
      [](const auto& e) -> std::string {
        using Kind = std::decay_t<decltype(e)>;
        if constexpr (std::is_same_v<Kind, FirmCloses>) {
          return fmt::format("firm_closes {} {} {} {} {} {}\n", quoted(e.firm), quoted(e.municipality),
                             quoted(e.sector), exact(e.jobs), to_text(e.announced), to_text(e.at));
        } else if constexpr (std::is_same_v<Kind, Recession>) {
          return fmt::format("recession {} {} {}\n", exact(e.depth), to_text(e.from), e.months);
        } else if constexpr (std::is_same_v<Kind, EmployerArrives>) {
          return fmt::format("employer_arrives {} {} {} {}\n", quoted(e.municipality), quoted(e.sector), exact(e.jobs),
                             to_text(e.at));
        } else if constexpr (std::is_same_v<Kind, FirmThreatens>) {
          return fmt::format("firm_threatens {} {} {} {} {} {} {} {}\n", quoted(e.firm), quoted(e.municipality),
                             quoted(e.sector), exact(e.jobs), to_text(e.from), e.window.value_or(-1), e.notice,
                             exact(e.offer_elsewhere));
        } else if constexpr (std::is_same_v<Kind, BankruptcyWave>) {
          return fmt::format("bankruptcy_wave {} {} {} {} {}\n", quoted(e.sector), quoted(e.region), exact(e.rate),
                             to_text(e.from), e.months);
        } else if constexpr (std::is_same_v<Kind, YouthCohort>) {
          return fmt::format("youth_cohort {} {} {} {}\n", quoted(e.towards), exact(e.shift), to_text(e.from),
                             to_text(e.to));
        } else if constexpr (std::is_same_v<Kind, GovernmentEvent>) {
          return text_of_government(e);
        } else {
          static_assert(std::is_same_v<Kind, SectorTrend>);
          return fmt::format("sector_trend {} {} {} {} {}\n", quoted(e.sector), quoted(e.region), exact(e.rate),
                             to_text(e.from), to_text(e.to));
        }
      },
      event);
}

std::string text_of(const LeverSetting& lever) {
  std::string text = fmt::format("lever {} {} {} {} {}", lever.key, exact(lever.value), lever.relative,
                                 text_of(lever.from), text_of(lever.to));
  for (const std::string& place : lever.who) text += fmt::format(" {}", quoted(place));
  return text + '\n';
}

std::string parameters_text(const Study& study) {
  std::string text;
  Parameters values = study.parameters;
  for (const ParameterDeclaration& declared : parameter_declarations()) {
    text += fmt::format("parameter {} {}\n", declared.key, exact(declared.in(values)));
  }
  return text;
}

/// A file of the country. Its parameters count as values, like all parameters.
bool is_figure(const Study::InputFile& file) {
  return file.name.starts_with("countries/") && !file.name.ends_with("/parameters.yaml");
}

/// The figures themselves; what was written in YAML is in the settings, the parameters and the scenarios.
std::string figures_text(const Study& study) {
  std::string text;
  for (const Study::InputFile& file : study.files) {
    if (is_figure(file)) text += fmt::format("figures {} {}\n", quoted(file.name), sha256_hex(file.bytes));
  }
  return text;
}

std::string settings_text(const Study& study) {
  std::string text = fmt::format("weight {}\nfrom {}\nto {}\nwarm_up {}\nseed {}\nhorizon {}\nkernel {}\nmonthly {}\n",
                                 study.weight, to_text(study.from), to_text(study.to), study.warm_up, study.seed,
                                 study.horizon_years, static_cast<int>(study.kernel), study.municipalities_monthly);
  if (!study.vintage.empty()) text += fmt::format("vintage {}\n", quoted(study.vintage));
  if (study.scope) text += fmt::format("scope {} {}\n", quoted(study.scope->region), exact(study.scope->ring));
  for (const PlacedFirm& firm : study.placed) {
    text += fmt::format("placed {} {} {} {}\n", quoted(firm.name), quoted(firm.municipality), quoted(firm.sector),
                        exact(firm.jobs));
  }
  return text;
}

}  // namespace

std::string shared_identity_text(const Study& study, const Experiment& experiment) {
  std::string text = fmt::format("polder run 1\nmodel {}\n", model_sources_hash());
  text += figures_text(study) + parameters_text(study) + settings_text(study);
  text += fmt::format("establishments {}\n", experiment.world.firms.size());
  for (const TrackedPlant& plant : experiment.tracked) {
    text += fmt::format("tracked {} {} {}\n", quoted(plant.name), number(plant.firm), to_text(plant.from));
  }
  return text;
}

std::string own_identity_text(const Study& study, Run run) {
  const Scenario& scenario = study.scenarios.at(number(run.scenario));
  std::string text = fmt::format("scenario {}\n", quoted(scenario.name));
  for (const Event& event : scenario.events) text += text_of(event);
  for (const LeverSetting& lever : scenario.levers) text += text_of(lever);
  for (const ArrangementSetting& made : scenario.arrangements) text += text_of(made);
  return text + fmt::format("replicate {}\n", run.replicate);
}

Identities::Identities(const Study& study, const Experiment& experiment)
    : study_(study), shared_(sha256_hex(shared_identity_text(study, experiment))) {}

std::string Identities::of(Run run) const { return sha256_hex(shared_ + "\n" + own_identity_text(study_, run)); }

std::string run_identity(const Study& study, const Experiment& experiment, Run run) {
  return Identities(study, experiment).of(run);
}

}  // namespace polder
