#include "report/settings.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "data/yaml.h"
#include "polder/scenario/event_kind.h"
#include "polder/scenario/lever.h"
#include "polder/scenario/parameters.h"
#include "report/decision_story.h"
#include "report/numbers.h"
#include "world/assumptions.h"

namespace polder::report {
namespace {

using data::Node;

/// Words of settings in Dutch; those that are not here, and no level of government, are the same.
constexpr std::array<std::pair<std::string_view, std::string_view>, 45> dutch_words{
    {{"off", "uit"},
     {"on", "aan"},
     {"months", "maanden"},
     {"month", "maand"},
     {"year", "jaar"},
     {"years", "jaar"},
     {"persons", "personen"},
     {"inhabitants", "inwoners"},
     {"places", "plaatsen"},
     {"hours", "uren"},
     {"none", "geen"},
     {"own", "eigen raad"},
     {"one_hand", "een hand"},
     {"adjacent", "naast elkaar"},
     {"coordinated", "afgestemd"},
     {"separate", "apart"},
     {"fixed", "vast"},
     {"scripted", "volgens het scenario"},
     {"adaptive", "raden beslissen"},
     {"random", "willekeurig"},
     {"law", "volgens de wet"},
     {"firm", "bedrijf"},
     {"announced", "aangekondigd"},
     {"municipality", "gemeente"},
     {"municipalities", "gemeenten"},
     {"jobs", "banen"},
     {"from", "vanaf"},
     {"to", "tot en met"},
     {"window", "bedenktijd"},
     {"notice", "opzegtermijn"},
     {"offer_elsewhere", "bod van elders"},
     {"rate", "tempo"},
     {"region", "regio"},
     {"depth", "diepte"},
     {"shift", "verschuiving"},
     {"towards", "naar"},
     {"fund", "fonds"},
     {"any", "elk bereikbaar beroep"},
     {"nearest", "het naaste beroep"},
     {"forecast", "het beste uitzicht"},
     {"equal", "gelijk verdeeld"},
     {"closest", "dichtst bij werk eerst"},
     {"farthest", "verst van werk eerst"},
     {"profiled", "naar kans"},
     {"regional", "van de regio"}}};

/// The English word of a unit or value in the language of the report: "months", "local", "on".
std::string word_of(const std::string& word, Tongue tongue) {
  if (word == "EUR") return "euro";
  if (word == "at") return "in";  // a month
  if (const std::string_view level = level_name(word, tongue); level != word) return std::string(level);
  if (tongue == Tongue::Dutch) {
    const auto found = std::ranges::find(dutch_words, word, [](const auto& pair) { return pair.first; });
    return found == dutch_words.end() ? word : std::string(found->second);
  }
  std::string plain = word;
  std::ranges::replace(plain, '_', ' ');
  return plain;
}

std::string value_in_words(const std::string& text, Tongue tongue);

/// A value as it was written: lists and maps on one line, "firm fabriek, at 2026-07".
std::string written(const Node& node) {
  std::string text = node.text;
  for (const Node& item : node.items) text += (text.empty() ? "" : ", ") + written(item);
  for (const Node::Entry& entry : node.entries)
    text += (text.empty() ? "" : ", ") + entry.key + " " + written(entry.value);
  return text;
}

/// An event's keys and values in words: "bedrijf fabriek, aangekondigd januari 2026".
std::string told_in_words(const Node& event, Tongue tongue) {
  std::string text;
  for (const Node::Entry& entry : event.entries) {
    const auto month = month_from_text(entry.value.text);
    text += (text.empty() ? "" : ", ") + word_of(entry.key, tongue) + " " +
            (month ? month_name(*month, tongue) : value_in_words(written(entry.value), tongue));
  }
  return text;
}

std::string text_at(const Node& map, std::string_view key) {
  const Node* value = map.find(key);
  return value == nullptr ? std::string() : written(*value);
}

std::string period_of(const Node& entry, Tongue tongue) {
  const auto from = month_from_text(text_at(entry, "from")), to = month_from_text(text_at(entry, "to"));
  if (from && to) return months_between(*from, *to, tongue);
  if (from) return fmt::format("{} {}", in(tongue, "vanaf", "from"), month_name(*from, tongue));
  if (to) return fmt::format("{} {}", in(tongue, "t/m", "until"), month_name(*to, tongue));
  return {};
}

/// "100 %" stays, "150000 EUR per year" and "6 months" are put in the words of the language.
std::string value_in_words(const std::string& text, Tongue tongue) {
  std::string words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string word = text.substr(at, end - at);
    const bool large = word.size() > 3 && word.find_first_not_of("0123456789") == std::string::npos;
    words += (words.empty() ? "" : " ") + (large ? whole(std::stod(word), tongue) : word_of(word, tongue));
    at = end + 1;
  }
  return words;
}

/// What a key means, for who reads no study files: without what stands in brackets about `who`, and without backticks.
std::string for_readers(std::string_view text) {
  std::string plain(text);
  for (const std::string_view about_who : {" (zonder `who`", " (without `who`"})
    if (const std::size_t at = plain.find(about_who); at != std::string::npos)
      plain.erase(at, plain.find(')', at) + 1 - at);
  std::erase(plain, '`');
  return plain;
}

/// Of what an event means, what happens: what comes after a colon says how it is written.
std::string what_happens(std::string_view text) { return for_readers(text.substr(0, text.find(':'))); }

/// A lever with its value at one time; of a lever that is given by its parts, one of them.
Setting lever_setting(const std::string& key, const Node& entry, std::string value, Tongue tongue) {
  const Lever* lever = find_lever(key);
  Setting setting{key, "", "", period_of(entry, tongue), text_at(entry, "who"), "", true};
  if (lever != nullptr) setting.meaning = for_readers(in(tongue, lever->meaning_nl, lever->meaning_en));
  if (value.empty() && lever != nullptr) value = text_at(entry, lever->value_key);
  if (value.empty()) value = written(entry);
  setting.raw = value;
  setting.value = value_in_words(value, tongue);
  return setting;
}

void add_lever(std::vector<Setting>& settings, const std::string& key, const Node& entry, Tongue tongue) {
  if (key != lever_of_parts) return settings.push_back(lever_setting(key, entry, text_at(entry, "value"), tongue));
  for (const Node::Entry& part : entry.entries)
    if (find_lever(key + "." + part.key) != nullptr)
      settings.push_back(lever_setting(key + "." + part.key, entry, written(part.value), tongue));
}

Setting event_setting(const Node::Entry& event, Tongue tongue) {
  Setting setting{event.key, "", told_in_words(event.value, tongue), "", "", "", false};
  for (const EventKind& kind : event_kinds())
    if (kind.key == event.key) setting.meaning = what_happens(in(tongue, kind.meaning_nl, kind.meaning_en));
  return setting;
}

ScenarioSettings settings_of(const Node::Entry& scenario, Tongue tongue) {
  ScenarioSettings found{scenario.key, {}};
  for (const Node::Entry& part : scenario.value.entries) {
    if (part.key == "levers") {
      for (const Node::Entry& lever : part.value.entries) {
        if (lever.value.items.empty())
          found.settings.push_back({lever.key, written(lever.value), written(lever.value), "", "", "", true});
        for (const Node& entry : lever.value.items) add_lever(found.settings, lever.key, entry, tongue);
      }
    } else if (part.key == "events") {
      for (const Node& event : part.value.items)
        for (const Node::Entry& entry : event.entries) found.settings.push_back(event_setting(entry, tongue));
    } else {
      for (const Node& item : part.value.items)
        found.settings.push_back({part.key, "", written(item), "", "", "", false});
    }
  }
  return found;
}

InputError unreadable(const Store& store) {
  Problem one;
  one.code = "E370";
  one.file = (store.folder() / "resolved.yaml").string();
  one.message = "the settings of this result are gone, damaged or written by another version";
  one.help = "polder doctor RESULT says what is damaged; take it from a copy, or run the study again";
  return InputError({one});
}

const ScenarioSettings* settings_called(const Settings& settings, const std::string& name) {
  const auto found = std::ranges::find(settings.scenarios, name, &ScenarioSettings::name);
  return found == settings.scenarios.end() ? nullptr : &*found;
}

bool holds_all(const std::vector<Setting>& more, const std::vector<Setting>& fewer) {
  return std::ranges::all_of(fewer,
                             [&](const Setting& setting) { return std::ranges::find(more, setting) != more.end(); });
}

}  // namespace

Settings read_settings(const Store& store, Tongue tongue) {
  Settings settings;
  data::Problems damaged;
  const Node tree = data::read_yaml(store.folder() / "resolved.yaml", damaged);
  const Node *scenarios = tree.find("scenarios"), *parameters = tree.find("parameters");
  if (damaged.any_error() || scenarios == nullptr || scenarios->kind != Node::Kind::Map) throw unreadable(store);
  if (const Node* question = tree.find("question"))
    settings.question = question->kind == Node::Kind::Map ? text_at(*question, code_of(tongue)) : question->text;
  for (const Node::Entry& scenario : scenarios->entries) settings.scenarios.push_back(settings_of(scenario, tongue));
  if (parameters == nullptr) return settings;
  for (const Node::Entry& entry : parameters->entries) {
    const auto at = [&](std::string_view key) { return text_at(entry.value, key); };
    settings.assumptions.push_back({entry.key, at("value"), at("unit"), at("range"), at("status"), at("source")});
  }
  return settings;
}

std::string meaning_of_number(const std::string& key, Tongue tongue) {
  if (tongue == Tongue::Dutch) return std::string(meaning_in_dutch(key));
  if (const ParameterDeclaration* parameter = find_parameter(key)) return std::string(parameter->meaning);
  const auto world = world_assumptions();
  const auto found = std::ranges::find(world, key, &polder::Assumption::key);
  return found == world.end() ? std::string() : std::string(found->meaning);
}

std::string base_of(const Settings& settings, const std::string& scenario, const std::string& reference) {
  const ScenarioSettings* own = settings_called(settings, scenario);
  std::string base = reference;
  std::size_t most = 0;
  if (own == nullptr) return base;
  for (const ScenarioSettings& other : settings.scenarios) {
    const bool fewer = other.settings.size() < own->settings.size() && other.settings.size() > most;
    if (other.name == scenario || other.name == reference || !fewer) continue;
    if (!holds_all(own->settings, other.settings)) continue;
    base = other.name;
    most = other.settings.size();
  }
  return base;
}

std::vector<Setting> added_by(const Settings& settings, const std::string& scenario, const std::string& base) {
  const ScenarioSettings *own = settings_called(settings, scenario), *other = settings_called(settings, base);
  std::vector<Setting> added;
  if (own == nullptr) return added;
  for (const Setting& setting : own->settings)
    if (other == nullptr || std::ranges::find(other->settings, setting) == other->settings.end())
      added.push_back(setting);
  return added;
}

}  // namespace polder::report
