// Documents tell the truth about the repository: what they point at exists.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

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

/// The rows of the tables behind a heading, without their heads.
std::vector<std::string> rows_below(const std::string& text, const std::string& heading) {
  std::vector<std::string> rows;
  std::size_t begin = text.find("\n" + heading + "\n");
  if (begin == text.npos) return rows;
  begin += heading.size() + 2;
  std::istringstream lines(text.substr(begin, text.find("\n#", begin) - begin));
  for (std::string line; std::getline(lines, line);)
    if (line.starts_with("| ")) rows.push_back(line);
  if (!rows.empty()) rows.erase(rows.begin());
  return rows;
}

std::string text_of_file(const std::string& path) {
  std::ifstream in(fs::path(POLDER_ROOT) / path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(Checklists, PointAtAFileForEveryItem) {
  const std::string text = text_of_file("docs/reproducing.md");
  const std::pair<const char*, std::size_t> lists[] = {
      {"### JOSS", 13}, {"### CoMSES and ODD", 13}, {"### FAIR4RS", 17}};
  for (const auto& [heading, items] : lists) {
    const auto rows = rows_below(text, heading);
    EXPECT_EQ(rows.size(), items) << heading;
    for (const std::string& row : rows) {
      const auto links = between(row, "](", ")");
      EXPECT_FALSE(links.empty()) << row;
      for (const std::string& link : links)
        EXPECT_TRUE(is_local(link) && fs::exists(fs::path(POLDER_ROOT) / "docs" / link)) << link;
    }
  }
}

TEST(Metadata, AgreeOnVersionLicenceAndTitle) {
  const auto codemeta = nlohmann::json::parse(text_of_file("codemeta.json"));
  const std::string citation = text_of_file("CITATION.cff"), publiccode = text_of_file("publiccode.yml");
  const std::string version = codemeta.at("version"), title = codemeta.at("name");
  const auto has = [](const std::string& text, const std::string& line) {
    return ("\n" + text).find("\n" + line + "\n") != std::string::npos;
  };
  EXPECT_TRUE(has(citation, "version: " + version));
  EXPECT_TRUE(has(publiccode, "softwareVersion: " + version));
  EXPECT_NE(text_of_file("CMakeLists.txt").find("project(polder VERSION " + version + " "), std::string::npos);
  EXPECT_EQ(codemeta.at("license"), "https://spdx.org/licenses/Apache-2.0");
  EXPECT_TRUE(has(citation, "license: Apache-2.0"));
  EXPECT_TRUE(has(publiccode, "  license: Apache-2.0"));
  EXPECT_NE(text_of_file("LICENSE").find("Apache License"), std::string::npos);
  EXPECT_TRUE(has(citation, "title: \"" + title + "\""));
  EXPECT_TRUE(has(publiccode, "name: " + title.substr(0, title.find(':'))));
  EXPECT_TRUE(has(citation, "  - name: " + codemeta.at("author").at(0).at("name").get<std::string>()));
  for (const auto& keyword : codemeta.at("keywords"))
    EXPECT_TRUE(has(citation, "  - " + keyword.get<std::string>())) << keyword;
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
