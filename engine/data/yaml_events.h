// Builds the tree of nodes from yaml-cpp's events, and refuses what yaml-cpp takes silently.
#pragma once

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/mark.h>

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "data/yaml.h"

namespace polder::data {

inline constexpr std::size_t most_bytes = 4u << 20;  // of a file, and of texts repeated by aliases
inline constexpr std::size_t most_levels = 32;
inline constexpr std::size_t most_nodes = 200'000;
inline constexpr std::size_t longest_path = 1000;  // [bytes]

/// Ends the parse: the rest of the document is not worth reading.
struct StopParsing {
  Problem problem;
};

class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(std::shared_ptr<const Source> source, Problems& problems);

  /// The tree as far as it was read; closes what is still open.
  Node finish();

  void OnDocumentStart(const YAML::Mark& mark) override;
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override;
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override;
  void OnSequenceEnd() override;
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override;
  void OnMapEnd() override;

 private:
  /// A list or map that is being read.
  struct Open {
    Node node;
    YAML::anchor_t anchor = 0;
    std::unordered_map<std::string, unsigned> first_line;  // of each key
    bool has_key = false;                                  // a key waits for its value
    bool drop = false;                                     // that key was refused: its value is not kept
    Node::Entry entry;                                     // the key that waits
  };
  /// What an alias repeats.
  struct Size {
    std::size_t nodes = 0, bytes = 0, levels = 0;
  };
  /// Where the last column was counted: the next one counts on from there, or long lines would take hours.
  struct Counted {
    unsigned line = 0;
    std::size_t byte = 0;
    unsigned column = 1;
  };

  bool expects_key() const;
  Node node_at(const YAML::Mark& mark, Node::Kind kind);
  unsigned column_at(unsigned line, std::size_t byte);
  std::string path_here() const;
  void open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, Node::Kind kind);
  void close();
  void place(Node node, YAML::anchor_t anchor);
  void take_key(const Node& key);
  void take_value(Node value);
  void refuse_tag(const YAML::Mark& mark, const std::string& tag);
  void spend(const Node& at, Size size);
  static Size size_of(const Node& node);
  static void rename(Node& node, std::string path);
  [[noreturn]] void stop(const Node& at, std::string message, std::string help = {}) const;

  std::shared_ptr<const Source> source_;
  Problems& problems_;
  Node root_;
  std::vector<Open> open_;
  std::map<YAML::anchor_t, Node> anchored_;  // complete values that have an anchor
  Size spent_;
  Counted last_;
  bool started_ = false;
};

}  // namespace polder::data
