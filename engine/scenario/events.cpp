// The events of a scenario: recessions, trends of sectors, arrivals; those about firms are in events_firms.cpp.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "scenario/event_keys.h"
#include "scenario/event_readers.h"
#include "scenario/values.h"

namespace polder {

namespace {

/// Reports a month before the period; later months are only odd.
void check_started(const data::Node& node, Month month, Reading& reading) {
  const Month from = reading.study.from;
  if (from == never || month >= from) return;
  reading.problems.add(problem_at(
      node, "E106",
      fmt::format("{}: {} is before the period, which starts in {}", node.path, to_text(month), to_text(from)),
      "events happen in the reported months"));
}

}  // namespace

Month month_or(const data::Node* node, Month otherwise, Reading& reading) {
  if (node == nullptr) return otherwise;
  const auto month = read_month(*node, reading.problems);
  if (month) check_started(*node, *month, reading);
  return month.value_or(otherwise);
}

namespace {

void read_recession(const data::Node& node, Reading& reading, std::vector<Event>& events) {
  Recession event;
  event.origin = origin_of(node);
  Fields fields(node, reading.problems);
  const auto* from = fields.need("from", "2027-01");
  const auto* depth = fields.need("depth", "4 %");
  const auto* months = fields.take("months");
  fields.finish();
  event.from = month_or(from, never, reading);
  if (depth != nullptr) event.depth = read_share(*depth, {0, 0.3}, reading.problems).value_or(0);
  if (months != nullptr) event.months = read_months(*months, {2, 240}, reading.problems).value_or(event.months);
  events.emplace_back(event);
}

/// First and last month of an event; those of the study where they are left out.
template <class Kind>
void read_span(const data::Node& node, const data::Node* from, const data::Node* to, Kind& event, Reading& reading) {
  event.from = month_or(from, reading.study.from, reading);
  const bool began_before = from != nullptr && event.from < reading.study.from;  // one mistake, not two
  if (began_before && to != nullptr)
    event.to = read_month(*to, reading.problems).value_or(reading.study.to);
  else
    event.to = month_or(to, reading.study.to, reading);
  if (from != nullptr && to != nullptr && event.from != never && event.to < event.from)
    reading.problems.add(problem_at(
        *to, "E106",
        fmt::format("{}: 'to' ({}) is before 'from' ({})", node.path, to_text(event.to), to_text(event.from)),
        "the first month comes first; leave 'to' out for an event that lasts until the end"));
}

void read_trend(const data::Node& node, Reading& reading, std::vector<Event>& events) {
  SectorTrend event;
  event.origin = origin_of(node);
  Fields fields(node, reading.problems);
  const auto* sector = fields.need("sector", "C");
  const auto* rate = fields.need("rate", "-3 % per year");
  const auto* region = fields.take("region");
  const auto* from = fields.take("from");
  const auto* to = fields.take("to");
  fields.finish();
  if (sector != nullptr) event.sector = reading.places.sector(*sector, reading.problems).value_or("");
  if (rate != nullptr) event.rate = read_yearly_rate(*rate, {-0.5, 0.5}, reading.problems).value_or(0);
  if (region != nullptr) event.region = reading.places.region(*region, reading.problems).value_or("");
  read_span(node, from, to, event, reading);
  events.emplace_back(event);
}

void read_arrival(const data::Node& node, Reading& reading, std::vector<Event>& events) {
  EmployerArrives event;
  event.origin = origin_of(node);
  Fields fields(node, reading.problems);
  const auto* municipality = fields.need("municipality", "GM0153");
  const auto* sector = fields.need("sector", "C");
  const auto* jobs = fields.need("jobs", "1500");
  const auto* at = fields.need("at", "2027-01");
  fields.finish();
  if (municipality != nullptr) {
    event.municipality = reading.places.municipality(*municipality, reading.problems).value_or("");
    event.origin = origin_of(*municipality);
  }
  if (sector != nullptr) event.sector = reading.places.sector(*sector, reading.problems).value_or("");
  if (jobs != nullptr) event.jobs = read_whole(*jobs, 1, 1000000, reading.problems).value_or(0);
  event.at = month_or(at, never, reading);
  events.emplace_back(event);
}

void read_youth(const data::Node& node, Reading& reading, std::vector<Event>& events) {
  YouthCohort event;
  event.origin = origin_of(node);
  Fields fields(node, reading.problems);
  const auto* towards = fields.need("towards", "08");
  const auto* shift = fields.need("shift", "20 %");
  const auto* from = fields.take("from");
  const auto* to = fields.take("to");
  fields.finish();
  if (towards != nullptr) event.towards = reading.places.occupation(*towards, reading.problems).value_or("");
  if (shift != nullptr) event.shift = read_share(*shift, {0, 1}, reading.problems).value_or(0);
  read_span(node, from, to, event, reading);
  events.emplace_back(event);
}

struct Kind : EventKind {
  void (*read)(const data::Node&, Reading&, std::vector<Event>&);
};

constexpr std::array kinds{
    Kind{{"firm_closes", "een vestiging sluit: een geplaatste, of de naaste in grootte in een sector en gemeente",
          "an establishment closes: a placed one, or the nearest in size in a sector and municipality",
          "- firm_closes: {firm: fabriek, announced: 2026-01, at: 2026-07}", closure_keys},
         read_closure},
    Kind{{"recession", "een landelijke recessie: de vraag zakt geleidelijk tot het dal en komt dan terug",
          "a national recession: demand sinks to the trough and comes back",
          "- recession: {from: 2027-01, depth: 4 %, months: 24 months}", recession_keys},
         read_recession},
    Kind{{"sector_trend", "de vraag van een sector groeit of krimpt ten opzichte van de andere, ergens of overal",
          "demand of a sector grows or shrinks relative to the others, in a region or everywhere",
          "- sector_trend: {sector: C, rate: -3 % per year}", trend_keys},
         read_trend},
    Kind{{"employer_arrives", "een nieuwe werkgever begint en vult zijn banen",
          "a new employer opens and fills its jobs",
          "- employer_arrives: {municipality: GM0153, sector: C, jobs: 1500, at: 2027-01}", arrival_keys},
         read_arrival},
    Kind{{"firm_threatens", "een vestiging dreigt te vertrekken, en beslist na een tijd of zij blijft",
          "an establishment threatens to leave, and decides after a time whether it stays",
          "- firm_threatens: {firm: fabriek, from: 2027-01, offer_elsewhere: 50 %}", threat_keys},
         read_threat},
    Kind{{"bankruptcy_wave", "vestigingen van een sector sluiten vaker, en komen niet terug",
          "establishments of a sector close more often, and do not come back",
          "- bankruptcy_wave: {sector: I, rate: 1 % per month, from: 2027-01}", bankruptcy_keys},
         read_bankruptcies},
    Kind{
        {"youth_cohort", "een deel van wie een opleiding begint wil een beroepsklasse, wat de arbeidsmarkt ook belooft",
         "a share of those who begin a programme wants a class of occupations, whatever the labour market promises",
         "- youth_cohort: {towards: 08, shift: 20 %, from: 2027-01}", youth_keys},
        read_youth},
    Kind{{"municipal_election", "een gemeenteraad wordt gekozen, buiten de vaste termijn of met een verschuiving",
          "a council is elected, outside the fixed term or with a swing",
          "- municipal_election: {municipality: GM0153, at: 2027-03, swing: 10 %}", election_keys},
         read_election},
    Kind{{"college_falls", "een college valt; een ander moet zich vormen", "a college falls, and another has to form",
          "- college_falls: {municipality: GM0153, at: 2027-01}", of_municipality_keys},
         read_fall},
    Kind{{"partner_leaves", "een gemeente stapt uit en voert de taak weer zelf uit",
          "a municipality leaves, and carries out the task at home again",
          "- partner_leaves: {municipality: GM0153, task: employer_services, at: 2027-01}", of_partner_keys},
         read_leaving},
    Kind{{"partner_joins", "een gemeente sluit zich aan bij wie de taak voor de anderen in de regio uitvoert",
          "a municipality joins those who carry out the task for the others of its region",
          "- partner_joins: {municipality: GM0153, task: schools, at: 2027-01}", of_partner_keys},
         read_joining},
    Kind{{"key_person_leaves",
          "wie de gemeente bij haar partners vertegenwoordigde vertrekt: het vertrouwen begint opnieuw",
          "who stood for the municipality among its partners leaves: trust starts anew",
          "- key_person_leaves: {municipality: GM0153, at: 2027-01}", of_municipality_keys},
         read_key_person},
    Kind{{"overspend",
          "een regeling geeft meer uit dan is afgesproken: haar gastheer breekt een belofte aan alle deelnemers",
          "an arrangement spends more than was agreed: its host breaks a promise to all partners",
          "- overspend: {task: employer_services, region: AM05, at: 2027-01}", overspending_keys},
         read_overspending},
    Kind{{"municipalities_merge",
          "een herindeling: gemeenten krijgen een raad, college en begroting; wie er woont en werkt verandert niet",
          "a herindeling: municipalities get one council, college and budget; who lives and works there stays the same",
          "- municipalities_merge: {municipalities: [GM0141, GM0189, GM0183], at: 2029-01}", merger_keys},
         read_merger},
    Kind{{"programme_call", "het Rijk of het ESF verdeelt geld over regio's die samen een voorstel doen",
          "Rijk or ESF awards money to regions that bid together", "- programme_call: {at: 2027-01, budget: 95 M EUR}",
          call_keys},
         read_call}};

/// A key that is read but not listed could not be explained.
void check_listed(const Kind& kind, const data::Node& event, const data::Problems& problems) {
  for (const auto& entry : event.entries) {
    const bool listed =
        std::any_of(kind.keys.begin(), kind.keys.end(), [&](const EventKey& known) { return known.key == entry.key; });
    ensure(listed || problems.any_error(), "an event reads only the keys that are listed for it");
  }
}

}  // namespace

std::vector<EventKind> event_kinds() { return {kinds.begin(), kinds.end()}; }

void read_event(const data::Node& node, Reading& reading, std::vector<Event>& events) {
  if (node.kind != data::Node::Kind::Map || node.entries.size() != 1) {
    const bool several = node.kind == data::Node::Kind::Map && node.entries.size() > 1;
    wrong_value(
        node, "E104", "one event",
        several ? "begin each event with its own '-'" : "write '- firm_closes: {firm: .., announced: .., at: ..}'",
        reading.problems);
    return;
  }
  const auto& entry = node.entries.front();
  std::vector<std::string> keys;
  for (const Kind& kind : kinds) {
    if (kind.key == entry.key) {
      kind.read(entry.value, reading, events);
      return check_listed(kind, entry.value, reading.problems);
    }
    keys.emplace_back(kind.key);
  }
  std::string help = did_you_mean(entry.key, keys);
  if (help.empty()) help = fmt::format("events of this version: {}", fmt::join(keys, ", "));
  reading.problems.add(problem_at(key_node(node, entry), "E101",
                                  fmt::format("unknown event '{}'{}", entry.key, inside(node)), std::move(help)));
}

Month first_month(const Event& event) {
  if (const auto* closure = std::get_if<FirmCloses>(&event)) return closure->announced;
  if (const auto* threat = std::get_if<FirmThreatens>(&event)) return threat->from;
  if (const auto* wave = std::get_if<BankruptcyWave>(&event)) return wave->from;
  if (const auto* recession = std::get_if<Recession>(&event)) return recession->from;
  if (const auto* arrival = std::get_if<EmployerArrives>(&event)) return arrival->at;
  if (const auto* youth = std::get_if<YouthCohort>(&event)) return youth->from;
  if (const auto* government = std::get_if<GovernmentEvent>(&event)) return government->at;
  return std::get<SectorTrend>(event).from;
}

const Origin& origin_of(const Event& event) {
  return std::visit([](const auto& each) -> const Origin& { return each.origin; }, event);
}

}  // namespace polder
