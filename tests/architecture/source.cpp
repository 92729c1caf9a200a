#include "architecture/source.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <fstream>
#include <sstream>

namespace polder::architecture {
namespace {

bool is_name(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

std::string read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

/// Where a comment or a literal that starts at `i` ends; `i` itself if none starts there.
std::size_t end_of_ignored(std::string_view text, std::size_t i) {
  const std::string_view rest = text.substr(i);
  const auto past = [&](std::size_t found, std::size_t width) {
    return found == std::string_view::npos ? text.size() : found + width;
  };
  if (rest.starts_with("//")) return past(text.find('\n', i), 0);
  if (rest.starts_with("/*")) return past(text.find("*/", i + 2), 2);
  if (rest.starts_with("R\"")) {
    const std::size_t open = text.find('(', i);
    if (open == std::string_view::npos) return text.size();
    const std::string close = fmt::format("){}\"", text.substr(i + 2, open - i - 2));
    return past(text.find(close, open), close.size());
  }
  const bool digit_separator = rest.front() == '\'' && i > 0 && is_name(text[i - 1]);
  if ((rest.front() != '"' && rest.front() != '\'') || digit_separator) return i;
  for (std::size_t k = i + 1; k < text.size(); ++k) {
    if (text[k] == '\\') {
      ++k;
    } else if (text[k] == rest.front()) {
      return k + 1;
    }
  }
  return text.size();
}

bool has_text(const std::filesystem::path& path) {
  static constexpr std::string_view endings[] = {".h",   ".cpp", ".md", ".yaml", ".yml", ".json", ".cmake",
                                                 ".txt", ".sh",  ".in", ".cff",  ".py",  ".R",    ""};
  return std::ranges::find(endings, path.extension().string()) != std::end(endings);
}

void sort_by_path(std::vector<SourceFile>& files) { std::ranges::sort(files, {}, &SourceFile::path); }

}  // namespace

std::vector<SourceFile> read_sources(const std::filesystem::path& root, std::string_view folder) {
  std::vector<SourceFile> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root / folder)) {
    const std::string ending = entry.path().extension().string();
    if (ending != ".h" && ending != ".cpp") continue;
    files.push_back({entry.path().lexically_relative(root).generic_string(), read(entry.path())});
  }
  sort_by_path(files);
  return files;
}

std::vector<SourceFile> read_texts(const std::filesystem::path& root) {
  std::vector<SourceFile> files;
  for (auto entry = std::filesystem::recursive_directory_iterator(root);
       entry != std::filesystem::recursive_directory_iterator(); ++entry) {
    const std::string name = entry->path().filename().string();
    if (name == ".git") {  // a folder, or a file in a second work tree
      if (entry->is_directory()) entry.disable_recursion_pending();
    } else if (entry->is_directory() && (name == "results" || name == "node_modules" || name.starts_with("build"))) {
      entry.disable_recursion_pending();
    } else if (entry->is_regular_file() && has_text(entry->path())) {
      files.push_back({entry->path().lexically_relative(root).generic_string(), read(entry->path())});
    }
  }
  sort_by_path(files);
  return files;
}

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  unsigned line = 1;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = end_of_ignored(text, i);
    const bool ignored = end > i;
    if (!ignored) {
      end = i + 1;
      if (is_name(text[i])) {
        while (end < text.size() && is_name(text[end])) ++end;
      } else if (text.substr(i).starts_with("::") || text.substr(i).starts_with("->")) {
        ++end;
      }
      if (std::isspace(static_cast<unsigned char>(text[i])) == 0) {
        tokens.push_back({std::string(text.substr(i, end - i)), line});
      }
    }
    line += static_cast<unsigned>(std::ranges::count(text.substr(i, end - i), '\n'));
    i = end;
  }
  return tokens;
}

std::vector<Include> includes_of(std::string_view text) {
  std::vector<Include> includes;
  std::istringstream lines{std::string(text)};
  unsigned number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    const std::size_t hash = line.find_first_not_of(" \t");
    if (hash == std::string::npos || line[hash] != '#') continue;
    const std::size_t word = line.find_first_not_of(" \t", hash + 1);
    if (word == std::string::npos || line.compare(word, 7, "include") != 0) continue;
    const std::size_t open = line.find_first_of("\"<", word);
    if (open == std::string::npos) continue;
    const std::size_t close = line.find_first_of("\">", open + 1);
    includes.push_back({line.substr(open + 1, close - open - 1), line[open] == '"', number});
  }
  return includes;
}

std::string at(std::string_view path, unsigned line, std::string_view message) {
  return fmt::format("{}:{}: {}", path, line, message);
}

std::string joined(const std::vector<std::string>& lines) {
  return fmt::format("{} findings\n{}", lines.size(), fmt::join(lines, "\n"));
}

}  // namespace polder::architecture
