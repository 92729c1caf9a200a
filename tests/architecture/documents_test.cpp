// Documents tell the truth about the repository: what they point at exists.
#include <gtest/gtest.h>

#include <filesystem>

#include "architecture/source.h"

namespace polder::architecture {
namespace {

namespace fs = std::filesystem;

/// What stands between `open` and `close`, each time.
std::vector<std::string> between(std::string_view text, std::string_view open, std::string_view close) {
  std::vector<std::string> found;
  for (std::size_t i = text.find(open); i != std::string_view::npos; i = text.find(open, i)) {
    i += open.size();
    const std::size_t end = text.find(close, i);
    if (end == std::string_view::npos) break;
    found.emplace_back(text.substr(i, end - i));
    i = end + close.size();
  }
  return found;
}

bool is_local(std::string_view link) { return link.find("://") == link.npos && !link.starts_with("#"); }

/// "engine/world/build.h" or "engine/systems/", not "systems/<field>", "a | b" or a command.
bool is_path(std::string_view text) {
  const bool of_repository = text.starts_with("engine/") || text.starts_with("include/") ||
                             text.starts_with("tests/") || text.starts_with("scenarios/") ||
                             text.starts_with("tools/") || text.starts_with("docs/");
  return of_repository && text.find_first_of(" <>*{}") == text.npos;
}

std::vector<std::string> dead_links(const SourceFile& file, const fs::path& root) {
  std::vector<std::string> dead;
  const fs::path folder = (root / file.path).parent_path();
  for (const std::string& link : between(file.text, "](", ")"))
    if (is_local(link) && !fs::exists(folder / link.substr(0, link.find('#'))))
      dead.push_back(file.path + " links to " + link);
  return dead;
}

std::vector<std::string> dead_paths(const SourceFile& file, const fs::path& root) {
  std::vector<std::string> dead;
  for (const std::string& path : between(file.text, "`", "`"))
    if (is_path(path) && !fs::exists(root / path)) dead.push_back(file.path + " names " + path);
  return dead;
}

TEST(Documents, LinkToWhatExists) {
  std::vector<std::string> dead;
  for (const SourceFile& file : read_texts(POLDER_ROOT))
    if (file.path.ends_with(".md"))
      for (const std::string& link : dead_links(file, POLDER_ROOT)) dead.push_back(link);
  EXPECT_TRUE(dead.empty()) << joined(dead);
}

TEST(Documents, NameFilesThatExist) {
  std::vector<std::string> dead;
  std::size_t documents = 0;
  for (const SourceFile& file : read_texts(POLDER_ROOT))
    if (file.path == "ARCHITECTURE.md" || file.path == "CONTRIBUTING.md" || file.path == "README.md") {
      ++documents;
      for (const std::string& path : dead_paths(file, POLDER_ROOT)) dead.push_back(path);
    }
  EXPECT_EQ(documents, 3u);
  EXPECT_TRUE(dead.empty()) << joined(dead);
}

TEST(DeadLinks, AreFound) {
  const SourceFile file{"docs/a.md", "[b](../CMakeLists.txt#x) [c](https://example.org/c) [d](missing.md)"};
  EXPECT_EQ(dead_links(file, POLDER_ROOT), std::vector<std::string>{"docs/a.md links to missing.md"});
}

TEST(DeadPaths, AreFound) {
  const SourceFile file{"a.md", "`engine/base/hash.h` and `engine/<module>/x.h` but `engine/base/missing.h`"};
  EXPECT_EQ(dead_paths(file, POLDER_ROOT), std::vector<std::string>{"a.md names engine/base/missing.h"});
}

}  // namespace
}  // namespace polder::architecture
