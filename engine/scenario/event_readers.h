// Readers of single events, one per kind; `node` is the map behind the kind's key.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scenario/settings.h"

namespace polder {

/// A task by its name.
std::optional<Task> read_task(const data::Node& node, data::Problems& problems);
/// Codes of the municipalities that a place, or a list of places, stands for.
std::vector<std::string> read_places(const data::Node& node, Reading& reading);

/// A month that may be left out; reports one before the period.
Month month_or(const data::Node* node, Month otherwise, Reading& reading);

void read_closure(const data::Node& node, Reading& reading, std::vector<Event>& events);
void read_threat(const data::Node& node, Reading& reading, std::vector<Event>& events);
void read_bankruptcies(const data::Node& node, Reading& reading, std::vector<Event>& events);

void read_election(const data::Node& node, Reading& reading, std::vector<Event>& events);
void read_fall(const data::Node& node, Reading& reading, std::vector<Event>& events);
void read_leaving(const data::Node& node, Reading& reading, std::vector<Event>& events);
void read_joining(const data::Node& node, Reading& reading, std::vector<Event>& events);
void read_key_person(const data::Node& node, Reading& reading, std::vector<Event>& events);
void read_overspending(const data::Node& node, Reading& reading, std::vector<Event>& events);
void read_merger(const data::Node& node, Reading& reading, std::vector<Event>& events);
void read_call(const data::Node& node, Reading& reading, std::vector<Event>& events);

}  // namespace polder
