// docs/reference.md holds what the program prints: its tables stand between markers and cannot drift. After a change
// run `POLDER_UPDATE=1 ctest -R Reference` and read the difference.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <regex>

#include "cli/explain.h"
#include "program.h"

namespace polder {
namespace {

using cli::Language;
using cli::Table;

const std::filesystem::path root = POLDER_ROOT;
const std::filesystem::path document = root / "docs" / "reference.md";

std::string cell_text(const nlohmann::ordered_json& cell) {
  std::string text = cell.is_string() ? cell.get<std::string>() : cell.dump();
  for (std::size_t at = 0; (at = text.find('|', at)) != std::string::npos; at += 2) text.replace(at, 1, "\\|");
  return text;
}

std::string markdown(const Table& table) {
  std::string text = fmt::format("| {} |\n|", fmt::join(table.titles, " | "));
  for (std::size_t i = 0; i < table.titles.size(); ++i) text += "---|";
  text += '\n';
  for (const Table::Row& row : table.rows) {
    std::vector<std::string> cells;
    for (const auto& cell : row) cells.push_back(cell_text(cell));
    text += fmt::format("| {} |\n", fmt::join(cells, " | "));
  }
  return text;
}

/// The enumerators of Draw with their numbers and comments, as the header has them.
Table draws() {
  Table table{{}, {"draw", "number", "what for"}, {}};
  const std::string header = read_text(root / "include" / "polder" / "base" / "random.h");
  const std::string body = header.substr(header.find("enum class Draw"));
  const std::string lines = body.substr(0, body.find("};"));
  const std::regex line(R"((\w+) = (\d+),\s*// (.*))");
  for (auto found = std::sregex_iterator(lines.begin(), lines.end(), line); found != std::sregex_iterator(); ++found)
    table.rows.push_back({(*found)[1].str(), (*found)[2].str(), (*found)[3].str()});
  return table;
}

Table event_keys() {
  Table table{{}, {"event", "key or meaning", "what it is"}, {}};
  for (const Table::Row& event : cli::list_events(Language::En).rows) {
    const auto facts = cli::explain_event(event.front().get<std::string>(), Language::En);
    for (const Table::Row& fact : facts->rows)
      if (fact.front() != "event") table.rows.push_back({event.front(), fact[0], fact[1]});
  }
  return table;
}

/// The document with this text between the markers of a table.
std::string with_table(const std::string& all, const std::string& name, const std::string& text) {
  const std::string begin = fmt::format("<!-- begin {} -->\n", name), end = fmt::format("<!-- end {} -->", name);
  const std::size_t from = all.find(begin), to = all.find(end);
  EXPECT_TRUE(from != std::string::npos && to != std::string::npos && from < to) << "no markers of " << name;
  if (from == std::string::npos || to == std::string::npos) return all;
  return all.substr(0, from + begin.size()) + text + all.substr(to);
}

TEST(Reference, HoldsWhatTheProgramPrints) {
  const std::string before = read_text(document);
  std::string after = before;
  const std::pair<const char*, Table> tables[] = {
      {"schedule", cli::explain_schedule(Language::En)},
      {"levers", cli::list_levers(Language::En)},
      {"events", event_keys()},
      {"arrangements", cli::list_arrangement_keys(Language::En)},
      {"indicators", cli::list_indicators(Language::En)},
      {"draws", draws()},
      {"parameters", cli::list_parameters(root / "scenarios" / "parameters", "", Language::En)}};
  for (const auto& [name, table] : tables) {
    ASSERT_FALSE(table.rows.empty()) << name;
    after = with_table(after, name, markdown(table));
  }
  if (std::getenv("POLDER_UPDATE") != nullptr) write_text(document, after);
  EXPECT_EQ(read_text(document), after) << "POLDER_UPDATE=1 ctest -R Reference writes the tables anew";
}

/// Levers, events, parameters and indicators that docs/suggestions.md names can all be explained.
TEST(Suggestions, NameWhatThereIs) {
  const std::string page = read_text(root / "docs" / "suggestions.md");
  const std::regex code("`([a-z_]+(?:\\.[a-z_]+)*)`");
  std::size_t named = 0;
  for (auto found = std::sregex_iterator(page.begin(), page.end(), code); found != std::sregex_iterator(); ++found) {
    const std::string key = (*found)[1];
    ++named;
    EXPECT_TRUE(cli::explain_lever(key, Language::En) || cli::explain_event(key, Language::En) ||
                cli::explain_indicator(key, Language::En) ||
                cli::explain_parameter(key, root / "scenarios" / "parameters", cli::Language::En))
        << key;
  }
  EXPECT_GT(named, 80u);
}

/// What a row of docs/suggestions.md calls the study of its levers or events sets one of them.
TEST(Suggestions, AreTriedByTheStudiesOfTheirRow) {
  const std::string page = read_text(root / "docs" / "suggestions.md");
  const std::regex row(R"(\n\|[^|]+\|([^|]+)\|[^|]+\|[^|]+\|([^|]+)\|)"), key("`([a-z_.]+)`"),
      study(R"(studies/([a-z-]+)/README)");
  const auto all = [](const std::string& text, const std::regex& what) {
    std::vector<std::string> found;
    for (auto each = std::sregex_iterator(text.begin(), text.end(), what); each != std::sregex_iterator(); ++each)
      found.push_back((*each)[1]);
    return found;
  };
  std::size_t links = 0;
  for (auto each = std::sregex_iterator(page.begin(), page.end(), row); each != std::sregex_iterator(); ++each) {
    const std::vector<std::string> keys = all((*each)[1], key);
    for (const std::string& name : all((*each)[2], study)) {
      ++links;
      const std::string text = read_text(root / "scenarios" / "studies" / name / "study.yaml");
      const auto sets = [&](const std::string& lever) {  // by its name, or in a group: {shares: {one: .., two: ..}}
        return text.find(lever) != std::string::npos ||
               text.find(lever.substr(0, lever.rfind('.')) + ": {") != std::string::npos;
      };
      EXPECT_TRUE(keys.empty() || std::any_of(keys.begin(), keys.end(), sets))
          << name << " sets none of " << (*each)[1];
    }
  }
  EXPECT_GT(links, 15u);
}

TEST(Reference, ListsEveryDraw) {
  const std::string header = read_text(root / "include" / "polder" / "base" / "random.h");
  const std::string body = header.substr(header.find("enum class Draw"));
  const std::string lines = body.substr(0, body.find("};"));
  EXPECT_EQ(draws().rows.size(), static_cast<std::size_t>(std::count(lines.begin(), lines.end(), '='))) << lines;
}

}  // namespace
}  // namespace polder
