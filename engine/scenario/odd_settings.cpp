// Warnings: settings that are allowed but odd.
#include <fmt/format.h>

#include <algorithm>

#include "polder/scenario/lever.h"
#include "scenario/settings.h"

namespace polder {
namespace {

Problem warning_at(const Origin& at, std::string code, std::string message, std::string help) {
  return {std::move(code), at.file, at.line, at.column, at.width, std::move(message), std::move(help), at.source_line};
}

void add_levers(const Study& study, const Scenario& scenario, std::vector<Problem>& warnings) {
  for (const auto& setting : scenario.levers) {
    const bool after = setting.from && *setting.from > study.to, before = setting.to && *setting.to < study.from;
    if (!after && !before) continue;
    warnings.push_back(warning_at(setting.origin, "W101",
                                  fmt::format("lever '{}' in {} is never active", setting.key, scenario.name),
                                  fmt::format("the period is {} to {}", to_text(study.from), to_text(study.to))));
  }
}

/// A lever that acts only together with one of others.
struct Companions {
  std::string_view lever;
  std::vector<std::string_view> needs;
};

const std::vector<Companions>& companions() {
  static const std::vector<Companions> table{
      {"hc_agenda.payer_shares.municipalities",
       {"hc_agenda.retrain.budget", "hc_agenda.train.budget", "hc_agenda.attract.budget"}},
      {"hc_agenda.cross_sector", {"hc_agenda.retrain.budget", "hc_agenda.train.budget"}},
      {"hc_agenda.quality", {"hc_agenda.retrain.budget", "hc_agenda.train.budget"}},
      {"hc_agenda.target", {"hc_agenda.retrain.budget", "hc_agenda.train.budget"}},
      {"wage_subsidy.budget", {"wage_subsidy.rate"}},
      {"wage_subsidy.rate", {"wage_subsidy.budget"}},
      {"retention.package_rule", {"retention.package"}}};
  return table;
}

void add_lonely_levers(const Scenario& scenario, std::vector<Problem>& warnings) {
  const auto is_set = [&](std::string_view key) {
    return std::any_of(scenario.levers.begin(), scenario.levers.end(), [&](const auto& s) { return s.key == key; });
  };
  for (const Companions& lonely : companions()) {
    if (std::any_of(lonely.needs.begin(), lonely.needs.end(), is_set)) continue;
    for (const LeverSetting& setting : scenario.levers) {
      if (setting.key != lonely.lever) continue;
      const std::string_view shown = is_part(*find_lever(setting.key)) ? lever_of_parts : std::string_view(setting.key);
      warnings.push_back(warning_at(setting.origin, "W106",
                                    fmt::format("lever '{}' in {} does nothing by itself", shown, scenario.name),
                                    fmt::format("it acts together with {}", fmt::join(lonely.needs, " or "))));
    }
  }
}

void add_events(const Study& study, const Scenario& scenario, std::vector<Problem>& warnings) {
  for (const auto& event : scenario.events) {
    const auto* closure = std::get_if<FirmCloses>(&event);
    const Month last = closure != nullptr ? closure->at : first_month(event);
    if (last <= study.to) continue;
    warnings.push_back(warning_at(origin_of(event), "W102",
                                  fmt::format("an event of {} in {} is after the period, which ends in {}",
                                              to_text(last), scenario.name, to_text(study.to)),
                                  "it has no effect on the results"));
  }
}

constexpr std::uint32_t coarsest_unbiased = 10;  // 1:N up to which vacancies stay open as long as at 1:1

void add_sample(const Study& study, std::vector<Problem>& warnings) {
  if (study.weight <= coarsest_unbiased) return;
  warnings.push_back(warning_at(
      study.weight_origin, "W105", fmt::format("a sample of 1:{} is coarser than 1:10", study.weight),
      "vacancies stay open longer by rounding, at 1:50 about 14 % more of them; differences between scenarios "
      "suffer less"));
}

}  // namespace

std::vector<Problem> odd_settings(const Study& study) {
  std::vector<Problem> warnings;
  add_sample(study, warnings);
  for (const auto& scenario : study.scenarios) {
    add_levers(study, scenario, warnings);
    add_lonely_levers(scenario, warnings);
    add_events(study, scenario, warnings);
  }
  for (std::size_t i = 1; i < study.scenarios.size(); ++i) {
    if (resolved_scenario(study.scenarios[i]) != resolved_scenario(study.scenarios[0])) continue;
    warnings.push_back(warning_at(
        study.scenarios[i].origin, "W103",
        fmt::format("scenario '{}' is equal to the reference '{}'", study.scenarios[i].name, study.scenarios[0].name),
        "its difference will be exactly zero"));
  }
  return warnings;
}

}  // namespace polder
