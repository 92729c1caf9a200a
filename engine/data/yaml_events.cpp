#include "data/yaml_events.h"

#include <fmt/core.h>

#include <algorithm>
#include <utility>

namespace polder::data {

namespace {

std::string child_path(const std::string& parent, const std::string& key) {
  return parent.empty() ? key : parent + "." + key;
}

/// The text from its value on: without anchor and tag.
std::string_view without_properties(std::string_view text) {
  while (text.starts_with('&') || text.starts_with('!')) {
    text.remove_prefix(std::min(text.find_first_of(" \t\r\n"), text.size()));
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
  }
  return text;
}

/// True unless the text starts with a quote that is never closed.
bool quote_is_closed(std::string_view text) {
  if (!text.starts_with('"') && !text.starts_with('\'')) return true;
  const char quote = text[0];
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (quote == '"' && text[i] == '\\') {
      ++i;
    } else if (text[i] == quote) {
      if (quote == '"' || !text.substr(i + 1).starts_with(quote)) return true;
      ++i;
    }
  }
  return false;
}

std::string item_path(const std::string& parent, std::size_t item) { return fmt::format("{}[{}]", parent, item); }

}  // namespace

TreeBuilder::TreeBuilder(std::shared_ptr<const Source> source, Problems& problems)
    : source_(std::move(source)), problems_(problems) {
  root_.file = source_->name();
  root_.source = source_;
  root_.line = root_.column = 1;
}

Node TreeBuilder::finish() {
  while (!open_.empty()) {
    open_.back().has_key = false;
    open_.back().anchor = 0;  // nothing can repeat it any more
    close();
  }
  return std::move(root_);
}

void TreeBuilder::OnDocumentStart(const YAML::Mark& mark) {
  if (!std::exchange(started_, true)) return;
  const Node here = node_at(mark, Node::Kind::Null);
  const std::string_view line = source_->line(here.line);
  if (line.starts_with("---") || line.starts_with("%")) {
    stop(here, "a second document starts here", "one file holds one document; remove the line '---' or make two files");
  }
  throw StopParsing{problem_at(here, "E100", "this does not belong to anything above it",
                               "check the indentation and the brackets of the lines before it")};
}

void TreeBuilder::OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) {
  Node node = node_at(mark, Node::Kind::Null);
  // An empty value is reported by yaml-cpp where the next thing starts; the reader looks at the key.
  if (!open_.empty() && open_.back().has_key && node.line != open_.back().entry.line) {
    node.line = open_.back().entry.line;
    node.column = open_.back().entry.column;
  }
  spend(node, {1, 0, 0});
  place(std::move(node), anchor);
}

void TreeBuilder::OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) {
  const Node here = node_at(mark, Node::Kind::Null);
  const auto original = anchored_.find(anchor);
  if (original == anchored_.end()) {
    stop(here, "this alias repeats a value that is not complete yet", "an alias cannot stand inside its own anchor");
  }
  spend(here, size_of(original->second));
  Node copy = original->second;
  rename(copy, here.path);
  if (expects_key()) {
    copy.line = here.line;
    copy.column = here.column;
  }
  place(std::move(copy), 0);
}

void TreeBuilder::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                           const std::string& value) {
  refuse_tag(mark, tag);
  Node node = node_at(mark, Node::Kind::Scalar);
  node.text = value;
  node.quoted = tag == "!";
  // yaml-cpp lets the end of the file close a quote.
  const std::string_view rest = source_->from(node.line, static_cast<std::size_t>(std::max(mark.column, 0)));
  if (node.quoted && !quote_is_closed(without_properties(rest))) {
    throw StopParsing{problem_at(node, "E100", "this quote is not closed", "add the closing quote")};
  }
  spend(node, {1, 0, 0});  // its bytes are those of the file
  place(std::move(node), anchor);
}

void TreeBuilder::OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                                  YAML::EmitterStyle::value) {
  open(mark, tag, anchor, Node::Kind::List);
}

void TreeBuilder::OnSequenceEnd() { close(); }

void TreeBuilder::OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                             YAML::EmitterStyle::value) {
  open(mark, tag, anchor, Node::Kind::Map);
}

void TreeBuilder::OnMapEnd() { close(); }

bool TreeBuilder::expects_key() const {
  return !open_.empty() && open_.back().node.kind == Node::Kind::Map && !open_.back().has_key;
}

Node TreeBuilder::node_at(const YAML::Mark& mark, Node::Kind kind) {
  Node node;
  node.kind = kind;
  node.file = source_->name();
  node.source = source_;
  node.line = static_cast<unsigned>(std::max(mark.line, 0)) + 1;
  node.column = column_at(node.line, static_cast<std::size_t>(std::max(mark.column, 0)));
  node.path = path_here();
  return node;
}

unsigned TreeBuilder::column_at(unsigned line, std::size_t byte) {
  if (line != last_.line || byte < last_.byte) last_ = {line, 0, 1};
  const std::string_view text = source_->line(line);
  const std::size_t first = std::min(last_.byte, text.size());
  last_.column += characters(text.substr(first, std::min(byte, text.size()) - first));
  last_.byte = byte;
  return last_.column;
}

std::string TreeBuilder::path_here() const {
  if (open_.empty()) return {};
  const Open& parent = open_.back();
  if (parent.node.kind == Node::Kind::List) return item_path(parent.node.path, parent.node.items.size());
  return parent.has_key ? child_path(parent.node.path, parent.entry.key) : parent.node.path;
}

void TreeBuilder::open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, Node::Kind kind) {
  refuse_tag(mark, tag);
  Open next;
  next.node = node_at(mark, kind);
  next.anchor = anchor;
  if (expects_key()) stop(next.node, "a key must be a word, not a list or a map", "write 'key: value'");
  spend(next.node, {1, 0, 1});
  open_.push_back(std::move(next));
}

void TreeBuilder::close() {
  Open done = std::move(open_.back());
  open_.pop_back();
  place(std::move(done.node), done.anchor);
}

void TreeBuilder::place(Node node, YAML::anchor_t anchor) {
  if (anchor != 0) {
    spend(node, size_of(node));
    anchored_[anchor] = node;
  }
  if (expects_key()) return take_key(node);
  take_value(std::move(node));
}

void TreeBuilder::take_key(const Node& key) {
  Open& map = open_.back();
  if (key.kind != Node::Kind::Scalar) stop(key, "a key is expected here", "write 'key: value'");
  map.has_key = true;
  map.drop = false;
  map.entry = Node::Entry{key.text, key.line, key.column, Node{}};
  if (child_path(map.node.path, key.text).size() > longest_path) {
    stop(key, fmt::format("the keys that lead here are longer than {} characters", longest_path));
  }
  const std::string inside = map.node.path.empty() ? std::string() : " in " + map.node.path;
  if (key.text == "<<" && !key.quoted) {
    problems_.add(
        problem_at(map.node, map.entry, "E102", "the merge key '<<' is not supported" + inside, "write the keys out"));
    map.drop = true;
    return;
  }
  const auto [first, is_new] = map.first_line.emplace(key.text, key.line);
  if (is_new) return;
  problems_.add(problem_at(map.node, map.entry, "E110", fmt::format("'{}' is given twice{}", key.text, inside),
                           fmt::format("first given on line {}; keep one of them", first->second)));
  map.drop = true;
}

void TreeBuilder::take_value(Node value) {
  if (open_.empty()) {
    root_ = std::move(value);
    return;
  }
  Open& parent = open_.back();
  if (parent.node.kind == Node::Kind::List) {
    parent.node.items.push_back(std::move(value));
    return;
  }
  parent.has_key = false;
  if (parent.drop) return;
  parent.entry.value = std::move(value);
  parent.node.entries.push_back(std::move(parent.entry));
}

void TreeBuilder::refuse_tag(const YAML::Mark& mark, const std::string& tag) {
  if (tag.empty() || tag == "?" || tag == "!") return;  // "?" plain, "!" quoted: yaml-cpp's own marks
  problems_.add(problem_at(node_at(mark, Node::Kind::Null), "E102", "tags such as '!!str' are not supported",
                           "leave the tag out; write quotes around a text that looks like a number"));
}

void TreeBuilder::spend(const Node& at, Size size) {
  spent_.nodes += size.nodes;
  spent_.bytes += size.bytes;
  if (spent_.nodes > most_nodes) stop(at, fmt::format("the file holds more than {} values", most_nodes));
  if (spent_.bytes > most_bytes) stop(at, fmt::format("aliases repeat more than {} MB", most_bytes >> 20));
  if (open_.size() + size.levels > most_levels) {
    stop(at, fmt::format("lists and maps are nested more than {} levels deep", most_levels));
  }
}

TreeBuilder::Size TreeBuilder::size_of(const Node& node) {
  Size size{1, node.text.size(), node.kind == Node::Kind::List || node.kind == Node::Kind::Map ? 1u : 0u};
  const auto add = [&](const Node& child) {
    const Size more = size_of(child);
    size.nodes += more.nodes;
    size.bytes += more.bytes;
    size.levels = std::max(size.levels, more.levels + 1);
  };
  for (const Node& item : node.items) add(item);
  for (const Node::Entry& entry : node.entries) {
    size.bytes += entry.key.size();
    add(entry.value);
  }
  return size;
}

void TreeBuilder::rename(Node& node, std::string path) {
  node.path = std::move(path);
  for (std::size_t i = 0; i < node.items.size(); ++i) rename(node.items[i], item_path(node.path, i));
  for (Node::Entry& entry : node.entries) rename(entry.value, child_path(node.path, entry.key));
}

void TreeBuilder::stop(const Node& at, std::string message, std::string help) const {
  throw StopParsing{problem_at(at, "E102", std::move(message), std::move(help))};
}

}  // namespace polder::data
