// The arrangements that a scenario founds: {name, form, tasks, members, host, shares, votes, from, to}.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "polder/scenario/event_kind.h"
#include "scenario/event_readers.h"
#include "scenario/values.h"

namespace polder {
namespace {

/// The same code twice is E118 at its second place.
void check_twice(const data::Node& node, const std::vector<std::string>& codes, data::Problems& problems) {
  for (std::size_t i = 1; i < codes.size(); ++i)
    if (std::find(codes.begin(), codes.begin() + static_cast<std::ptrdiff_t>(i), codes[i]) !=
        codes.begin() + static_cast<std::ptrdiff_t>(i))
      problems.add(problem_at(node, "E118", fmt::format("{}: {} is given twice", node.path, codes[i]),
                              "name each once; a region stands for all its municipalities"));
}

void read_tasks(const data::Node& node, ArrangementSetting& made, data::Problems& problems) {
  if (node.kind == data::Node::Kind::List && node.items.empty())
    return wrong_value(node, "E104", "one or more tasks", fmt::format("tasks are {}", fmt::join(task_names, ", ")),
                       problems);
  std::vector<std::string> names;
  const auto add = [&](const data::Node& item) {
    const auto task = read_task(item, problems);
    if (!task) return;
    made.tasks.push_back(*task);
    names.emplace_back(to_text(*task));
  };
  if (node.kind != data::Node::Kind::List)
    add(node);
  else
    for (const auto& item : node.items) add(item);
  check_twice(node, names, problems);
}

bool is_member(const ArrangementSetting& made, const std::string& code) {
  return std::ranges::find(made.members, code) != made.members.end();
}

/// `{GM0153: 60 %, GM0141: 40 %}`: of members only, 100 % together; who is left out has 0 %.
void read_parts_of(const data::Node& node, const ArrangementSetting& made, std::map<std::string, double>& parts,
                   Reading& reading) {
  data::Problems& problems = reading.problems;
  if (node.kind != data::Node::Kind::Map || node.entries.empty())
    return wrong_value(node, "E104", "a share for each member", "write {GM0153: 60 %, GM0141: 40 %}", problems);
  double sum = 0;
  bool right = true;
  for (const auto& entry : node.entries) {
    const data::Node key = key_node(node, entry);
    const auto code = reading.places.municipality(key, problems);
    const auto share = read_share(entry.value, {0, 1}, problems);
    right = right && code && share;
    if (!code || !share) continue;
    sum += *share;
    if (!made.members.empty() && !is_member(made, *code)) {
      problems.add(problem_at(key, "E340", fmt::format("{}: {} is no member", node.path, entry.key),
                              "add it to 'members', or leave it out here"));
      right = false;
    } else if (!parts.emplace(*code, *share).second) {
      problems.add(
          problem_at(key, "E118", fmt::format("{}: {} is given twice", node.path, entry.key), "keep one of them"));
      right = false;
    }
  }
  if (right && std::abs(sum - 1) > 1e-6)
    problems.add(problem_at(node, "E120",
                            fmt::format("{} must add up to 100 %, they add up to {:g} %", node.path, sum * 100),
                            "a member that is left out has 0 %"));
}

void read_host(const data::Node& node, ArrangementSetting& made, Reading& reading) {
  const auto code = reading.places.municipality(node, reading.problems);
  if (!code) return;
  made.host = *code;
  if (made.form != Level::Centre)
    reading.problems.add(problem_at(node, "E118", fmt::format("{}: only a centre municipality is a host", node.path),
                                    "leave 'host' out, or write 'form: centre'"));
  else if (!made.members.empty() && !is_member(made, *code))
    reading.problems.add(problem_at(node, "E340", fmt::format("{}: {} is no member", node.path, node.text),
                                    "add it to 'members', or name a member"));
}

void read_members(const data::Node& node, ArrangementSetting& made, Reading& reading) {
  const std::size_t before = reading.problems.all().size();
  made.members = read_places(node, reading);
  if (reading.problems.all().size() != before) {
    made.members.clear();  // one mistake, not several
    return;
  }
  check_twice(node, made.members, reading.problems);
  if (made.members.size() >= 2) return;
  reading.problems.add(problem_at(
      node, "E340",
      fmt::format("{}: an arrangement has two members or more, here {}", node.path,
                  made.members.empty() ? "none" : "one"),
      "name municipalities, or a region for all of it; a municipality alone does a task at home: tasks.TASK.level"));
}

void read_in_force(const data::Node& node, const data::Node* from, const data::Node* to, ArrangementSetting& made,
                   data::Problems& problems) {
  if (from != nullptr) made.from = read_month(*from, problems);
  if (to != nullptr) made.to = read_month(*to, problems);
  if (made.from && made.to && *made.to < *made.from)
    problems.add(problem_at(
        *to, "E106",
        fmt::format("{}: 'to' ({}) is before 'from' ({})", node.path, to_text(*made.to), to_text(*made.from)),
        "the first month comes first; leave 'to' out for an arrangement that stays"));
}

void read_arrangement(const data::Node& node, Reading& reading, std::vector<ArrangementSetting>& all) {
  data::Problems& problems = reading.problems;
  static const std::vector<std::string> forms{"network", "centre", "joint"};
  ArrangementSetting made;
  made.origin = origin_of(node);
  Fields fields(node, problems);
  const auto* name = fields.need("name", "jobs_together");
  const auto* form = fields.need("form", "network");
  const auto* tasks = fields.need("tasks", "[schools, retraining]");
  const auto* members = fields.need("members", "[GM0153, GM0141]");
  const auto* host = fields.take("host");
  const auto* shares = fields.take("shares");
  const auto* votes = fields.take("votes");
  const auto* from = fields.take("from");
  const auto* to = fields.take("to");
  fields.finish();
  if (name != nullptr) {
    made.name = read_text(*name, problems).value_or("");
    made.origin = origin_of(*name);
  }
  if (form != nullptr)
    if (const auto choice = read_choice(*form, forms, problems))
      made.form = static_cast<Level>(number(Level::Network) + *choice);
  if (tasks != nullptr) read_tasks(*tasks, made, problems);
  if (members != nullptr) read_members(*members, made, reading);
  if (host != nullptr) read_host(*host, made, reading);
  if (shares != nullptr) read_parts_of(*shares, made, made.shares, reading);
  if (votes != nullptr) read_parts_of(*votes, made, made.votes, reading);
  read_in_force(node, from, to, made, problems);
  all.push_back(std::move(made));
}

}  // namespace

void read_arrangements(const data::Node& node, Reading& reading, std::vector<ArrangementSetting>& all) {
  if (node.kind != data::Node::Kind::List)
    return wrong_value(node, "E104", "a list of arrangements",
                       "write '- {name: .., form: network, tasks: [..], members: [..]}'", reading.problems);
  for (const auto& item : node.items) read_arrangement(item, reading, all);
}

std::span<const EventKey> arrangement_keys() {
  static constexpr std::array keys{
      EventKey{"name", "name", "", "hoe de regeling heet, eenmalig", "what it is called, once"},
      EventKey{"form", "network|centre|joint", "", "netwerk, centrumgemeente of gemeenschappelijke regeling",
               "network, centre municipality or joint body"},
      EventKey{"tasks", "tasks", "", "taken die zij voor haar leden uitvoert",
               "tasks that it carries out for its members"},
      EventKey{"members", "places", "", "twee of meer gemeenten, ook uit andere regio's",
               "two or more municipalities, also of other regions"},
      EventKey{"host", "code or name", "the largest member", "de centrumgemeente", "the centre municipality"},
      EventKey{"shares", "% by member", "each pays what it spends on the task", "wie betaalt, samen 100 %",
               "who pays, 100 % together"},
      EventKey{"votes", "% by member", "by inhabitants", "gewicht in stemmingen, samen 100 %",
               "weight in votes, 100 % together"},
      EventKey{"from", "YYYY-MM", "always", "eerste maand", "first month"},
      EventKey{"to", "YYYY-MM", "always", "laatste maand", "last month"}};
  return keys;
}

}  // namespace polder
