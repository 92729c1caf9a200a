#include "scenario/fields.h"

#include <fmt/format.h>

#include <algorithm>

namespace polder {
namespace {

std::string what_is(const data::Node& node) {
  switch (node.kind) {
    case data::Node::Kind::Null:
      return "nothing";
    case data::Node::Kind::Scalar:
      return fmt::format("'{}'", node.text);
    case data::Node::Kind::List:
      return node.items.empty() ? "an empty list" : "a list";
    case data::Node::Kind::Map:
      return node.entries.empty() ? "an empty map" : "a map of settings";
  }
  return {};
}

/// `{jobs: 1,500}` holds a setting '500' without a value: what was meant, or nothing.
std::string number_with_commas(const data::Node& map, std::size_t at) {
  const auto continues = [&](std::size_t i) {
    const auto& [key, line, column, value] = map.entries[i];
    const bool digits =
        key.size() >= 3 && std::all_of(key.begin(), key.begin() + 3, [](char c) { return c >= '0' && c <= '9'; });
    return i > 0 && value.kind == data::Node::Kind::Null && digits && (key.size() == 3 || key[3] == ' ');
  };
  if (!continues(at)) return {};
  std::size_t first = at;
  while (continues(first - 1)) --first;
  const auto& begins = map.entries[first - 1];
  if (begins.value.kind != data::Node::Kind::Scalar) return {};
  std::string number = begins.value.text;
  for (std::size_t i = first; i < map.entries.size() && continues(i); ++i) number += map.entries[i].key;
  return fmt::format("a comma begins a next setting; write '{}: {}'", begins.key, number);
}

}  // namespace

Fields::Fields(const data::Node& map, data::Problems& problems)
    : map_(map), problems_(problems), valid_(map.kind == data::Node::Kind::Map) {
  if (!valid_) wrong_value(map, "E104", "a map of settings", "write {key: value, ...}", problems);
}

const data::Node* Fields::take(std::string_view key) {
  known_.emplace_back(key);
  return valid_ ? map_.find(key) : nullptr;
}

const data::Node* Fields::need(std::string_view key, std::string_view example) {
  const data::Node* value = take(key);
  if (value == nullptr) missing_.push_back({std::string(key), std::string(example)});
  return value;
}

void Fields::finish() {
  if (!valid_) return;
  for (std::size_t i = 0; i < map_.entries.size(); ++i) {
    const auto& entry = map_.entries[i];
    if (std::find(known_.begin(), known_.end(), entry.key) != known_.end()) continue;
    std::vector<std::string> free;
    for (const auto& key : known_)
      if (map_.find(key) == nullptr) free.push_back(key);
    std::string meant = data::nearest(entry.key, free);
    if (meant.empty()) meant = data::nearest(entry.key, known_);
    std::erase_if(missing_, [&](const Missing& missing) { return missing.key == meant; });
    std::string help = number_with_commas(map_, i);
    if (help.empty())
      help = meant.empty() ? fmt::format("known keys: {}", fmt::join(known_, ", "))
                           : fmt::format("did you mean '{}'?", meant);
    problems_.add(
        problem_at(key_node(map_, entry), "E101", fmt::format("unknown key '{}'{}", entry.key, inside(map_)), help));
  }
  for (const auto& missing : missing_)
    problems_.add(problem_at(map_, "E103", fmt::format("missing key '{}'{}", missing.key, inside(map_)),
                             fmt::format("write '{}: {}'", missing.key, missing.example)));
}

void wrong_value(const data::Node& node, std::string_view code, std::string_view what, std::string help,
                 data::Problems& problems) {
  const std::string where = node.path.empty() ? std::string() : node.path + ": ";
  problems.add(problem_at(node, std::string(code), fmt::format("{}expected {}, found {}", where, what, what_is(node)),
                          std::move(help)));
}

data::Node key_node(const data::Node& map, const data::Node::Entry& entry) {
  data::Node key;
  key.kind = data::Node::Kind::Scalar;
  key.text = entry.key;
  key.file = entry.value.file;
  key.line = entry.line;
  key.column = entry.column;
  key.path = map.path;
  key.source = entry.value.source;
  return key;
}

std::string inside(const data::Node& node) { return node.path.empty() ? std::string() : " in " + node.path; }

std::string did_you_mean(std::string_view word, std::span<const std::string> candidates) {
  const std::string found = data::nearest(word, candidates);
  return found.empty() ? found : fmt::format("did you mean '{}'?", found);
}

Origin origin_of(const data::Node& node) {
  const Problem at = problem_at(node, {}, {});
  return {at.file, at.line, at.column, at.width, at.source_line};
}

}  // namespace polder
