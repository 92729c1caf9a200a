// Warnings: settings that are allowed but odd.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "polder/scenario/inputs.h"
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

void add_arrangements(const Study& study, const Scenario& scenario, std::vector<Problem>& warnings) {
  for (const auto& made : scenario.arrangements)
    if ((made.from && *made.from > study.to) || (made.to && *made.to < study.from))
      warnings.push_back(warning_at(made.origin, "W101",
                                    fmt::format("arrangement '{}' in {} is never in force", made.name, scenario.name),
                                    fmt::format("the period is {} to {}", to_text(study.from), to_text(study.to))));
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

/// What a lever works on: other levers, or a firm that threatens.
enum class Needs : std::uint8_t { Lever, Threat };

/// A lever that changes nothing unless its scenario also has one of `others`, or an event.
struct Dependence {
  std::string_view lever;  // its key, or how its key begins
  std::array<std::string_view, 3> others;
  Needs needs = Needs::Lever;
};

constexpr std::string_view retrain = "hc_agenda.retrain.budget", train = "hc_agenda.train.budget";
constexpr std::array dependences{
    Dependence{"hc_agenda.payer_shares", {retrain, train, "hc_agenda.attract.budget"}},
    Dependence{"hc_agenda.cross_sector", {retrain, train}},
    Dependence{"hc_agenda.partners", {retrain, train}},
    Dependence{"hc_agenda.quality", {retrain, train}},
    Dependence{"hc_agenda.target", {retrain, train}},
    Dependence{"wage_subsidy.rate", {"wage_subsidy.budget"}},
    Dependence{"wage_subsidy.budget", {"wage_subsidy.rate"}},
    Dependence{"retention.", {}, Needs::Threat},
};

bool is_met(const Dependence& need, const Scenario& scenario) {
  const auto has = [&](auto is_it) { return std::ranges::any_of(scenario.events, is_it); };
  if (need.needs == Needs::Threat) return has([](const Event& e) { return std::holds_alternative<FirmThreatens>(e); });
  return std::ranges::any_of(scenario.levers, [&](const LeverSetting& setting) {
    return std::ranges::find(need.others, std::string_view{setting.key}) != need.others.end();
  });
}

std::string what_is_missing(const Dependence& need) {
  if (need.needs == Needs::Threat) return "it works on an event firm_threatens, which this scenario does not have";
  std::string names{need.others[0]};
  for (std::size_t i = 1; i < need.others.size() && !need.others[i].empty(); ++i)
    names += fmt::format(" or {}", need.others[i]);
  return fmt::format("it works through {}, which this scenario does not set", names);
}

/// One warning for the parts of a lever that is given by its parts: they share a place in the file.
void add_dependences(const Scenario& scenario, std::vector<Problem>& warnings) {
  const Origin* last = nullptr;
  for (const auto& setting : scenario.levers) {
    const auto need =
        std::ranges::find_if(dependences, [&](const Dependence& d) { return setting.key.starts_with(d.lever); });
    if (need == dependences.end() || is_met(*need, scenario)) continue;
    if (last && last->line == setting.origin.line && last->column == setting.origin.column) continue;
    last = &setting.origin;
    const bool parts = need->lever == lever_of_parts;
    warnings.push_back(
        warning_at(setting.origin, "W106",
                   fmt::format("lever '{}' in {} changes nothing", parts ? lever_of_parts : setting.key, scenario.name),
                   what_is_missing(*need)));
  }
}

/// Input to a law that is in force already.
void add_late_input(const Study& study, const Scenario& scenario, std::vector<Problem>& warnings) {
  if (study.from < wgr_amended) return;
  for (const LeverSetting& setting : scenario.levers)
    if (setting.key == "wgr.input_effort" && setting.value > 0)
      warnings.push_back(warning_at(setting.origin, "W106",
                                    fmt::format("lever '{}' in {} changes nothing", setting.key, scenario.name),
                                    fmt::format("the Wgr was amended in {}, before the period, which begins in {}",
                                                to_text(wgr_amended), to_text(study.from))));
}

/// Help that is to go on after the last month in which it can help anybody of a plant that closes.
void add_long_help(const Study& study, const Scenario& scenario, std::vector<Problem>& warnings) {
  const auto threatens = [](const Event& event) { return std::holds_alternative<FirmThreatens>(event); };
  const auto varied = [](const ParameterSetting& each) { return each.key == "crisis.months"; };
  if (std::ranges::any_of(scenario.events, threatens) || std::ranges::any_of(scenario.parameters, varied)) return;
  const int months = static_cast<int>(study.parameters.crisis.months);
  for (const LeverSetting& setting : scenario.levers) {
    if (setting.key != "crisis.help" || setting.value <= 0 || !setting.to) continue;
    Month last = never;
    for (const Event& event : scenario.events)
      if (const auto* closure = std::get_if<FirmCloses>(&event)) {
        const Month helped = std::max(closure->at, setting.from.value_or(closure->announced)) + (months - 1);
        last = last == never ? helped : std::max(last, helped);
      }
    if (last == never || std::min(*setting.to, study.to) <= last) continue;
    warnings.push_back(warning_at(setting.origin, "W110",
                                  fmt::format("lever '{}' in {} is set until {}, but helps nobody after {}",
                                              setting.key, scenario.name, to_text(*setting.to), to_text(last)),
                                  fmt::format("help ends {} months after the closure, or after the first help if that "
                                              "is later: crisis.months",
                                              months)));
  }
}

constexpr std::uint32_t coarsest_unbiased = 10;  // 1:N up to which vacancies stay open as long as at 1:1

void add_sample(const Study& study, std::vector<Problem>& warnings) {
  if (study.weight <= coarsest_unbiased) return;
  warnings.push_back(warning_at(study.weight_origin, "W105",
                                fmt::format("a sample of 1:{} is coarser than 1:10", study.weight),
                                "vacancies stay open longer by rounding, at 1:50 about a tenth more of them than at "
                                "1:1 (1:10: a twentieth); differences between scenarios "
                                "suffer less"));
}

/// Of a scenario that a design varies the first point speaks for all; the others set the same levers.
std::vector<Scenario> one_point_each(const Study& study) {
  std::vector<Scenario> some;
  for (const Scenario& scenario : study.scenarios) {
    const auto same = [&](const Scenario& other) {
      return varied_scenario(other.name) == varied_scenario(scenario.name) && other.name != scenario.name;
    };
    if (std::ranges::none_of(some, same)) some.push_back(scenario);
  }
  return some;
}

}  // namespace

std::vector<Problem> odd_settings(const Study& study) {
  std::vector<Problem> warnings;
  add_sample(study, warnings);
  for (const Scenario& scenario : one_point_each(study)) {
    add_levers(study, scenario, warnings);
    add_events(study, scenario, warnings);
    add_arrangements(study, scenario, warnings);
    add_dependences(scenario, warnings);
    add_late_input(study, scenario, warnings);
    add_long_help(study, scenario, warnings);
  }
  for (std::size_t i = 1; i < study.scenarios.size(); ++i) {
    if (study.design && study.scenarios[i].name.find('@') != std::string::npos) continue;  // a value may be nothing
    if (resolved_scenario(study.scenarios[i]) != resolved_scenario(study.scenarios[0])) continue;
    warnings.push_back(warning_at(
        study.scenarios[i].origin, "W103",
        fmt::format("scenario '{}' is equal to the reference '{}'", study.scenarios[i].name, study.scenarios[0].name),
        "its difference will be exactly zero"));
  }
  return warnings;
}

}  // namespace polder
