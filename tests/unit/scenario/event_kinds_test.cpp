// What is told about an event is what its reader takes: the example is read, each key is needed or not as it says.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <set>

#include "data/yaml.h"
#include "polder/scenario/event_kind.h"
#include "scenario/settings.h"

namespace polder {
namespace {

/// Codes of the problems that an item of `events` has; nothing is known about places.
std::multiset<std::string> mistakes_in(const std::string& item) {
  data::Problems problems;
  const data::Node list = data::parse_yaml("event.yaml", item, problems);
  Study study;
  study.from = Month::of(2026, 1);
  study.to = Month::of(2030, 12);
  const CountryFiles nothing;
  const Places places(nothing, false);
  Reading reading{study, places, problems, false};
  std::vector<Event> events;
  read_event(list.items.at(0), reading, events);
  std::multiset<std::string> codes;
  for (const Problem& problem : problems.all()) codes.insert(problem.code);
  return codes;
}

/// The example without the key: ", key: value" or "key: value, ".
std::string without(std::string_view example, std::string_view key) {
  std::string text(example);
  const std::size_t at = text.find(fmt::format("{}: ", key), text.find('{'));
  if (at == std::string::npos) return text;
  const std::size_t list = text.find('[', at), next = text.find(", ", at);  // a list has commas of its own
  std::size_t end = text.find_first_of(",}", list < next ? text.find(']', at) : at);
  if (text[end] == ',') end += 2;
  text.erase(at, end - at);
  return text;
}

TEST(EventKinds, HaveKeysBothLanguagesAndAnExampleThatIsRead) {
  std::set<std::string_view> names;
  for (const EventKind& kind : event_kinds()) {
    EXPECT_TRUE(names.insert(kind.key).second);
    EXPECT_FALSE(kind.meaning_nl.empty() || kind.meaning_en.empty()) << kind.key;
    EXPECT_TRUE(mistakes_in(std::string(kind.example)).empty()) << kind.example;
    for (const EventKey& key : kind.keys)
      EXPECT_FALSE(key.unit.empty() || key.meaning_nl.empty() || key.meaning_en.empty()) << kind.key << ' ' << key.key;
  }
}

TEST(EventKinds, NeedExactlyTheKeysWithoutADefault) {
  for (const EventKind& kind : event_kinds())
    for (const EventKey& key : kind.keys) {
      if (!key.otherwise.empty()) continue;
      EXPECT_EQ(mistakes_in(without(kind.example, key.key)).count("E103"), 1u) << kind.key << ' ' << key.key;
    }
}

TEST(EventKinds, TakeEveryKeyThatTheyListAndNoOther) {
  for (const EventKind& kind : event_kinds()) {
    for (const EventKey& key : kind.keys)
      EXPECT_EQ(mistakes_in(fmt::format("- {}: {{{}: 0}}", kind.key, key.key)).count("E101"), 0u)
          << kind.key << ' ' << key.key;
    EXPECT_EQ(mistakes_in(fmt::format("- {}: {{colour: 0}}", kind.key)).count("E101"), 1u) << kind.key;
  }
}

}  // namespace
}  // namespace polder
