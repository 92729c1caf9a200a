#include "scenario/parameter_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "scenario/fields.h"
#include "scenario/values.h"

namespace polder {
namespace {

constexpr std::size_t largest_parameter_file = 1u << 20;  // [bytes]

std::size_t number_of(const ParameterDeclaration& declaration) {
  return static_cast<std::size_t>(&declaration - parameter_declarations().data());
}

/// A decimal number; with a unit behind it only where `unit` is given, and then that one.
std::optional<double> read_number(const data::Node& node, std::string_view unit, data::Problems& problems) {
  const auto quantity = node.kind == data::Node::Kind::Scalar ? parse_quantity(node.text) : std::nullopt;
  if (quantity && (quantity->unit.empty() || quantity->unit == unit)) return quantity->number;
  const std::string what = quantity && !unit.empty() ? fmt::format("a number in '{}'", unit) : "a plain number";
  wrong_value(node, "E105", what, quantity ? "write the number alone, in that unit" : "", problems);
  return std::nullopt;
}

/// Reports a value outside the declared bounds, or a fraction of what is counted.
bool allowed(const data::Node& node, double value, const ParameterDeclaration& declaration, data::Problems& problems) {
  if (!(value >= declaration.least && value <= declaration.most)) {
    problems.add(
        problem_at(node, "E113",
                   fmt::format("{}: '{}' is outside {:.10g} to {:.10g}", node.path, node.text, declaration.least,
                               declaration.most),
                   fmt::format("{} is: {} [{}]", declaration.key, declaration.meaning, to_text(declaration.unit))));
    return false;
  }
  if (is_counted(declaration.unit) && value != static_cast<double>(static_cast<long>(value))) {
    wrong_value(node, "E105", "a whole number", fmt::format("the unit is {}", to_text(declaration.unit)), problems);
    return false;
  }
  return true;
}

void read_unit(const data::Node& node, const ParameterDeclaration& declaration, data::Problems& problems) {
  const auto wanted = to_text(declaration.unit);
  if (node.kind == data::Node::Kind::Scalar && node.text == wanted) return;
  wrong_value(node, "E105", fmt::format("'{}'", wanted), {}, problems);
}

void read_range(const data::Node& node, const ParameterDeclaration& declaration, ParameterValue& into,
                data::Problems& problems) {
  if (node.kind != data::Node::Kind::List || node.items.size() != 2) {
    wrong_value(node, "E104", "a range of two numbers", "write [least, most]", problems);
    return;
  }
  const auto from = read_number(node.items[0], {}, problems), to = read_number(node.items[1], {}, problems);
  if (!from || !to) return;
  const bool fits =
      allowed(node.items[0], *from, declaration, problems) && allowed(node.items[1], *to, declaration, problems);
  into.from = *from;
  into.to = *to;
  if (fits && (*from > into.value || *to < into.value))
    problems.add(problem_at(node, "E113",
                            fmt::format("{}: the range {:.10g} to {:.10g} does not hold the value {:.10g}", node.path,
                                        *from, *to, into.value)));
}

void read_status(const data::Node& node, ParameterValue& into, data::Problems& problems) {
  static const std::array<std::string, 4> names{"measured", "computed", "recalled", "assumed"};
  if (const auto choice = read_choice(node, names, problems)) into.status = static_cast<Status>(*choice);
}

void read_parameter(const data::Node& node, const ParameterDeclaration& declaration, ParameterSet& set,
                    data::Problems& problems) {
  Fields fields(node, problems);
  const auto* value = fields.need("value", "0.1");
  const auto* unit = fields.need("unit", to_text(declaration.unit));
  const auto* range = fields.need("range", "[least, most]");
  const auto* status = fields.need("status", "measured, computed, recalled or assumed");
  const auto* source = fields.need("source", "\"where it comes from\"");
  fields.finish();
  if (!fields.valid()) return;

  ParameterValue& into = set.list[number_of(declaration)];
  into.file = node.file;
  set.origins[number_of(declaration)] = origin_of(value != nullptr ? *value : node);
  const auto number = value == nullptr ? std::nullopt : read_number(*value, {}, problems);
  const bool good = number && allowed(*value, *number, declaration, problems);
  if (good) declaration.in(set.values) = into.value = *number;
  if (unit != nullptr) read_unit(*unit, declaration, problems);
  if (range != nullptr && good) read_range(*range, declaration, into, problems);
  if (status != nullptr) read_status(*status, into, problems);
  if (source == nullptr) return;
  if (const auto text = read_text(*source, problems)) into.source = *text;
}

/// Shares over classes that must add up to 1; told where the study changes one, else at the first.
void check_sum(const ParameterSet& set, std::string_view what, const std::array<double, 5>& shares,
               data::Problems& problems) {
  double sum = 0;
  for (const double share : shares) sum += share;
  if (sum > 1 - 1e-9 && sum < 1 + 1e-9) return;
  const std::size_t first = number_of(*find_parameter(fmt::format("{}_0", what)));
  std::size_t told = first;
  for (std::size_t i = first; i < first + shares.size(); ++i)
    if (set.list[i].source == "study" && set.list[told].source != "study") told = i;
  const Origin& at = set.origins[told];
  problems.add({"E120", at.file, at.line, at.column, at.width,
                fmt::format("{0}_0 to {0}_4 must add up to 1, they add up to {1:.10g}", what, sum),
                fmt::format("{} one of them by {:.10g}", sum > 1 ? "lower" : "raise", sum > 1 ? sum - 1 : 1 - sum),
                at.source_line});
}

/// Tasks that share a task field of the accounts cannot take more than it holds; told at the share read last.
void check_field(const ParameterSet& set, std::string_view field, std::string_view prefix, data::Problems& problems) {
  double sum = 0;
  const Origin* at = nullptr;
  for (std::size_t i = 0; i < set.list.size(); ++i) {
    if (!set.list[i].key.starts_with(prefix)) continue;
    sum += set.list[i].value;
    if (at == nullptr || set.list[i].source == "study") at = &set.origins[i];
  }
  if (at == nullptr || sum <= 1 + 1e-9) return;
  problems.add({"E363", at->file, at->line, at->column, at->width,
                fmt::format("the shares {}* add up to {:.10g}: more than all of task field {}", prefix, sum, field),
                fmt::format("lower one of them by {:.10g}", sum - 1), at->source_line});
}

}  // namespace

bool is_counted(Unit unit) {
  return unit == Unit::Months || unit == Unit::Years || unit == Unit::Persons || unit == Unit::Count ||
         unit == Unit::Switch;
}

const ParameterDeclaration* declared_parameter(const data::Node& map, const data::Node::Entry& entry,
                                               data::Problems& problems) {
  if (const auto* found = find_parameter(entry.key)) return found;
  std::vector<std::string> keys;
  for (const auto& declaration : parameter_declarations()) keys.emplace_back(declaration.key);
  problems.add(problem_at(key_node(map, entry), "E101", fmt::format("unknown parameter '{}'{}", entry.key, inside(map)),
                          did_you_mean(entry.key, keys)));
  return nullptr;
}

std::optional<double> read_parameter_number(const data::Node& node, const ParameterDeclaration& declaration,
                                            data::Problems& problems) {
  const auto value = read_number(node, to_text(declaration.unit), problems);
  return value && allowed(node, *value, declaration, problems) ? value : std::nullopt;
}

ParameterSet::ParameterSet() : list(parameter_declarations().size()), origins(list.size()), seen(list.size(), false) {
  for (const auto& declaration : parameter_declarations()) list[number_of(declaration)].key = declaration.key;
}

void read_parameter_file(std::string_view shown, std::string_view bytes, std::string_view field, ParameterSet& set,
                         data::Problems& problems) {
  const data::Node root = data::parse_yaml(shown, bytes, problems);
  if (root.kind == data::Node::Kind::Null) return;
  if (root.kind != data::Node::Kind::Map) {
    wrong_value(root, "E104", "parameters", "write 'key: {value: .., unit: .., range: [.., ..], ...}'", problems);
    return;
  }
  for (const auto& entry : root.entries) {
    const auto* declaration = declared_parameter(root, entry, problems);
    if (declaration == nullptr) continue;
    set.seen[number_of(*declaration)] = true;
    if (!field.empty() && declaration->file != field)
      problems.add(problem_at(key_node(root, entry), "E101", fmt::format("'{}' does not belong here", entry.key),
                              fmt::format("move it to {}.yaml", declaration->file)));
    else
      read_parameter(entry.value, *declaration, set, problems);
  }
}

void read_parameter_block(const data::Node& block, ParameterSet& set, data::Problems& problems,
                          std::vector<Problem>& warnings) {
  if (block.kind != data::Node::Kind::Map) {
    wrong_value(block, "E104", "a map of parameters", "write {separation.permanent: 0.003}", problems);
    return;
  }
  for (const auto& entry : block.entries) {
    const auto* declaration = declared_parameter(block, entry, problems);
    if (declaration == nullptr) continue;
    const auto value = read_parameter_number(entry.value, *declaration, problems);
    if (!value) continue;
    ParameterValue& into = set.list[number_of(*declaration)];
    if (*value < into.from || *value > into.to)
      warnings.push_back(problem_at(entry.value, "W104",
                                    fmt::format("{}: {:.10g} is outside the range {:.10g} to {:.10g} of its source",
                                                entry.value.path, *value, into.from, into.to)));
    declaration->in(set.values) = into.value = *value;
    into.status = Status::Assumed;
    into.source = "study";
    into.file = entry.value.file;
    set.origins[number_of(*declaration)] = origin_of(entry.value);
  }
}

void check_complete(const ParameterSet& set, const std::string& shown_folder, data::Problems& problems) {
  std::set<std::string>
      explained;  // files with other mistakes: a misspelt key or a damaged file explains a missing one
  for (const auto& problem : problems.all()) explained.insert(problem.file);
  for (const auto& declaration : parameter_declarations()) {
    if (set.seen[number_of(declaration)]) continue;
    const std::string file = fmt::format("{}/{}.yaml", shown_folder, declaration.file);
    if (explained.contains(file)) continue;
    problems.add(
        "E103", file,
        fmt::format("missing parameter '{}' [{}]: {}", declaration.key, to_text(declaration.unit), declaration.meaning),
        "every declared parameter needs a value with unit, range, status and source");
  }
}

void check_sums(const ParameterSet& set, data::Problems& problems) {
  if (problems.any_error()) return;
  check_sum(set, "bijstand.entry_class", set.values.bijstand.entry_class, problems);
  check_sum(set, "bijstand.initial_class", set.values.bijstand.initial_class, problems);
  check_field(set, "6.5", "budget.participation_", problems);
  check_field(set, "3.1", "budget.economy_", problems);
  check_field(set, "3.3", "budget.desk_", problems);
}

ParameterSet read_parameters(const std::filesystem::path& folder, std::vector<Study::InputFile>& files,
                             data::Problems& problems) {
  std::set<std::filesystem::path> paths;
  std::error_code failed;
  for (const auto& entry : std::filesystem::directory_iterator(folder, failed))
    if (entry.path().extension() == ".yaml") paths.insert(entry.path());
  if (failed) problems.add("E200", folder.string(), "the folder of parameters cannot be read: " + failed.message());
  ParameterSet set;
  for (const auto& path : paths) {
    auto bytes = data::read_file(path, largest_parameter_file, "E102", problems);
    if (!bytes) continue;
    read_parameter_file(path.string(), *bytes, path.stem().string(), set, problems);
    files.push_back({path.string(), "parameters/" + path.filename().string(), std::move(*bytes)});
  }
  return set;
}

Parameters load_parameters(const std::filesystem::path& folder) {
  data::Problems problems;
  std::vector<Study::InputFile> files;
  const ParameterSet set = read_parameters(folder, files, problems);
  check_complete(set, folder.string(), problems);
  check_sums(set, problems);
  problems.raise();
  return set.values;
}

}  // namespace polder
