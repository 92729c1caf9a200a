// Whether those who pay for the human-capital agenda take part in it.
#include <fmt/format.h>

#include <set>

#include "polder/scenario/lever.h"
#include "scenario/settings.h"

namespace polder {
namespace {

/// What is in force of a scenario's agenda in a month; later settings win.
struct InForce {
  Agenda agenda;
  const LeverSetting* partners = nullptr;
};

InForce agenda_in(const Scenario& scenario, Month month) {
  InForce now;
  for (const LeverSetting& setting : scenario.levers) {
    if ((setting.from && month < *setting.from) || (setting.to && month > *setting.to)) continue;
    if (setting.key == "hc_agenda.partners") {
      now.agenda.partners = static_cast<std::uint8_t>(setting.value);
      now.partners = &setting;
    }
    if (setting.key == "hc_agenda.cross_sector") now.agenda.cross_sector = setting.value;
    for (std::size_t payer = 0; payer < agenda_payers.size(); ++payer)
      if (setting.key == fmt::format("{}.{}", lever_of_parts, agenda_payers[payer]))
        now.agenda.payer_shares[payer] = setting.value;
  }
  return now;
}

/// The months in which something may change, within the period.
std::set<Month> changes(const Scenario& scenario, const Study& study) {
  std::set<Month> months{study.from};
  for (const LeverSetting& setting : scenario.levers) {
    if (setting.from) months.insert(*setting.from);
    if (setting.to) months.insert(*setting.to + 1);
  }
  std::erase_if(months, [&](Month month) { return month < study.from || month > study.to; });
  return months;
}

/// What somebody who must take part does.
struct Part {
  Partner who;
  double share;
  std::string_view does;
};

}  // namespace

void check_partners(const Scenario& scenario, const Study& study, data::Problems& problems) {
  if (study.from == never) return;
  std::set<std::string_view> reported;
  for (const Month month : changes(scenario, study)) {
    const auto [agenda, partners] = agenda_in(scenario, month);
    if (partners == nullptr || agenda.partners == 0) continue;
    for (const Part& part : {Part{Partner::Municipalities, agenda.payer_shares[0], "municipalities pay"},
                             Part{Partner::SectorBodies, agenda.payer_shares[3], "employers pay"},
                             Part{Partner::SectorBodies, agenda.cross_sector, "hc_agenda.cross_sector is"}}) {
      if (part.share <= 0 || agenda.takes_part(part.who) || !reported.insert(part.does).second) continue;
      const std::string_view name = agenda_partners[static_cast<std::size_t>(part.who)];
      const Origin& at = partners->origin;
      const std::string message =
          fmt::format("hc_agenda.partners: '{}' is missing, but {} {:g} %", name, part.does, part.share * 100);
      problems.add(
          {"E330", at.file, at.line, at.column, at.width, message,
           fmt::format("add {}, or set {}", name,
                       part.who == Partner::Municipalities ? "hc_agenda.payer_shares: without it municipalities pay all"
                                                           : "that to 0 %"),
           at.source_line});
    }
  }
}

}  // namespace polder
