// YAML with lines and columns, through yaml-cpp's event parser. What yaml-cpp takes silently is refused: duplicate
// keys, a second document, merge keys, cycles and floods of aliases, bad UTF-8, files that are too large or too deep.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "data/problems.h"
#include "data/source.h"

namespace polder::data {

struct Node {
  enum class Kind : std::uint8_t { Null, Scalar, List, Map };
  struct Entry;

  Kind kind = Kind::Null;
  std::string text;            // of a scalar, as written
  bool quoted = false;
  std::string file;            // as shown in messages
  unsigned line = 0, column = 0;
  std::string path;            // "scenarios.agenda.levers"
  std::vector<Node> items;     // of a list
  std::vector<Entry> entries;  // of a map, in order of the file
  std::shared_ptr<const Source> source;  // the file's lines, for messages

  const Node* find(std::string_view key) const;  // value of a map's key, or null
};
struct Node::Entry {
  std::string key;
  unsigned line = 0, column = 0;  // of the key
  Node value;
};

/// Parses one document. Problems are added with line, column and the source line; the rest is still returned.
Node parse_yaml(std::string_view file, std::string_view bytes, Problems& problems);
Node read_yaml(const std::filesystem::path& path, Problems& problems);

/// A problem at a node, with width of its text and its source line.
Problem problem_at(const Node& node, std::string code, std::string message, std::string help = {});
Problem problem_at(const Node& map, const Node::Entry& entry, std::string code, std::string message,
                   std::string help = {});

}  // namespace polder::data
