// Readers of single events, one per kind; `node` is the map behind the kind's key.
#pragma once

#include "scenario/settings.h"

namespace polder {

/// A month that may be left out; reports one before the period.
Month month_or(const data::Node* node, Month otherwise, Reading& reading);

void read_closure(const data::Node& node, Reading& reading, std::vector<Event>& events);
void read_threat(const data::Node& node, Reading& reading, std::vector<Event>& events);
void read_bankruptcies(const data::Node& node, Reading& reading, std::vector<Event>& events);

}  // namespace polder
