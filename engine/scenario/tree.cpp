#include "scenario/tree.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "polder/scenario/lever.h"
#include "scenario/fields.h"

namespace polder {
namespace {

using data::Node;

constexpr std::size_t largest_study_file = 4u << 20;  // [bytes]
constexpr std::size_t deepest_chain = 16;

void merge(Node& base, Node&& over) {
  if (base.kind != Node::Kind::Map || over.kind != Node::Kind::Map) {
    base = std::move(over);
    return;
  }
  for (auto& entry : over.entries) {
    const auto same = [&](const Node::Entry& other) { return other.key == entry.key; };
    const auto found = std::find_if(base.entries.begin(), base.entries.end(), same);
    if (found == base.entries.end()) {
      base.entries.push_back(std::move(entry));
    } else {
      found->line = entry.line;
      found->column = entry.column;
      merge(found->value, std::move(entry.value));
    }
  }
  base.file = over.file;
  base.line = over.line;
  base.column = over.column;
  base.source = over.source;
}

/// The path to open for an `extends`, shown as the user would write it.
std::filesystem::path beside(const std::filesystem::path& file, const std::string& name) {
  return (file.parent_path() / name).lexically_normal();
}

bool has_syntax_error(const data::Problems& problems) {
  return std::any_of(problems.all().begin(), problems.all().end(), [](const Problem& p) { return p.code == "E100"; });
}

std::optional<Node> read_chain(const std::filesystem::path& file, std::span<const std::filesystem::path> copies,
                               std::vector<std::filesystem::path>& chain, std::vector<Study::InputFile>& files,
                               data::Problems& problems) {
  auto bytes = data::read_file(file, largest_study_file, "E102", problems);
  if (!bytes) return std::nullopt;
  Node tree = data::parse_yaml(file.string(), *bytes, problems);
  files.push_back({file.string(), {}, std::move(*bytes)});
  if (has_syntax_error(problems)) return std::nullopt;
  const auto is_extends = [](const Node::Entry& entry) { return entry.key == "extends"; };
  const auto extends = std::find_if(tree.entries.begin(), tree.entries.end(), is_extends);
  if (extends == tree.entries.end()) return tree;

  const Node other = extends->value;
  tree.entries.erase(extends);
  if (other.kind != Node::Kind::Scalar || other.text.empty()) {
    wrong_value(other, "E104", "the name of a study file", "write 'extends: ../base/study.yaml'", problems);
    return std::nullopt;
  }
  const auto path = copies.empty() ? beside(file, other.text) : copies.front();
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(path, ignored)) {
    problems.add(problem_at(other, "E200", fmt::format("extends: there is no file '{}'", path.string()),
                            "the name is relative to this file"));
    return std::nullopt;
  }
  const auto whole = std::filesystem::weakly_canonical(path, ignored);
  if (std::find(chain.begin(), chain.end(), whole) != chain.end() || chain.size() >= deepest_chain) {
    problems.add(problem_at(other, "E111", fmt::format("extends: '{}' extends itself in a circle", path.string())));
    return std::nullopt;
  }
  chain.push_back(whole);
  auto base = read_chain(path, copies.subspan(copies.empty() ? 0 : 1), chain, files, problems);
  if (base) merge(*base, std::move(tree));
  return base;
}

/// Gives a parsed value, and what is inside it, its place in a flag and its path in the tree.
void relocate(Node& node, const Node& target, const std::string& path) {
  node.file = target.file;
  node.source = target.source;
  node.line = target.line;
  node.column += target.column - 1;
  node.path = path;
  for (auto& entry : node.entries) {
    entry.line = target.line;
    entry.column += target.column - 1;
    relocate(entry.value, target, path.empty() ? entry.key : path + "." + entry.key);
  }
  for (std::size_t i = 0; i < node.items.size(); ++i) relocate(node.items[i], target, fmt::format("{}[{}]", path, i));
}

bool ends_key(std::string_view rest, std::size_t length) {
  return length == rest.size() || rest[length] == '.' || rest[length] == '[';
}

/// The length of the next key of a path below `map`: the longest that is there, a lever or parameter whose key holds
/// dots, or else up to the next dot.
std::size_t key_length(const Node& map, std::string_view rest) {
  std::size_t longest = 0;
  const auto consider = [&](std::string_view key) {
    if (rest.starts_with(key) && ends_key(rest, key.size())) longest = std::max(longest, key.size());
  };
  for (const auto& entry : map.entries) consider(entry.key);
  if (longest > 0) return longest;
  for (const auto& lever : levers()) consider(lever.key);
  consider(lever_of_parts);
  for (const auto& declaration : parameter_declarations()) consider(declaration.key);
  return longest > 0 ? longest : std::min(rest.find_first_of(".["), rest.size());
}

/// Writes `value` at the path `rest` below `node`. Gives what is wrong with the path, or nothing.
std::string write_at(Node& node, std::string_view rest, const Node& value) {
  if (rest.empty()) {
    const std::string path = node.path;
    node = value;
    node.path = path;
    return {};
  }
  if (rest[0] == '[') {
    std::size_t item = 0;
    const auto read = std::from_chars(rest.data() + 1, rest.data() + rest.size(), item);
    const auto length = static_cast<std::size_t>(read.ptr - rest.data()) + 1;
    if (read.ec != std::errc() || length > rest.size() || rest[length - 1] != ']')
      return "write [0] for the first item";
    if (node.kind != Node::Kind::List) return fmt::format("{} is not a list", node.path);
    if (item >= node.items.size()) return fmt::format("{} has {} items", node.path, node.items.size());
    rest.remove_prefix(length);
    if (rest.starts_with('.')) rest.remove_prefix(1);
    return write_at(node.items[item], rest, value);
  }
  if (node.kind == Node::Kind::List) return fmt::format("{0} is a list: write {0}[0]", node.path);
  if (node.kind != Node::Kind::Map) {
    node.kind = Node::Kind::Map;
    node.text.clear();
  }
  const std::string key(rest.substr(0, key_length(node, rest)));
  if (key.empty()) return "a key is missing between two dots";
  rest.remove_prefix(key.size());
  if (rest.starts_with('.')) rest.remove_prefix(1);
  auto found =
      std::find_if(node.entries.begin(), node.entries.end(), [&](const auto& entry) { return entry.key == key; });
  if (found == node.entries.end()) {
    Node::Entry entry{key, value.line, 1, {}};
    entry.value.file = value.file;
    entry.value.line = value.line;
    entry.value.column = 1;
    entry.value.source = value.source;
    entry.value.path = node.path.empty() ? key : node.path + "." + key;
    found = node.entries.insert(node.entries.end(), std::move(entry));
  }
  return write_at(found->value, rest, value);
}

}  // namespace

std::optional<Node> read_tree(const std::filesystem::path& file, std::span<const std::filesystem::path> copies,
                              std::vector<Study::InputFile>& files, data::Problems& problems) {
  std::error_code ignored;
  std::vector<std::filesystem::path> chain{std::filesystem::weakly_canonical(file, ignored)};
  return read_chain(file, copies, chain, files, problems);
}

Override parse_set(const std::string& text) {
  const auto sign = text.find('=');
  if (sign == std::string::npos) return {"--set", text, {}, {}};
  return {"--set", text, text.substr(0, sign), text.substr(sign + 1)};
}

void apply_overrides(Node& tree, const std::vector<Override>& overrides, data::Problems& problems) {
  std::string text;
  for (const auto& each : overrides) text += each.text + "\n";
  for (std::size_t i = 0; i < overrides.size(); ++i) {
    const Override& each = overrides[i];
    Node target;
    target.kind = Node::Kind::Scalar;
    target.text = each.text;
    target.file = each.flag;
    target.line = static_cast<unsigned>(i + 1);
    target.column = 1;
    target.source = std::make_shared<const data::Source>(each.flag, text);
    if (each.path.empty() || each.text.find('\n') != std::string::npos) {
      problems.add(problem_at(target, "E104", fmt::format("expected path=value, found '{}'", each.text),
                              "for example --set period.to=2030-12"));
      continue;
    }
    data::Problems found;
    Node value = data::parse_yaml(each.flag, each.value, found);
    target.column += data::characters(each.text) - data::characters(each.value);
    for (const auto& problem : found.all())
      problems.add(problem_at(target, problem.code, fmt::format("{}: {}", each.path, problem.message), problem.help));
    if (found.any()) continue;
    relocate(value, target, each.path);
    target.column = 1;
    const std::string wrong = write_at(tree, each.path, value);
    if (!wrong.empty())
      problems.add(problem_at(target, "E104", fmt::format("'{}' cannot be set: {}", each.path, wrong)));
  }
}

}  // namespace polder
