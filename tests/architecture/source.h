// Source files as the checks see them: includes, and tokens without comments and text.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace polder::architecture {

struct SourceFile {
  std::string path;  // relative to the repository: "engine/world/build.h"
  std::string text;
};

/// A name, a number or one sign. `::` and `->` are one sign.
struct Token {
  std::string text;
  unsigned line = 0;  // 1-based
};

struct Include {
  std::string target;
  bool quoted = false;  // "..." rather than <...>
  unsigned line = 0;
};

/// All files below `root`/`folder` that end in .h or .cpp, in order of path.
std::vector<SourceFile> read_sources(const std::filesystem::path& root, std::string_view folder);
/// All files of the repository that a person wrote: no build trees, results or version control.
std::vector<SourceFile> read_texts(const std::filesystem::path& root);

std::vector<Token> tokens_of(std::string_view text);
std::vector<Include> includes_of(std::string_view text);

/// "engine/world/build.h:12: <message>"
std::string at(std::string_view path, unsigned line, std::string_view message);
/// The lines joined, for the message of a failing test.
std::string joined(const std::vector<std::string>& lines);

}  // namespace polder::architecture
