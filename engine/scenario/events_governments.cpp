// The events about governments: elections, colleges, partners of arrangements, calls of Rijk.
#include <fmt/format.h>

#include <algorithm>

#include "scenario/event_readers.h"
#include "scenario/values.h"

namespace polder {
namespace {

/// Messages about the place point at it.
void read_municipality(const data::Node* node, GovernmentEvent& event, Reading& reading) {
  if (node == nullptr) return;
  if (auto code = reading.places.municipality(*node, reading.problems)) event.who = {std::move(*code)};
  event.origin = origin_of(*node);
}

void read_region(const data::Node* node, GovernmentEvent& event, Reading& reading) {
  if (node == nullptr) return;
  event.region = reading.places.region(*node, reading.problems).value_or("");
  event.origin = origin_of(*node);
}

void read_at(const data::Node* node, GovernmentEvent& event, Reading& reading) {
  event.at = month_or(node, never, reading);
}

void not_both(const data::Node& map, const data::Node& second, std::string_view first, std::string_view key,
              std::string help, Reading& reading) {
  reading.problems.add(
      problem_at(second, "E118", fmt::format("'{}' beside '{}'{}", key, first, inside(map)), std::move(help)));
}

/// `task` or `arrangement`: one of the two; neither is a missing task.
void read_what(const data::Node& map, Fields& fields, GovernmentEvent& event, Reading& reading) {
  const auto* arrangement = fields.take("arrangement");
  const auto* task = arrangement == nullptr ? fields.need("task", "schools") : fields.take("task");
  if (arrangement != nullptr && task != nullptr)
    not_both(map, *task, "arrangement", "task", "an arrangement has its tasks; keep one of them", reading);
  if (task != nullptr) event.task = read_task(*task, reading.problems);
  if (arrangement != nullptr) {
    event.arrangement = read_text(*arrangement, reading.problems).value_or("");
    event.origin = origin_of(*arrangement);
  }
}

/// What happens to one municipality; of a partner also with which task or arrangement.
void read_of_municipality(const data::Node& node, Incident::Kind kind, Reading& reading, std::vector<Event>& events) {
  GovernmentEvent event;
  event.kind = kind;
  event.origin = origin_of(node);
  Fields fields(node, reading.problems);
  const auto* municipality = fields.need("municipality", "GM0153");
  if (kind == Incident::Kind::PartnerJoins || kind == Incident::Kind::PartnerLeaves)
    read_what(node, fields, event, reading);
  const auto* at = fields.need("at", "2027-01");
  fields.finish();
  read_municipality(municipality, event, reading);
  read_at(at, event, reading);
  events.emplace_back(event);
}

}  // namespace

std::optional<Task> read_task(const data::Node& node, data::Problems& problems) {
  static const std::vector<std::string> names(task_names.begin(), task_names.end());
  const auto choice = read_choice(node, names, problems);
  return choice ? std::optional(index_of<Task>(*choice)) : std::nullopt;
}

std::vector<std::string> read_places(const data::Node& node, Reading& reading) {
  std::vector<std::string> codes;
  const auto add = [&](const data::Node& place) {
    for (auto& code : reading.places.municipalities(place, reading.problems)) codes.push_back(std::move(code));
  };
  if (node.kind != data::Node::Kind::List)
    add(node);
  else
    for (const auto& item : node.items) add(item);
  return codes;
}

void read_election(const data::Node& node, Reading& reading, std::vector<Event>& events) {
  GovernmentEvent event;
  event.kind = Incident::Kind::Election;
  event.origin = origin_of(node);
  Fields fields(node, reading.problems);
  const auto* municipality = fields.take("municipality");
  const auto* who = fields.take("who");
  const auto* swing = fields.take("swing");
  const auto* at = fields.need("at", "2027-03");
  fields.finish();
  if (municipality != nullptr && who != nullptr)
    not_both(node, *who, "municipality", "who", "both say where; keep one of them", reading);
  read_municipality(municipality, event, reading);
  if (who != nullptr) {
    event.origin = origin_of(*who);
    if (who->kind == data::Node::Kind::List && who->items.empty())
      wrong_value(*who, "E104", "one or more places", "leave 'who' out to mean all", reading.problems);
    const bool all = who->kind == data::Node::Kind::Scalar && who->text == "all";
    if (!all) event.who = read_places(*who, reading);
  }
  if (swing != nullptr) event.size = read_share(*swing, {-.5, .5}, reading.problems).value_or(0);
  read_at(at, event, reading);
  events.emplace_back(event);
}

void read_fall(const data::Node& node, Reading& reading, std::vector<Event>& events) {
  read_of_municipality(node, Incident::Kind::CollegeFalls, reading, events);
}
void read_key_person(const data::Node& node, Reading& reading, std::vector<Event>& events) {
  read_of_municipality(node, Incident::Kind::KeyPersonLeaves, reading, events);
}
void read_joining(const data::Node& node, Reading& reading, std::vector<Event>& events) {
  read_of_municipality(node, Incident::Kind::PartnerJoins, reading, events);
}
void read_leaving(const data::Node& node, Reading& reading, std::vector<Event>& events) {
  read_of_municipality(node, Incident::Kind::PartnerLeaves, reading, events);
}

void read_overspending(const data::Node& node, Reading& reading, std::vector<Event>& events) {
  GovernmentEvent event;
  event.kind = Incident::Kind::Overspend;
  event.origin = origin_of(node);
  Fields fields(node, reading.problems);
  read_what(node, fields, event, reading);
  const auto* municipality = fields.take("municipality");
  const bool named = node.find("arrangement") != nullptr;
  const auto* region = municipality == nullptr && !named ? fields.need("region", "AM05") : fields.take("region");
  const auto* at = fields.need("at", "2027-01");
  fields.finish();
  if (municipality != nullptr && region != nullptr)
    not_both(node, *region, "municipality", "region", "both say where; keep one of them", reading);
  const auto* where = municipality != nullptr ? municipality : region;
  if (named && where != nullptr)
    not_both(node, *where, "arrangement", municipality != nullptr ? "municipality" : "region",
             "an arrangement with a name is found by it; keep one of them", reading);
  read_municipality(municipality, event, reading);
  read_region(region, event, reading);
  read_at(at, event, reading);
  events.emplace_back(event);
}

namespace {

/// The largest of some municipalities by inhabitants of the tables; of equals the first.
std::string largest_of(const std::vector<std::string>& codes, const Places& places) {
  std::string largest = codes.empty() ? std::string() : codes.front();
  for (const std::string& code : codes) {
    const MunicipalityFacts *facts = places.facts(code), *most = places.facts(largest);
    if (facts != nullptr && most != nullptr && facts->population > most->population) largest = code;
  }
  return largest;
}

/// At least two different municipalities. Who cannot be read has been reported already.
void check_merging(const data::Node& node, const GovernmentEvent& event, Reading& reading) {
  const std::vector<std::string>& who = event.who;
  const std::size_t asked = node.kind == data::Node::Kind::List ? node.items.size() : 1;
  for (std::size_t i = 0; i < who.size(); ++i)
    if (std::find(who.begin(), who.begin() + static_cast<std::ptrdiff_t>(i), who[i]) !=
        who.begin() + static_cast<std::ptrdiff_t>(i))
      return reading.problems.add(
          problem_at(node, "E122", fmt::format("{}: {} is named twice", node.path, who[i]), "name each place once"));
  if (asked == 0 || (asked == 1 && who.size() == 1))
    return reading.problems.add(problem_at(node, "E122", fmt::format("{}: one municipality cannot merge", node.path),
                                           "name two or more: [GM0141, GM0189]"));
  for (const std::string& code : who) {
    const MunicipalityFacts *facts = reading.places.facts(code), *first = reading.places.facts(who.front());
    if (facts == nullptr || first == nullptr) continue;
    if (facts->region == first->region && facts->province == first->province) continue;
    return reading.problems.add(problem_at(
        node, "E126",
        fmt::format("{}: {} and {} are not in the same region and province", node.path, first->name, facts->name),
        "mergers across the border of a labour-market region or a province are not in this version"));
  }
}

}  // namespace

void read_merger(const data::Node& node, Reading& reading, std::vector<Event>& events) {
  GovernmentEvent event;
  event.kind = Incident::Kind::Merger;
  event.origin = origin_of(node);
  Fields fields(node, reading.problems);
  const auto* municipalities = fields.need("municipalities", "[GM0141, GM0189]");
  const auto* at = fields.need("at", "2029-01");
  const auto* into = fields.take("into");
  fields.finish();
  if (municipalities != nullptr) {
    event.who = read_places(*municipalities, reading);
    event.origin = origin_of(*municipalities);
    check_merging(*municipalities, event, reading);
  }
  read_at(at, event, reading);
  if (event.at != never && event.at.calendar_month() != 1)
    reading.problems.add(problem_at(*at, "E124", fmt::format("{}: a herindeling begins in January", at->path),
                                    fmt::format("write {}-01", event.at.year() + 1)));
  if (event.at == reading.study.from && reading.study.warm_up == 0)
    reading.problems.add(problem_at(*at, "E106",
                                    fmt::format("{}: in the first month nothing is on record that could "
                                                "be handed over",
                                                at->path),
                                    "give the period a warm_up, or let the municipalities merge a year later"));
  event.into = largest_of(event.who, reading.places);
  if (into != nullptr) {
    event.into = reading.places.municipality(*into, reading.problems).value_or(event.into);
    if (!event.who.empty() && std::ranges::find(event.who, event.into) == event.who.end())
      reading.problems.add(problem_at(
          *into, "E125", fmt::format("{}: {} is none of those that merge", into->path, reading.study.named(event.into)),
          "name one of 'municipalities', or leave 'into' out for the largest"));
  }
  events.emplace_back(event);
}

void read_call(const data::Node& node, Reading& reading, std::vector<Event>& events) {
  constexpr double most = 1e11;
  GovernmentEvent event;
  event.kind = Incident::Kind::Call;
  event.origin = origin_of(node);
  Fields fields(node, reading.problems);
  const auto* at = fields.need("at", "2027-01");
  const auto* budget = fields.need("budget", "95 M EUR");
  const auto* region = fields.take("region");
  const auto* fund = fields.take("fund");
  fields.finish();
  read_at(at, event, reading);
  static const std::vector<std::string> funds{"rijk", "esf"};  // as Fund
  if (fund != nullptr) event.fund = static_cast<Fund>(read_choice(*fund, funds, reading.problems).value_or(0));
  if (budget != nullptr) event.size = read_money(*budget, "EUR", {1, most}, reading.problems).value_or(0);
  read_region(region, event, reading);
  events.emplace_back(event);
}

}  // namespace polder
