#include "cli/templates.h"

#include "cli/embedded.h"

namespace polder::cli {
namespace {

constexpr std::string_view folder = "scenarios/templates/", ending = ".yaml";

/// The lines of a text, without their ends.
std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

}  // namespace

std::string Template::question(Language language) const {
  const std::string_view mark = in(language, "#nl ", "#en ");
  for (const std::string_view line : lines_of(text_))
    if (line.starts_with(mark)) return std::string(line.substr(mark.size()));
  return {};
}

std::string Template::text(Language language) const {
  const std::string_view mine = in(language, "#nl", "#en"), other = in(language, "#en", "#nl");
  std::string study;
  for (const std::string_view line : lines_of(text_)) {
    const std::size_t first = std::min(line.find_first_not_of(' '), line.size());
    const std::string_view rest = line.substr(first);
    if (rest.starts_with(other)) continue;
    study += line.substr(0, first);
    study += rest.starts_with(mine) ? "#" : "";
    study += rest.substr(rest.starts_with(mine) ? mine.size() : 0);
    study += '\n';
  }
  return study;
}

std::vector<Template> const& templates() {
  static const std::vector<Template> all = [] {
    std::vector<Template> found;
    for (const EmbeddedFile& file : embedded_files()) {
      if (!file.path.starts_with(folder)) continue;
      std::string_view name = file.path.substr(folder.size());
      found.emplace_back(std::string(name.substr(0, name.size() - ending.size())), file.text);
    }
    return found;
  }();
  return all;
}

}  // namespace polder::cli
