// What the scenarios of a result set, and what they assume, as its resolved.yaml says.
#pragma once

#include <string>
#include <vector>

#include "report/language.h"
#include "store/store.h"

namespace polder::report {

/// A lever, an event or an arrangement of a scenario, in words.
struct Setting {
  std::string key;      // "crisis.help", "firm_closes"
  std::string raw;      // of a lever, its value as written: "national"
  std::string value;    // "100 %", "firm fabriek, announced 2026-01, at 2026-07"
  std::string when;     // "januari 2026 t/m december 2026"; empty: the whole period
  std::string who;      // municipalities; empty: all that it concerns
  std::string meaning;  // of the key
  bool lever = false;
  friend bool operator==(const Setting&, const Setting&) = default;
};

struct ScenarioSettings {
  std::string name;
  std::vector<Setting> settings;
};

struct Assumption {
  std::string key, value, unit, range, status, source;
};

struct Settings {
  std::string question;
  std::vector<ScenarioSettings> scenarios;
  std::vector<Assumption> assumptions;
};

/// Throws InputError E370 where resolved.yaml is gone or cannot be read.
Settings read_settings(const Store& store, Tongue tongue);

/// What a parameter or another assumption means; empty if there is none of that key.
std::string meaning_of_number(const std::string& key, Tongue tongue);

/// What a scenario builds on: of the scenarios whose settings it shares and adds to, the one that sets most; the
/// reference where there is none. resolved.yaml writes every scenario out in full, so that this is read off.
std::string base_of(const Settings& settings, const std::string& scenario, const std::string& reference);

/// Settings of a scenario that another lacks.
std::vector<Setting> added_by(const Settings& settings, const std::string& scenario, const std::string& base);

}  // namespace polder::report
