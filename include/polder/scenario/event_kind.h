// What can happen in a scenario: one record per kind of event. Reader, `polder explain` and documents come from it.
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace polder {

struct EventKey {
  std::string_view key;        // "announced"
  std::string_view unit;       // "YYYY-MM", "persons", "%", ...
  std::string_view otherwise;  // what holds when it is left out; empty: it is needed
  std::string_view meaning_nl, meaning_en;
};

struct EventKind {
  std::string_view key;  // "firm_closes"
  std::string_view meaning_nl, meaning_en;
  std::string_view example;  // one item of `events`
  std::span<const EventKey> keys;
};

std::vector<EventKind> event_kinds();

/// The keys of an item of a scenario's `arrangements`.
std::span<const EventKey> arrangement_keys();

}  // namespace polder
