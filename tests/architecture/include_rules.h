// Who may include whom: one direction, from the base to the commands.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "architecture/source.h"

namespace polder::architecture {

/// A module may include itself, the modules of `uses`, and their public headers in include/polder/.
struct Module {
  std::string_view name;
  std::vector<std::string_view> uses;
};

/// In an order in which each module uses earlier ones only.
std::span<const Module> modules();

/// A library of others, and the places that may include it: a folder or a beginning of a path.
struct ThirdParty {
  std::string_view header;               // the beginning of the header's name
  std::vector<std::string_view> places;  // the beginning of the path of a file
};
std::span<const ThirdParty> third_parties();

/// What a file includes and may not, one line each. `file.path` starts with engine/ or include/polder/.
std::vector<std::string> forbidden_includes(const SourceFile& file);

}  // namespace polder::architecture
