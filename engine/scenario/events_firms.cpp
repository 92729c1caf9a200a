// The events about firms: closures, threats to leave, waves of bankruptcies.
#include <fmt/format.h>

#include <algorithm>

#include "scenario/event_readers.h"
#include "scenario/values.h"

namespace polder {
namespace {

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

/// By name, or by sector, municipality and jobs: one of the two ways, whole. Messages about the place point at it.
template <class Kind>
void read_which_firm(const data::Node& map, Fields& fields, Kind& event, Reading& reading) {
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
  if (municipality != nullptr) {
    event.municipality = reading.places.municipality(*municipality, problems).value_or("");
    event.origin = origin_of(*municipality);
  }
  if (jobs != nullptr) event.jobs = read_whole(*jobs, 1, 1000000, problems).value_or(0);
}

}  // namespace

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

void read_threat(const data::Node& node, Reading& reading, std::vector<Event>& events) {
  FirmThreatens event;
  event.origin = origin_of(node);
  Fields fields(node, reading.problems);
  read_which_firm(node, fields, event, reading);
  const auto* from = fields.need("from", "2026-01");
  const auto* window = fields.take("window");
  const auto* notice = fields.take("notice");
  const auto* offer = fields.take("offer_elsewhere");
  fields.finish();
  event.from = month_or(from, never, reading);
  if (window != nullptr) event.window = read_months(*window, {1, 60}, reading.problems);
  if (notice != nullptr) event.notice = read_months(*notice, {1, 60}, reading.problems).value_or(event.notice);
  if (offer != nullptr) event.offer_elsewhere = read_share(*offer, {0, 1}, reading.problems).value_or(0);
  events.emplace_back(event);
}

void read_bankruptcies(const data::Node& node, Reading& reading, std::vector<Event>& events) {
  BankruptcyWave event;
  event.origin = origin_of(node);
  Fields fields(node, reading.problems);
  const auto* sector = fields.need("sector", "C");
  const auto* rate = fields.need("rate", "1 % per month");
  const auto* from = fields.need("from", "2027-01");
  const auto* months = fields.take("months");
  const auto* region = fields.take("region");
  fields.finish();
  if (sector != nullptr) event.sector = reading.places.sector(*sector, reading.problems).value_or("");
  if (rate != nullptr) event.rate = read_monthly_rate(*rate, {0, 1}, reading.problems).value_or(0);
  event.from = month_or(from, never, reading);
  if (months != nullptr) event.months = read_months(*months, {1, 240}, reading.problems).value_or(event.months);
  if (region != nullptr) event.region = reading.places.region(*region, reading.problems).value_or("");
  events.emplace_back(event);
}

}  // namespace polder
