// Reading a map of settings key by key, so that what is left over is unknown and what is needed is missed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "data/yaml.h"
#include "polder/scenario/scenario.h"

namespace polder {

/// The settings of one map. Ask for each key once, then call finish().
class Fields {
 public:
  /// Reports E104 if `map` is not a map; then all keys are absent and finish() is silent.
  Fields(const data::Node& map, data::Problems& problems);

  /// The value of a key, or null when it is not given.
  const data::Node* take(std::string_view key);
  /// The same; finish() reports E103 when it is not given, with `example` as help: "write 'to: 2033-12'".
  const data::Node* need(std::string_view key, std::string_view example);
  bool valid() const { return valid_; }

  /// Reports unknown keys (E101) with the nearest known one, and missing keys (E103) that no such typo explains.
  void finish();

 private:
  struct Missing {
    std::string key, example;
  };
  const data::Node& map_;
  data::Problems& problems_;
  bool valid_;
  std::vector<std::string> known_;
  std::vector<Missing> missing_;
};

/// "expected {what}, found '{text}'" at a node, with its path in front.
void wrong_value(const data::Node& node, std::string_view code, std::string_view what, std::string help,
                 data::Problems& problems);
/// The key of an entry as a node, for messages: a merged map holds entries of several files.
data::Node key_node(const data::Node& map, const data::Node::Entry& entry);
/// "in period", or nothing at the top.
std::string inside(const data::Node& node);
/// "did you mean 'to'?", or nothing.
std::string did_you_mean(std::string_view word, std::span<const std::string> candidates);
Origin origin_of(const data::Node& node);

}  // namespace polder
