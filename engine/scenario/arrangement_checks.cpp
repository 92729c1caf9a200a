// What events and arrangements of a scenario say about each other, and about its levers.
#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "polder/world/provision.h"
#include "scenario/settings.h"

namespace polder {
namespace {

constexpr Month last_of_all{0xFFFF};

Problem mistake(const Origin& at, std::string_view code, std::string message, std::string help) {
  return {std::string(code),  at.file,         at.line,       at.column, at.width,
          std::move(message), std::move(help), at.source_line};
}

std::string place_of(const Origin& origin) { return fmt::format("line {} of {}", origin.line, origin.file); }

struct Months {
  Month from, to;
  bool overlap(const Months& other) const { return from <= other.to && other.from <= to; }
};

template <class Setting>
Months months_of(const Setting& setting) {
  return {setting.from.value_or(never), setting.to.value_or(last_of_all)};
}

/// A code of both; empty if they have none. Nobody named is everybody.
std::string in_common(const std::vector<std::string>& members, const std::vector<std::string>& who) {
  for (const std::string& member : members)
    if (who.empty() || std::ranges::find(who, member) != who.end()) return member;
  return {};
}

const ArrangementSetting* called(const Scenario& scenario, std::string_view name) {
  const auto found = std::ranges::find(scenario.arrangements, name, &ArrangementSetting::name);
  return found == scenario.arrangements.end() ? nullptr : &*found;
}

class Check {
 public:
  Check(const Scenario& scenario, const Study& study, data::Problems& problems)
      : scenario_(scenario), study_(study), problems_(problems) {}

  void arrangements() {
    for (std::size_t i = 0; i < scenario_.arrangements.size(); ++i) {
      const ArrangementSetting& own = scenario_.arrangements[i];
      for (std::size_t j = 0; j < i; ++j) two(own, scenario_.arrangements[j]);
      for (const LeverSetting& lever : scenario_.levers) with_lever(own, lever);
    }
    if (scenario_.arrangements.size() <= most_named) return;
    const Origin& at = scenario_.arrangements[most_named].origin;
    problems_.add(mistake(at, "E113", fmt::format("more than {} arrangements in {}", most_named, scenario_.name),
                          "keep the ones that the question needs"));
  }

  void events() {
    std::vector<const GovernmentEvent*> known;
    for (const Event& event : scenario_.events) {
      const auto* own = std::get_if<GovernmentEvent>(&event);
      if (own == nullptr || own->at == never) continue;
      for (const GovernmentEvent* other : known) twice(*own, *other);
      known.push_back(own);
      if (!own->arrangement.empty()) of_arrangement(*own);
    }
  }

 private:
  void two(const ArrangementSetting& own, const ArrangementSetting& other) {
    if (!own.name.empty() && own.name == other.name)
      problems_.add(mistake(own.origin, "E118",
                            fmt::format("two arrangements of {} are called '{}'", scenario_.name, own.name),
                            fmt::format("first on {}; choose another name", place_of(other.origin))));
    if (!months_of(own).overlap(months_of(other))) return;
    if (other.members.empty()) return;
    const std::string member = in_common(own.members, other.members);
    if (member.empty()) return;
    for (const Task task : own.tasks)
      if (std::ranges::find(other.tasks, task) != other.tasks.end())
        problems_.add(mistake(own.origin, "E341",
                              fmt::format("'{}' and '{}' both carry out {} for {} in {}", other.name, own.name,
                                          to_text(task), study_.named(member), scenario_.name),
                              fmt::format("'{}' is on {}; give them other tasks, other members or other months",
                                          other.name, place_of(other.origin))));
  }

  void with_lever(const ArrangementSetting& own, const LeverSetting& lever) {
    if (!months_of(own).overlap(months_of(lever))) return;
    const std::string member = in_common(own.members, lever.who);
    if (member.empty()) return;
    for (const Task task : own.tasks)
      if (lever.key == fmt::format("tasks.{}.level", to_text(task)))
        problems_.add(mistake(
            own.origin, "E341",
            fmt::format("'{}' carries out {} for {}, and {} sets its level as well", own.name, to_text(task),
                        study_.named(member), lever.key),
            fmt::format("the lever is on {}; keep one of them, or other places or months", place_of(lever.origin))));
  }

  /// What happens to a municipality, itself a merger or not, after it merged into another.
  void gone(const GovernmentEvent& event, const GovernmentEvent& merger) {
    if (merger.kind != Incident::Kind::Merger || event.at < merger.at) return;
    const bool two = event.kind == Incident::Kind::Merger;
    if (!two && event.who.size() != 1) return;
    for (const std::string& code : event.who) {
      if (std::ranges::find(merger.who, code) == merger.who.end()) continue;
      if (two && event.at == merger.at)
        return problems_.add(mistake(
            event.origin, "E123",
            fmt::format("{} is in two mergers in {} of {}", study_.named(code), to_text(event.at), scenario_.name),
            fmt::format("first on {}; name all of them in one merger", place_of(merger.origin))));
      if (code == merger.into) continue;
      return problems_.add(mistake(
          event.origin, "E123",
          fmt::format("{} merged into {} in {} of {}", study_.named(code), study_.named(merger.into),
                      to_text(merger.at), scenario_.name),
          fmt::format("the merger is on {}; name {} instead", place_of(merger.origin), study_.named(merger.into))));
    }
  }

  void twice(const GovernmentEvent& own, const GovernmentEvent& other) {
    gone(own, other);
    if (own.at != other.at) gone(other, own);
    if (own.kind == Incident::Kind::Merger) return;
    if (own.kind != other.kind || own.at != other.at || own.task != other.task ||
        own.arrangement != other.arrangement || own.region != other.region || own.fund != other.fund)
      return;
    const bool everywhere = own.who.empty() || other.who.empty();
    const std::string who = own.who.empty() ? in_common(other.who, {}) : in_common(own.who, other.who);
    if (!everywhere && who.empty()) return;
    problems_.add(
        mistake(own.origin, "E118",
                fmt::format("the same happens twice{} in {} of {}", who.empty() ? "" : " to " + study_.named(who),
                            to_text(own.at), scenario_.name),
                fmt::format("first on {}; keep one of them, or choose another month", place_of(other.origin))));
  }

  void of_arrangement(const GovernmentEvent& event) {
    const ArrangementSetting* named_one = called(scenario_, event.arrangement);
    if (named_one == nullptr) {
      std::vector<std::string> names;
      for (const ArrangementSetting& each : scenario_.arrangements) names.push_back(each.name);
      std::string help = did_you_mean(event.arrangement, names);
      if (help.empty())
        help = names.empty() ? "give the scenario one under 'arrangements:', or name a task"
                             : fmt::format("its arrangements: {}", fmt::join(names, ", "));
      problems_.add(mistake(event.origin, "E342",
                            fmt::format("no arrangement of {} is called '{}'", scenario_.name, event.arrangement),
                            std::move(help)));
      return;
    }
    const Months months = months_of(*named_one);
    if (event.at < months.from || event.at > months.to)
      problems_.add(mistake(event.origin, "E342",
                            fmt::format("'{}' is not in force in {}", event.arrangement, to_text(event.at)),
                            "choose a month between its 'from' and 'to'"));
    if (event.who.empty() || named_one->members.empty()) return;
    partner(event, *named_one);
  }

  /// Who leaves has to be a member by then, who joins must not be one.
  void partner(const GovernmentEvent& event, const ArrangementSetting& named_one) {
    bool member = std::ranges::find(named_one.members, event.who.front()) != named_one.members.end();
    for (const Event& each : scenario_.events) {
      const auto* earlier = std::get_if<GovernmentEvent>(&each);
      if (earlier == nullptr || earlier->arrangement != event.arrangement || earlier->who != event.who) continue;
      if (earlier->at >= event.at) continue;
      if (earlier->kind == Incident::Kind::PartnerJoins) member = true;
      if (earlier->kind == Incident::Kind::PartnerLeaves) member = false;
    }
    const bool joins = event.kind == Incident::Kind::PartnerJoins;
    if (!joins && event.kind != Incident::Kind::PartnerLeaves) return;
    if (joins == !member) return;
    problems_.add(mistake(event.origin, "E342",
                          fmt::format("{} is {} of '{}' in {}", study_.named(event.who.front()),
                                      joins ? "already a member" : "no member", event.arrangement, to_text(event.at)),
                          joins ? "only who is no member joins" : "only a member leaves"));
  }

  static constexpr std::size_t most_named = 0xFF - named_bundle;
  const Scenario& scenario_;
  const Study& study_;
  data::Problems& problems_;
};

}  // namespace

void check_governments(const Scenario& scenario, const Study& study, data::Problems& problems) {
  Check check(scenario, study, problems);
  check.arrangements();
  check.events();
}

}  // namespace polder
