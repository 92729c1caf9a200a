// Files that the program carries in itself; written by cmake/embed.cmake.
#pragma once

#include <span>
#include <string_view>

namespace polder::cli {

struct EmbeddedFile {
  std::string_view path, text;  // path in the sources
};
std::span<const EmbeddedFile> embedded_files();

}  // namespace polder::cli
