// The parts of a study file, each read by one function. `study.from` is `never` where the period has mistakes; checks
// against it are then left out.
#pragma once

#include "data/yaml.h"
#include "polder/scenario/scenario.h"
#include "scenario/fields.h"
#include "scenario/places.h"

namespace polder {

/// What all parts need: where to write, where to look names up, where to report.
struct Reading {
  Study& study;
  const Places& places;
  data::Problems& problems;
  bool firms_known = true;  // all placed firms have names; else unknown ones are not reported
};

/// A text, or one per language, {nl: .., en: ..}; a language that is not given takes the other's.
Wording read_wording(const data::Node& node, data::Problems& problems);

void read_schema(Fields& top, data::Problems& problems);
/// title, question, sample, seed, replicates, horizon, kernel, outputs, report.
void read_settings(Fields& top, Reading& reading);
/// period, scope, place.
void read_period(Fields& top, Reading& reading);
void read_scope(Fields& top, Reading& reading);
void read_placed(Fields& top, Reading& reading);
/// scenarios with all they inherit, and the reference, which is put first.
void read_scenarios(Fields& top, Reading& reading);

/// One item of a scenario's `events`.
void read_event(const data::Node& node, Reading& reading, std::vector<Event>& events);
/// All settings of one lever in a map of levers: a value, a map with from, to and who, or a list of such maps.
void read_lever(const data::Node& map, const data::Node::Entry& entry, Reading& reading,
                std::vector<LeverSetting>& settings);

/// Reports E330 where an agenda is paid, or agreed, by who does not take part in it in the same month.
void check_partners(const Scenario& scenario, const Study& study, data::Problems& problems);

/// A scenario's `arrangements`.
void read_arrangements(const data::Node& node, Reading& reading, std::vector<ArrangementSetting>& all);
/// Reports what events and arrangements say about each other: a task carried out in two ways at once (E341), an
/// arrangement or a partner that an event names and that is not there (E342), the same event twice (E118).
void check_governments(const Scenario& scenario, const Study& study, data::Problems& problems);

/// The month in which an event first acts.
Month first_month(const Event& event);
const Origin& origin_of(const Event& event);

/// What is allowed but odd: levers that are never active, events after the end, scenarios equal to the reference.
std::vector<Problem> odd_settings(const Study& study);

/// One scenario's events and levers as YAML, without where they stand: equal text means equal scenarios.
std::string resolved_scenario(const Scenario& scenario);
/// resolved.yaml: every setting, default and parameter written out.
std::string resolved_study(const Study& study);

}  // namespace polder
