#include "world/country_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "data/csv.h"
#include "data/source.h"
#include "data/yaml.h"
#include "world/country_files_parts.h"

namespace polder {
namespace {

constexpr std::string_view schema = "polder/country/1";
constexpr std::size_t largest_table = 64 << 20;  // [bytes]

constexpr std::array tables = {"provinces.csv",
                               "regions.csv",
                               "municipalities.csv",
                               "sectors.csv",
                               "occupations.csv",
                               "jobs.csv",
                               "occupation_similarity.csv",
                               "sector_occupation.csv",
                               "commuting.csv",
                               "municipality_history.csv",
                               "ages.csv",
                               "figures.csv",
                               "dictionary.csv"};

std::optional<int> whole_number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() && !text.empty() ? std::optional(value)
                                                                                   : std::nullopt;
}

/// Tables that a country may lack, but only together.
struct OptionalTables {
  std::vector<const char*> files;
  std::string_view what;
};

std::vector<OptionalTables> optional_tables() {
  return {{{"isco3.csv", "isco3_similarity.csv"}, "a country has both tables of occupation groups, or neither"},
          {{"deliveries.csv", "sector_output.csv"}, "a country has both tables of the supply chain, or neither"},
          {{"parties.csv", "councils.csv", "accounts.csv", "adjacency.csv", "arrangements.csv"},
           "a country has all five tables of governments, or none: parties, councils, accounts, adjacency, "
           "arrangements"}};
}

/// "5-9" or "1".
std::optional<SizeClass> size_class(std::string_view text) {
  const std::size_t dash = text.find('-');
  const auto from = whole_number(text.substr(0, dash));
  const auto to = dash == std::string_view::npos ? from : whole_number(text.substr(dash + 1));
  if (!from || !to || *from < 1 || *to < *from) return std::nullopt;
  return SizeClass{static_cast<std::uint32_t>(*from), static_cast<std::uint32_t>(*to)};
}

class CountryYaml {
 public:
  CountryYaml(const data::Node& root, CountryReading& reading) : root_(root), reading_(reading) {}

  void read() {
    if (root_.kind != data::Node::Kind::Map) return wrong(root_, "a country is a list of keys with values");
    known_keys(root_, {"schema", "key", "name", "year", "size_classes"});
    Country& country = reading_.country();
    const std::string given = text(root_, "schema");
    if (const data::Node* node = root_.find("schema"); node && given != schema)
      wrong(*node, fmt::format("schema '{}' is not known", given), fmt::format("this version reads '{}'", schema));
    country.key = text(root_, "key");
    if (const data::Node* name = member(root_, "name")) {
      known_keys(*name, {"nl", "en"});
      country.name_nl = text(*name, "nl");
      country.name_en = text(*name, "en");
    }
    const std::string year = text(root_, "year");
    reading_.out.year = whole_number(year).value_or(0);
    if (!year.empty() && (reading_.out.year < 1900 || reading_.out.year > 2200))
      wrong(*root_.find("year"), fmt::format("'{}' is not a year", year));
    if (const data::Node* classes = member(root_, "size_classes")) read_size_classes(*classes);
  }

 private:
  void wrong(const data::Node& node, std::string message, std::string help = {}) {
    reading_.problems.add(data::problem_at(node, "E218", std::move(message), std::move(help)));
  }

  const data::Node* member(const data::Node& map, std::string_view key) {
    const data::Node* node = map.find(key);
    if (!node) wrong(map, fmt::format("the key '{}' is missing", key));
    return node;
  }

  std::string text(const data::Node& map, std::string_view key) {
    const data::Node* node = member(map, key);
    if (!node) return {};
    if (node->kind == data::Node::Kind::Scalar && !node->text.empty()) return node->text;
    wrong(*node, fmt::format("'{}' must be a text", key));
    return {};
  }

  void known_keys(const data::Node& map, const std::vector<std::string>& keys) {
    for (const auto& entry : map.entries) {
      if (std::find(keys.begin(), keys.end(), entry.key) != keys.end()) continue;
      const std::string near = data::nearest(entry.key, keys);
      reading_.problems.add(data::problem_at(map, entry, "E218", fmt::format("unknown key '{}'", entry.key),
                                             near.empty() ? near : fmt::format("did you mean '{}'?", near)));
    }
  }

  void read_size_classes(const data::Node& list) {
    if (list.kind != data::Node::Kind::List || list.items.empty())
      return wrong(list, "size_classes must be a list such as [1, 2-4, 5-9]");
    const std::size_t before = reading_.problems.all().size();
    std::vector<SizeClass> classes;
    for (const data::Node& item : list.items) {
      const auto read = size_class(item.text);
      if (!read) {
        wrong(item, fmt::format("'{}' is not a size class", item.text), "write 1 or 2-4, in employees");
        continue;
      }
      const std::uint32_t start = classes.empty() ? 1 : classes.back().to + 1;
      if (read->from != start)
        wrong(item, fmt::format("size class {} must start at {}: classes connect", item.text, start));
      classes.push_back(*read);
    }
    // Wrong classes would find fault with every sector too.
    if (reading_.problems.all().size() == before) reading_.country().size_classes = classes;
  }

  const data::Node& root_;
  CountryReading& reading_;
};

/// The bytes of a file, kept in `out.files` as they are.
std::string take_bytes(const std::filesystem::path& path, CountryReading& reading) {
  auto bytes = data::read_file(path, largest_table, "E200", reading.problems);
  if (!bytes) return {};
  reading.out.files.push_back({path.filename().string(), *bytes});
  return *std::move(bytes);
}

void read_sheet(const std::filesystem::path& folder, const char* file, CountryReading& reading) {
  const std::filesystem::path path = folder / file;
  const std::string bytes = take_bytes(path, reading);
  const bool there = !reading.out.files.empty() && reading.out.files.back().name == file;
  data::Table table = there ? data::parse_csv(path.generic_string(), bytes, reading.problems) : data::Table{};
  if (!there) table.name = path.generic_string();
  reading.sheets.emplace(file, CountrySheet(file, std::move(table), reading.problems));
}

/// All tables that belong together, or none.
void read_together(const std::filesystem::path& folder, const OptionalTables& group, CountryReading& reading) {
  std::vector<const char*> there, absent;
  for (const char* file : group.files) {
    std::error_code ignored;
    (std::filesystem::exists(folder / file, ignored) ? there : absent).push_back(file);
  }
  if (absent.empty()) {
    for (const char* file : group.files) read_sheet(folder, file, reading);
  } else if (!there.empty()) {
    for (const char* file : absent)
      reading.problems.add("E200", (folder / file).generic_string(),
                           fmt::format("there is no such table, but {} is there", there[0]), std::string(group.what));
  }
}

void read_sheets(const std::filesystem::path& folder, CountryReading& reading) {
  for (const char* file : tables) read_sheet(folder, file, reading);
  for (const OptionalTables& group : optional_tables()) read_together(folder, group, reading);
  for (const char* file : {"border.csv", "vintages.csv"})
    if (std::error_code ignored; std::filesystem::exists(folder / file, ignored)) read_sheet(folder, file, reading);
}

void read_yaml_file(const std::filesystem::path& folder, CountryReading& reading) {
  const std::filesystem::path path = folder / "country.yaml";
  const std::string bytes = take_bytes(path, reading);
  if (reading.out.files.empty()) return;
  const std::size_t before = reading.problems.all().size();
  const data::Node root = data::parse_yaml(path.generic_string(), bytes, reading.problems);
  if (reading.problems.all().size() == before || !root.entries.empty()) read_country_yaml(root, reading);
}

}  // namespace

void read_country_yaml(const data::Node& root, CountryReading& reading) { CountryYaml(root, reading).read(); }

void check_count(CountrySheet& sheet, const CodeList& list, std::size_t most) {
  if (!sheet.there()) return;
  if (list.size() == 0) sheet.problem("E214", fmt::format("a country needs at least one {}", list.kind()));
  if (list.size() > most)
    sheet.problem("E214", fmt::format("{} rows of {}; at most {} fit", list.size(), list.kind(), most));
}

void check_status(CountrySheet& sheet, std::size_t row) {
  static const std::vector<std::string> known = {"real", "estimated", "modelled", "recalled", "assumed"};
  const std::string& status = sheet.text(row, "status");
  if (!sheet.has("status") || std::find(known.begin(), known.end(), status) != known.end()) return;
  const std::string near = data::nearest(status, known);
  sheet.problem(
      row, "E217", fmt::format("unknown status '{}'", status),
      near.empty() ? "real, estimated, modelled, recalled or assumed" : fmt::format("did you mean '{}'?", near));
}

CountryFiles read_country(const std::filesystem::path& folder, data::Problems& problems) {
  CountryFiles out;
  CountryReading reading{out, problems, {}};
  if (std::error_code ignored; !std::filesystem::is_directory(folder, ignored)) {
    problems.add("E200", folder.generic_string(), "there is no such country folder");
    return out;
  }
  read_yaml_file(folder, reading);
  read_sheets(folder, reading);
  read_areas(reading);
  read_municipalities(reading);
  const std::size_t before = problems.all().size();
  read_sectors(reading);
  read_occupations(reading);
  read_jobs(reading);
  fit_occupations_to_sectors(reading, problems.all().size() == before);
  read_similarity(reading);
  read_groups(reading);
  read_chain(reading);
  read_border(reading);
  read_governments(reading);
  read_commuting(reading);
  read_history(reading);
  read_ages(reading);
  read_figures(reading);
  read_vintages(reading);
  read_dictionary(reading);
  return out;
}

}  // namespace polder
