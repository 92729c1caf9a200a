#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "government/jurisdiction.h"
#include "polder/scenario/lever.h"
#include "simulation/resolve.h"
#include "world/build.h"

namespace polder {
namespace {

Problem problem_at(const Origin& origin, std::string code, std::string message, std::string help) {
  return {std::move(code), origin.file,        origin.line,     origin.column,
          origin.width,    std::move(message), std::move(help), origin.source_line};
}

class ScriptWriter {
 public:
  ScriptWriter(const Study& study, const Country& country, const World& world, const std::vector<FirmIndex>& placed,
               data::Problems& problems, std::vector<std::string>& notes)
      : study_(study), country_(country), world_(world), placed_(placed), problems_(problems), notes_(notes) {}

  Script script(const Scenario& scenario) {
    Script script;
    script.name = scenario.name;
    for (const ArrangementSetting& made : scenario.arrangements) add(script, made);
    for (const Event& event : scenario.events) std::visit([&](const auto& e) { add(script, e); }, event);
    for (const LeverSetting& lever : scenario.levers) add(script, lever);
    return script;
  }

 private:
  void add(Script& script, const FirmCloses& event) {
    const std::optional<FirmIndex> firm = establishment(event, "closes", event.origin);
    if (firm && only_once(script, *firm, event.origin)) script.closures.push_back({*firm, event.announced, event.at});
  }
  void add(Script& script, const FirmThreatens& event) {
    const std::optional<FirmIndex> firm = establishment(event, "threatens to leave", event.origin);
    if (!firm || !only_once(script, *firm, event.origin)) return;
    const int window = event.window.value_or(static_cast<int>(study_.parameters.threat.window));
    script.threats.push_back({*firm, event.from, event.from + window, event.notice, event.offer_elsewhere});
  }
  void add(Script& script, const BankruptcyWave& event) {
    script.waves.push_back({sector_of(country_, event.sector).value_or(SectorIndex{0}),
                            region(event.region, event.origin), event.rate, event.from,
                            event.from + (event.months - 1)});
  }
  /// Equal arrivals of several scenarios share a row: the same employer in each.
  void add(Script& script, const EmployerArrives& event) {
    const auto where = municipality(event.municipality);
    const auto sector = sector_of(country_, event.sector);
    if (!where || !sector) {
      problems_.add(problem_at(event.origin, "E163",
                               fmt::format("{} is not in the scope of this study", study_.named(event.municipality)),
                               "name a municipality inside the scope, or widen the scope"));
      return;
    }
    Arrival arrival{none<FirmIndex>, *where, *sector, event.jobs, event.at};
    for (const Arrival& known : arrivals_) {
      arrival.firm = known.firm;
      if (known == arrival && !taken(script, known.firm)) return script.arrivals.push_back(known);
    }
    arrival.firm = index_of<FirmIndex>(world_.firms.size() + arrivals_.size());
    arrivals_.push_back(arrival);
    script.arrivals.push_back(arrival);
  }
  static bool taken(const Script& script, FirmIndex firm) {
    return std::any_of(script.arrivals.begin(), script.arrivals.end(),
                       [&](const Arrival& arrival) { return arrival.firm == firm; });
  }
  void add(Script& script, const Recession& event) { script.recessions.push_back(event); }
  void add(Script& script, const SectorTrend& event) {
    Script::Trend trend;
    trend.sector = sector_of(country_, event.sector).value_or(SectorIndex{0});
    trend.rate = event.rate;
    trend.from = event.from;
    trend.to = event.to;
    trend.region = region(event.region, event.origin);
    script.trends.push_back(trend);
  }
  void add(Script& script, const YouthCohort& event) {
    for (const OccupationIndex occupation : rows_of(country_.occupations))
      if (country_.occupations[occupation].code == event.towards)
        script.youth.push_back({occupation, event.shift, event.from, event.to});
  }
  void add(Script& script, const GovernmentEvent& event) {
    Incident incident;
    incident.kind = event.kind;
    incident.task = event.task.value_or(no_task);
    incident.size = event.size;
    incident.fund = event.fund;
    incident.region = region(event.region, event.origin);
    for (const Script::Founded& one : script.founded)
      if (one.arrangement.name == event.arrangement) incident.arrangement = one.arrangement.bundle;
    if (event.kind == Incident::Kind::Merger) return add_merger(script, event, incident);
    if (event.kind != Incident::Kind::Election && event.who.empty())
      return script.happenings.push_back({incident, event.at});
    for (const MunicipalityIndex m : governments(event.who, event.origin)) {
      incident.who = m;
      script.happenings.push_back({incident, event.at});
    }
  }
  void add_merger(Script& script, const GovernmentEvent& event, Incident incident) {
    incident.into = municipality(event.into).value_or(none<MunicipalityIndex>);
    for (const MunicipalityIndex m : governments(event.who, event.origin)) {
      incident.who = m;
      if (m != incident.into) script.happenings.push_back({incident, event.at});
    }
  }
  void add(Script& script, const ArrangementSetting& made) {
    NamedArrangement named;
    named.name = made.name;
    named.bundle = static_cast<std::uint8_t>(named_bundle + script.founded.size());
    named.form = made.form;
    named.tasks = made.tasks;
    named.members = governments(made.members, made.origin);
    if (!made.members.empty() && named.members.size() == made.members.size()) {
      const MunicipalityIndex largest = government::largest(country_, named.members);
      named.host = made.host.empty() ? largest : municipality(made.host).value_or(largest);
    }
    const auto parts = [&](const std::map<std::string, double>& by_code, std::vector<double>& by_member) {
      if (by_code.empty()) return;
      for (const MunicipalityIndex m : named.members) {
        const auto part = by_code.find(country_.municipalities[m].code);
        by_member.push_back(part == by_code.end() ? 0 : part->second);
      }
    };
    parts(made.shares, named.shares);
    parts(made.votes, named.votes);
    script.founded.push_back({named, made.from.value_or(never), made.to.value_or(Month{0xFFFF})});
  }
  void add(Script& script, const LeverSetting& setting) {
    Script::Setting made{find_lever(setting.key),
                         setting.value,
                         setting.relative,
                         setting.from.value_or(never),
                         setting.to.value_or(Month{0xFFFF}),
                         {}};
    for (const std::string& code : setting.who) {
      if (const auto place = municipality(code)) {
        made.who.push_back(*place);
      } else {
        problems_.add(problem_at(setting.origin, "E163",
                                 fmt::format("municipality {} is not in the scope of this study", study_.named(code)),
                                 "name a municipality inside the scope, or widen the scope"));
      }
    }
    script.settings.push_back(made);
  }

  /// Municipalities with a council, in order; all in the scope if none is named. Others are reported.
  std::vector<MunicipalityIndex> governments(const std::vector<std::string>& codes, const Origin& origin) {
    std::vector<MunicipalityIndex> found;
    const auto governs = [&](MunicipalityIndex m) { return country_.municipalities[m].government.has_council(); };
    if (codes.empty())
      for (const MunicipalityIndex m : rows_of(country_.municipalities))
        if (governs(m)) found.push_back(m);
    for (const std::string& code : codes) {
      const auto place = municipality(code);
      if (place && governs(*place)) {
        found.push_back(*place);
        continue;
      }
      problems_.add(
          problem_at(origin, "E163",
                     place ? fmt::format("the figures have no council of municipality {}", study_.named(code))
                           : fmt::format("municipality {} is not in the scope of this study", study_.named(code)),
                     place ? "events of governments, and arrangements, need figures on councils"
                           : "name a municipality inside the scope, or widen the scope"));
    }
    return found;
  }

  std::optional<MunicipalityIndex> municipality(const std::string& code) const {
    for (const MunicipalityIndex m : rows_of(country_.municipalities))
      if (country_.municipalities[m].code == code && !country_.municipalities[m].elsewhere) return m;
    return std::nullopt;
  }

  /// None for an empty code, which stands for everywhere, and for one outside the scope, which is reported.
  RegionIndex region(const std::string& code, const Origin& origin) {
    for (const RegionIndex region : rows_of(country_.regions))
      if (country_.regions[region].code == code) return region;
    if (!code.empty())
      problems_.add(problem_at(origin, "E163",
                               fmt::format("region {} is not in the scope of this study", study_.named(code)),
                               "name a region inside the scope, or widen the scope"));
    return none<RegionIndex>;
  }

  std::optional<FirmIndex> establishment(const WhichFirm& event, std::string_view does, const Origin& origin) {
    return event.firm.empty() ? nearest(event, does, origin) : by_name(event);
  }

  /// An establishment closes, or threatens to leave, once in a scenario.
  bool only_once(const Script& script, FirmIndex firm, const Origin& origin) {
    const auto same = [&](const auto& one) { return one.firm == firm; };
    if (std::none_of(script.closures.begin(), script.closures.end(), same) &&
        std::none_of(script.threats.begin(), script.threats.end(), same))
      return true;
    problems_.add(problem_at(origin, "E118",
                             fmt::format("two events of {} are about the same establishment", script.name),
                             "an establishment closes, or threatens to leave, once; ask for another number of jobs"));
    return false;
  }

  std::optional<FirmIndex> by_name(const WhichFirm& event) const {
    for (std::size_t i = 0; i < study_.placed.size(); ++i)
      if (study_.placed[i].name == event.firm && placed_[i] != none<FirmIndex>) return placed_[i];
    return std::nullopt;  // already reported: an unknown name by the checker, a refused plant by the builder
  }

  double persons(FirmIndex firm) const { return static_cast<double>(world_.firms.jobs[firm]) * world_.weight; }

  std::vector<FirmIndex> largest_first(MunicipalityIndex where, SectorIndex sector) const {
    std::vector<FirmIndex> found;
    for (const FirmIndex firm : rows_of(world_.firms.state))
      if (world_.firms.state[firm] == FirmState::Open && world_.firms.municipality[firm] == where &&
          world_.firms.sector[firm] == sector)
        found.push_back(firm);
    std::stable_sort(found.begin(), found.end(), [&](FirmIndex a, FirmIndex b) { return persons(a) > persons(b); });
    return found;
  }

  /// The establishment nearest in size, if it is within a fifth.
  std::optional<FirmIndex> nearest(const WhichFirm& event, std::string_view does, const Origin& origin) {
    const auto where = municipality(event.municipality);
    const auto sector = sector_of(country_, event.sector);
    if (!where || !sector) {
      problems_.add(problem_at(origin, "E163",
                               fmt::format("{} is not in the scope of this study", study_.named(event.municipality)),
                               "name a municipality inside the scope, or widen the scope"));
      return std::nullopt;
    }
    const std::vector<FirmIndex> firms = largest_first(*where, *sector);
    const auto off = [&](FirmIndex firm) {
      return persons(firm) > event.jobs ? persons(firm) - event.jobs : event.jobs - persons(firm);
    };
    const auto best =
        std::min_element(firms.begin(), firms.end(), [&](FirmIndex a, FirmIndex b) { return off(a) < off(b); });
    if (best != firms.end() && off(*best) <= 0.2 * event.jobs) {
      notes_.push_back(fmt::format("the establishment that {} in {}, sector {}, has {:.0f} jobs ({:.0f} asked for)",
                                   does, event.municipality, country_.sectors[*sector].code, persons(*best),
                                   event.jobs));
      return *best;
    }
    std::string sizes;
    for (std::size_t i = 0; i < std::min<std::size_t>(3, firms.size()); ++i)
      sizes += fmt::format("{}{:.0f}", i == 0 ? "" : ", ", persons(firms[i]));
    problems_.add(problem_at(origin, "E151",
                             fmt::format("no establishment of about {:.0f} jobs in sector {} of {}", event.jobs,
                                         country_.sectors[*sector].code, study_.named(event.municipality)),
                             sizes.empty()
                                 ? "this sector has no establishment there"
                                 : fmt::format("the largest have {} jobs; or place a plant with `place:`", sizes)));
    return std::nullopt;
  }

  const Study& study_;
  const Country& country_;
  const World& world_;
  const std::vector<FirmIndex>& placed_;
  data::Problems& problems_;
  std::vector<std::string>& notes_;
  std::vector<Arrival> arrivals_;  // all different ones so far
};

}  // namespace

std::vector<Script> write_scripts(const Study& study, const Country& country, const World& world,
                                  const std::vector<FirmIndex>& placed, data::Problems& problems,
                                  std::vector<std::string>& notes) {
  ScriptWriter writer(study, country, world, placed, problems, notes);
  std::vector<Script> scripts;
  for (const Scenario& scenario : study.scenarios) scripts.push_back(writer.script(scenario));
  std::sort(notes.begin(), notes.end());
  notes.erase(std::unique(notes.begin(), notes.end()), notes.end());
  return scripts;
}

void reserve_firm_rows(World& world, const Country& country, const std::vector<Script>& scripts) {
  std::size_t rows = world.firms.size();
  bool sheltered = false;
  for (const Script& script : scripts) {
    for (const Arrival& arrival : script.arrivals) rows = std::max(rows, number(arrival.firm) + 1);
    for (const Script::Setting& setting : script.settings)
      sheltered = sheltered || setting.lever->key == "sheltered_places";
  }
  add_absent_firms(world.firms, rows - world.firms.size());
  if (!sheltered) return;
  world.sheltered = index_of<FirmIndex>(rows);
  add_absent_firms(world.firms, country.municipalities.size());
  const auto steadiest = std::min_element(
      country.sectors.begin(), country.sectors.end(),
      [](const SectorFacts& a, const SectorFacts& b) { return a.cycle_sensitivity < b.cycle_sensitivity; });
  for (const MunicipalityIndex m : rows_of(country.municipalities)) {
    const FirmIndex firm = sheltered_workplace(world, m);
    world.firms.state[firm] = FirmState::Sheltered;
    world.firms.municipality[firm] = m;
    world.firms.sector[firm] = index_of<SectorIndex>(static_cast<std::size_t>(steadiest - country.sectors.begin()));
  }
}

std::vector<TrackedPlant> tracked_plants(const Study& study, const std::vector<Script>& scripts,
                                         const std::vector<FirmIndex>& placed, const Country& country,
                                         const World& world) {
  std::vector<TrackedPlant> tracked;
  const auto track = [&](FirmIndex firm, Month from) {
    const auto known = std::find_if(tracked.begin(), tracked.end(), [&](const auto& t) { return t.firm == firm; });
    if (known != tracked.end()) {
      known->from = std::min(known->from, from);
      return;
    }
    const auto name = std::find(placed.begin(), placed.end(), firm);
    const std::string text = name != placed.end()
                                 ? study.placed[static_cast<std::size_t>(name - placed.begin())].name
                                 : fmt::format("{}-{}-{}", country.municipalities[world.firms.municipality[firm]].code,
                                               country.sectors[world.firms.sector[firm]].code, number(firm));
    tracked.push_back({text, firm, from});
  };
  for (const Script& script : scripts) {
    for (const Closure& closure : script.closures) track(closure.firm, closure.announced);
    for (const ThreatOfDeparture& threat : script.threats) track(threat.firm, threat.decides);
  }
  return tracked;
}

}  // namespace polder
