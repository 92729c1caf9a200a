// The events of a scenario: closures, recessions, trends of sectors.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "scenario/settings.h"
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

/// A month that may be left out; reports one before the period.
Month month_or(const data::Node* node, Month otherwise, Reading& reading) {
  if (node == nullptr) return otherwise;
  const auto month = read_month(*node, reading.problems);
  if (month) check_started(*node, *month, reading);
  return month.value_or(otherwise);
}

void check_firm(const data::Node& node, const std::string& name, Reading& reading) {
  if (!reading.firms_known) return;
  std::vector<std::string> names;
  for (const auto& placed : reading.study.placed) names.push_back(placed.name);
  if (std::find(names.begin(), names.end(), name) != names.end()) return;
  std::string help = did_you_mean(name, names);
  if (help.empty())
    help = names.empty() ? "place the firm under 'place:', or give sector, municipality and jobs"
                         : fmt::format("placed firms: {}", fmt::join(names, ", "));
  reading.problems.add(
      problem_at(node, "E114", fmt::format("{}: no placed firm is called '{}'", node.path, name), std::move(help)));
}

/// By name, or by sector, municipality and jobs: one of the two ways, whole.
void read_which_firm(const data::Node& map, Fields& fields, FirmCloses& event, Reading& reading) {
  data::Problems& problems = reading.problems;
  if (const auto* firm = fields.take("firm")) {
    for (const auto& entry : map.entries)
      if (entry.key == "sector" || entry.key == "municipality" || entry.key == "jobs") {
        fields.take(entry.key);
        problems.add(problem_at(key_node(map, entry), "E118",
                                fmt::format("'{}' beside 'firm'{}", entry.key, inside(map)),
                                "name a placed firm, or give sector, municipality and jobs; not both"));
      }
    event.firm = read_text(*firm, problems).value_or("");
    if (!event.firm.empty()) check_firm(*firm, event.firm, reading);
    return;
  }
  const bool described = map.find("sector") != nullptr || map.find("municipality") != nullptr || map.find("jobs");
  if (!described && map.kind == data::Node::Kind::Map) {
    fields.need("firm", reading.study.placed.empty() ? "fabriek" : reading.study.placed.front().name);
    fields.take("sector");
    fields.take("municipality");
    fields.take("jobs");
    return;
  }
  const auto* sector = fields.need("sector", "C");
  const auto* municipality = fields.need("municipality", "GM0153");
  const auto* jobs = fields.need("jobs", "1500");
  if (sector != nullptr) event.sector = reading.places.sector(*sector, problems).value_or("");
  if (municipality != nullptr) event.municipality = reading.places.municipality(*municipality, problems).value_or("");
  if (jobs != nullptr) event.jobs = read_whole(*jobs, 1, 1000000, problems).value_or(0);
}

void read_closure(const data::Node& node, Reading& reading, std::vector<Event>& events) {
  FirmCloses event;
  event.origin = origin_of(node);
  Fields fields(node, reading.problems);
  read_which_firm(node, fields, event, reading);
  const auto* announced = fields.need("announced", "2026-01");
  const auto* at = fields.need("at", "2026-07");
  fields.finish();
  event.announced = month_or(announced, never, reading);
  const auto closes = at == nullptr ? std::nullopt : read_month(*at, reading.problems);
  event.at = closes.value_or(never);
  if (event.announced != never && event.at != never && event.at <= event.announced)
    reading.problems.add(problem_at(
        *at, "E106",
        fmt::format("{}: closes in {} but is announced in {}", node.path, to_text(event.at), to_text(event.announced)),
        "a closure is announced at least one month before it"));
  events.emplace_back(event);
}

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
  event.from = month_or(from, reading.study.from, reading);
  event.to = month_or(to, reading.study.to, reading);
  if (from != nullptr && to != nullptr && event.from != never && event.to < event.from)
    reading.problems.add(problem_at(
        *to, "E106",
        fmt::format("{}: 'to' ({}) is before 'from' ({})", node.path, to_text(event.to), to_text(event.from))));
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
  if (municipality != nullptr)
    event.municipality = reading.places.municipality(*municipality, reading.problems).value_or("");
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
  event.from = month_or(from, reading.study.from, reading);
  event.to = month_or(to, reading.study.to, reading);
  if (from != nullptr && to != nullptr && event.from != never && event.to < event.from)
    reading.problems.add(problem_at(
        *to, "E106",
        fmt::format("{}: 'to' ({}) is before 'from' ({})", node.path, to_text(event.to), to_text(event.from))));
  events.emplace_back(event);
}

struct Kind {
  std::string key;
  void (*read)(const data::Node&, Reading&, std::vector<Event>&);
};

const std::array<Kind, 5>& kinds() {
  static const std::array<Kind, 5> table{{{"firm_closes", read_closure},
                                          {"recession", read_recession},
                                          {"sector_trend", read_trend},
                                          {"employer_arrives", read_arrival},
                                          {"youth_cohort", read_youth}}};
  return table;
}

}  // namespace

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
  for (const auto& kind : kinds()) {
    if (kind.key == entry.key) return kind.read(entry.value, reading, events);
    keys.push_back(kind.key);
  }
  std::string help = did_you_mean(entry.key, keys);
  if (help.empty()) help = fmt::format("events of this version: {}", fmt::join(keys, ", "));
  reading.problems.add(problem_at(key_node(node, entry), "E101",
                                  fmt::format("unknown event '{}'{}", entry.key, inside(node)), std::move(help)));
}

Month first_month(const Event& event) {
  if (const auto* closure = std::get_if<FirmCloses>(&event)) return closure->announced;
  if (const auto* recession = std::get_if<Recession>(&event)) return recession->from;
  if (const auto* arrival = std::get_if<EmployerArrives>(&event)) return arrival->at;
  if (const auto* youth = std::get_if<YouthCohort>(&event)) return youth->from;
  return std::get<SectorTrend>(event).from;
}

const Origin& origin_of(const Event& event) {
  return std::visit([](const auto& each) -> const Origin& { return each.origin; }, event);
}

}  // namespace polder
