// resolved.yaml: what a study comes to, with every default and parameter written out.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "polder/scenario/lever.h"
#include "scenario/settings.h"
#include "scenario/vary.h"

namespace polder {
namespace {

/// Text between double quotes, as YAML reads it back.
std::string in_quotes(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    if (c == '\n')
      result += "\\n";
    else
      result += c;
  }
  return result + '"';
}

/// One text where both languages say the same.
std::string wording_text(const Wording& wording) {
  if (wording.nl == wording.en) return in_quotes(wording.en);
  return fmt::format("{{nl: {}, en: {}}}", in_quotes(wording.nl), in_quotes(wording.en));
}

std::string percent(double share) { return fmt::format("{:.12g} %", share * 100); }

std::string set_text(const Lever& lever, double value) {
  std::string text;
  std::string_view left = lever.unit;
  for (auto bits = static_cast<unsigned>(value); bits != 0; bits >>= 1) {
    if (bits & 1) text += fmt::format("{}{}", text.empty() ? "" : ", ", left.substr(0, left.find('|')));
    left.remove_prefix(std::min(left.size(), left.find('|') + 1));
  }
  return "[" + text + "]";
}

std::string value_text(const Lever& lever, const LeverSetting& setting) {
  if (setting.relative || lever.kind == LeverKind::Share) return percent(setting.value);
  if (lever.kind == LeverKind::Money) return fmt::format("{:.12g} {}", setting.value, lever.unit);
  if (lever.kind == LeverKind::Count) return fmt::format("{:.0f}", setting.value);
  if (lever.kind == LeverKind::Months) return fmt::format("{:.0f} months", setting.value);
  if (lever.kind == LeverKind::Set) return set_text(lever, setting.value);
  std::string_view choices = lever.unit;
  for (int skip = static_cast<int>(setting.value); skip > 0; --skip) choices.remove_prefix(choices.find('|') + 1);
  return std::string(choices.substr(0, choices.find('|')));
}

std::string which_text(const WhichFirm& which) {
  if (!which.firm.empty()) return fmt::format("firm: {}", in_quotes(which.firm));
  return fmt::format("sector: {}, municipality: {}, jobs: {:.0f}", which.sector, which.municipality, which.jobs);
}

std::string threat_text(const FirmThreatens& threat) {
  const std::string window = threat.window ? fmt::format("window: {} months, ", *threat.window) : "";
  return fmt::format("firm_threatens: {{{}, from: {}, {}notice: {} months, offer_elsewhere: {}}}", which_text(threat),
                     to_text(threat.from), window, threat.notice, percent(threat.offer_elsewhere));
}

std::string wave_text(const BankruptcyWave& wave) {
  const std::string region = wave.region.empty() ? "" : fmt::format("region: {}, ", wave.region);
  return fmt::format("bankruptcy_wave: {{sector: {}, {}rate: {} per month, from: {}, months: {} months}}", wave.sector,
                     region, percent(wave.rate), to_text(wave.from), wave.months);
}

std::string government_text(const GovernmentEvent& event) {
  constexpr std::array<std::string_view, 8> names{"municipal_election", "college_falls",       "partner_joins",
                                                  "partner_leaves",     "key_person_leaves",   "overspend",
                                                  "programme_call",     "municipalities_merge"};
  std::string text;
  if (event.kind == Incident::Kind::Election) {
    if (!event.who.empty()) text = fmt::format("who: [{}], ", fmt::join(event.who, ", "));
    text += fmt::format("swing: {}, ", percent(event.size));
  } else if (event.kind == Incident::Kind::Merger) {
    text = fmt::format("municipalities: [{}], into: {}, ", fmt::join(event.who, ", "), event.into);
  } else {
    if (!event.who.empty()) text = fmt::format("municipality: {}, ", event.who.front());
    if (!event.region.empty()) text += fmt::format("region: {}, ", event.region);
    if (event.task) text += fmt::format("task: {}, ", to_text(*event.task));
    if (!event.arrangement.empty()) text += fmt::format("arrangement: {}, ", in_quotes(event.arrangement));
    if (event.kind == Incident::Kind::Call)
      text += fmt::format("budget: {:.12g} EUR, {}", event.size, event.fund == Fund::Esf ? "fund: esf, " : "");
  }
  return fmt::format("{}: {{{}at: {}}}", names[static_cast<std::size_t>(event.kind)], text, to_text(event.at));
}

std::string event_text(const Event& event) {
  if (const auto* closure = std::get_if<FirmCloses>(&event))
    return fmt::format("firm_closes: {{{}, announced: {}, at: {}}}", which_text(*closure), to_text(closure->announced),
                       to_text(closure->at));
  if (const auto* threat = std::get_if<FirmThreatens>(&event)) return threat_text(*threat);
  if (const auto* wave = std::get_if<BankruptcyWave>(&event)) return wave_text(*wave);
  if (const auto* recession = std::get_if<Recession>(&event))
    return fmt::format("recession: {{from: {}, depth: {}, months: {} months}}", to_text(recession->from),
                       percent(recession->depth), recession->months);
  if (const auto* arrival = std::get_if<EmployerArrives>(&event))
    return fmt::format("employer_arrives: {{municipality: {}, sector: {}, jobs: {:.0f}, at: {}}}",
                       arrival->municipality, arrival->sector, arrival->jobs, to_text(arrival->at));
  if (const auto* youth = std::get_if<YouthCohort>(&event))
    return fmt::format("youth_cohort: {{towards: {}, shift: {}, from: {}, to: {}}}", in_quotes(youth->towards),
                       percent(youth->shift), to_text(youth->from), to_text(youth->to));
  if (const auto* government = std::get_if<GovernmentEvent>(&event)) return government_text(*government);
  const auto& trend = std::get<SectorTrend>(event);
  const std::string region = trend.region.empty() ? "" : fmt::format("region: {}, ", trend.region);
  return fmt::format("sector_trend: {{sector: {}, {}rate: {} per year, from: {}, to: {}}}", trend.sector, region,
                     percent(trend.rate), to_text(trend.from), to_text(trend.to));
}

std::string period_text(const LeverSetting& setting) {
  std::string text;
  if (setting.from) text += fmt::format("from: {}, ", to_text(*setting.from));
  if (setting.to) text += fmt::format("to: {}, ", to_text(*setting.to));
  return text;
}

std::string setting_text(const LeverSetting& setting) {
  std::string text = "{" + period_text(setting);
  if (!setting.who.empty()) text += fmt::format("who: [{}], ", fmt::join(setting.who, ", "));
  return text + fmt::format("value: {}}}", value_text(*find_lever(setting.key), setting));
}

/// The lever that is given by its parts; the settings of all parts follow each other.
std::string parts_text(const std::vector<LeverSetting>& settings) {
  std::string lines;
  for (std::size_t first = 0; first < settings.size(); ++first) {
    if (!is_part(*find_lever(settings[first].key))) continue;
    std::vector<std::string> parts;
    for (std::size_t part = 0; part < agenda_payers.size(); ++part)
      parts.push_back(fmt::format("{}: {}", agenda_payers[part], percent(settings[first + part].value)));
    lines += fmt::format("        - {{{}{}}}\n", period_text(settings[first]), fmt::join(parts, ", "));
    first += agenda_payers.size() - 1;
  }
  return lines.empty() ? "" : fmt::format("      {}:\n{}", lever_of_parts, lines);
}

/// Levers in the order in which they are set, those of one key together.
std::string levers_text(const std::vector<LeverSetting>& settings) {
  std::string text;
  for (const auto& lever : levers()) {
    if (is_part(lever)) continue;
    std::string lines;
    for (const auto& setting : settings)
      if (setting.key == lever.key) lines += fmt::format("        - {}\n", setting_text(setting));
    if (!lines.empty()) text += fmt::format("      {}:\n{}", lever.key, lines);
  }
  return text + parts_text(settings);
}

std::string parts_of(std::string_view key, const std::map<std::string, double>& parts) {
  if (parts.empty()) return {};
  std::vector<std::string> texts;
  for (const auto& [code, share] : parts) texts.push_back(fmt::format("{}: {}", code, percent(share)));
  return fmt::format(", {}: {{{}}}", key, fmt::join(texts, ", "));
}

std::string arrangement_text(const ArrangementSetting& made) {
  std::vector<std::string_view> tasks;
  for (const Task task : made.tasks) tasks.push_back(to_text(task));
  std::string text = fmt::format("{{name: {}, form: {}, tasks: [{}], members: [{}]", in_quotes(made.name),
                                 to_text(made.form), fmt::join(tasks, ", "), fmt::join(made.members, ", "));
  if (!made.host.empty()) text += fmt::format(", host: {}", made.host);
  text += parts_of("shares", made.shares) + parts_of("votes", made.votes);
  if (made.from) text += fmt::format(", from: {}", to_text(*made.from));
  if (made.to) text += fmt::format(", to: {}", to_text(*made.to));
  return text + "}";
}

std::string replicates_text(const Study& study) {
  if (!study.until) return std::to_string(study.replicates);
  const Precision& until = *study.until;
  const std::string area = until.area.empty() ? "" : fmt::format(", area: {}", until.area);
  const std::string half = until.relative ? percent(until.half_width) : fmt::format("{:.12g}", until.half_width);
  return fmt::format("{{start: {}, until: {{indicator: {}{}, half_width: {}}}, most: {}}}", study.replicates,
                     until.indicator, area, half, until.most);
}

std::string head(const Study& study) {
  constexpr std::array<std::string_view, 3> kernels{"observed", "power", "loglog"};
  std::string text = "# Written by polder: every setting, default and parameter in force.\nschema: polder/study/1\n";
  text += fmt::format("title: {{nl: {}, en: {}}}\n", in_quotes(study.title_nl), in_quotes(study.title_en));
  text += fmt::format("question: {}\nworld: {}\nsample: 1:{}\n", wording_text(study.question), in_quotes(study.country),
                      study.weight);
  if (!study.vintage.empty()) text += fmt::format("vintage: {}\n", in_quotes(study.vintage));
  if (study.scope)
    text += fmt::format("scope: {{region: {}, ring: {}}}\n", study.scope->region, percent(study.scope->ring));
  text += fmt::format("period: {{from: {}, to: {}, warm_up: {} months}}\n", to_text(study.from), to_text(study.to),
                      study.warm_up);
  if (!study.placed.empty()) text += "place:\n";
  for (const auto& firm : study.placed)
    text += fmt::format("  - firm: {{name: {}, municipality: {}, sector: {}, jobs: {:.0f}}}\n", in_quotes(firm.name),
                        firm.municipality, firm.sector, firm.jobs);
  text += fmt::format("reference: {}\nreplicates: {}\nseed: {}\nhorizon: {} years\nkernel: {}\n", study.reference,
                      replicates_text(study), study.seed, study.horizon_years,
                      kernels[static_cast<std::size_t>(study.kernel)]);
  return text + fmt::format("outputs: {{municipalities: {}}}\n", study.municipalities_monthly ? "monthly" : "december");
}

}  // namespace

std::string resolved_scenario(const Scenario& scenario) {
  std::string text;
  if (!scenario.events.empty()) text += "    events:\n";
  for (const auto& event : scenario.events) text += fmt::format("      - {}\n", event_text(event));
  if (!scenario.arrangements.empty()) text += "    arrangements:\n";
  for (const auto& made : scenario.arrangements) text += fmt::format("      - {}\n", arrangement_text(made));
  if (!scenario.levers.empty()) text += "    levers:\n" + levers_text(scenario.levers);
  if (!scenario.parameters.empty()) text += "    parameters:\n";
  for (const auto& each : scenario.parameters) text += fmt::format("      {}: {}\n", each.key, each.value);
  return text;
}

std::string resolved_study(const Study& study) {
  std::string text = head(study) + "scenarios:\n";
  for (const auto& scenario : study.scenarios) {
    std::string body = resolved_scenario(scenario);
    if (!scenario.title.en.empty()) body.insert(0, fmt::format("    title: {}\n", wording_text(scenario.title)));
    text += fmt::format("  {}:{}\n{}", scenario.name, body.empty() ? " {}" : "", body);
  }
  text += resolved_design(study) + "parameters:\n";
  for (const auto& value : study.parameter_values)
    text += fmt::format("  {}: {{value: {}, unit: {}, range: [{}, {}], status: {}, source: {}}}\n", value.key,
                        value.value, value.unit, value.from, value.to, to_text(value.status), in_quotes(value.source));
  return text;
}

}  // namespace polder
