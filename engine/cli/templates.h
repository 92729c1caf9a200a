// Working examples of studies, carried in the program: scenarios/templates/<name>.yaml, with comments in Dutch and
// English of which a study gets one.
#pragma once

#include <string>
#include <vector>

#include "cli/texts.h"

namespace polder::cli {

class Template {
 public:
  Template(std::string name, std::string_view text) : name(std::move(name)), text_(text) {}
  std::string name;
  /// What it asks: the first comment in that language.
  std::string question(Language language) const;
  /// The study file with comments in one language: lines "#nl ..." or "#en ..." become "# ...", or go.
  std::string text(Language language) const;

 private:
  std::string_view text_;
};

/// In order of name.
std::vector<Template> const& templates();

}  // namespace polder::cli
