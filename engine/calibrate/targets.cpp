#include "calibrate/targets.h"

#include <fmt/format.h>

#include <algorithm>

#include "calibrate/target_values.h"
#include "scenario/study.h"
#include "scenario/tree.h"
#include "scenario/values.h"
#include "world/country_files.h"

namespace polder::calibrate {
namespace {

namespace fs = std::filesystem;

constexpr int shortest_window = 3;  // [months] between two looks at the same resident

/// The study that the file names, with what the file and the flags change; nothing if it has mistakes of its own.
std::optional<Study> read_study(const fs::path& file, const data::Node* name, const data::Node* sample,
                                const data::Node* seed, const TargetOptions& options, data::Problems& problems) {
  StudyOptions changes;
  if (sample != nullptr && read_ratio(*sample, problems)) changes.sample = sample->text;
  if (options.sample) changes.sample = options.sample;
  if (seed != nullptr) changes.seed = read_whole(*seed, 0, std::numeric_limits<std::uint32_t>::max(), problems);
  const auto text = name == nullptr ? std::nullopt : read_text(*name, problems);
  if (!text) return std::nullopt;
  const fs::path path = (file.parent_path() / *text).lexically_normal();
  std::error_code ignored;
  if (!fs::is_regular_file(path, ignored)) {
    problems.add(problem_at(*name, "E200", fmt::format("study: there is no file '{}'", path.string()),
                            "the name is relative to this file"));
    return std::nullopt;
  }
  try {
    return load_study(path, changes);
  } catch (const InputError& wrong) {
    for (const Problem& problem : wrong.problems()) problems.add(problem);
    return std::nullopt;
  }
}

void read_window(const data::Node* node, const std::optional<Study>& study, Targets& targets,
                 data::Problems& problems) {
  if (node == nullptr) return;
  Fields fields(*node, problems);
  const auto* first = fields.need("from", "2028-01");
  const auto* last = fields.need("to", "2031-12");
  fields.finish();
  const auto from = first == nullptr ? std::nullopt : read_month(*first, problems);
  const auto to = last == nullptr ? std::nullopt : read_month(*last, problems);
  if (!from || !to) return;
  targets.from = *from;
  targets.to = *to;
  if (*to - *from + 1 < shortest_window)
    problems.add(problem_at(
        *last, "E174",
        fmt::format("months: {} to {} is shorter than {} months", to_text(*from), to_text(*to), shortest_window),
        "transitions compare residents with themselves three months ago"));
  else if (study && (*from < study->from || *to > study->to))
    problems.add(problem_at(*node, "E174",
                            fmt::format("months: {} to {} is not within the study's period, {} to {}", to_text(*from),
                                        to_text(*to), to_text(study->from), to_text(study->to))));
}

void read_parameters(const data::Node* node, const std::optional<Study>& study, Targets& targets,
                     data::Problems& problems) {
  if (node == nullptr) return;
  if (node->kind != data::Node::Kind::Map || node->entries.empty()) {
    wrong_value(*node, "E104", "a map of parameters", "write {search.suitable: {from: 0.1, to: 0.25}}", problems);
    return;
  }
  for (const auto& entry : node->entries)
    if (const auto free = read_free_parameter(*node, entry, study ? &*study : nullptr, problems))
      targets.parameters.push_back(*free);
}

/// Published change of occupation by class, for the moment that compares ranks.
void read_classes(const data::Node& node, const Study& study, Targets& targets, data::Problems& problems) {
  data::Problems of_country;  // told with the study already
  const CountryFiles country = read_country(study.country_folder, of_country);
  const auto& occupations = country.country.occupations;
  targets.class_change.assign(occupations.size(), std::numeric_limits<double>::quiet_NaN());
  if (node.kind != data::Node::Kind::Map) {
    wrong_value(node, "E104", "a map of occupations", "write {\"01\": 0.053, \"02\": 0.052}", problems);
    return;
  }
  std::vector<std::string> codes;
  for (const OccupationFacts& occupation : occupations) codes.push_back(occupation.code);
  for (const auto& entry : node.entries) {
    const auto found = std::find(codes.begin(), codes.end(), entry.key);
    if (found == codes.end()) {
      problems.add(problem_at(key_node(node, entry), "E170",
                              fmt::format("{}: the country has no occupation '{}'", node.path, entry.key),
                              fmt::format("it has {}", fmt::join(codes, ", "))));
      continue;
    }
    if (const auto share = read_plain(entry.value, {0, 1}, problems))
      targets.class_change[static_cast<std::size_t>(found - codes.begin())] = *share;
  }
}

void read_moments(const data::Node* node, const std::optional<Study>& study, Targets& targets,
                  data::Problems& problems) {
  if (node == nullptr) return;
  if (node->kind != data::Node::Kind::Map || node->entries.empty()) {
    wrong_value(*node, "E104", "a map of moments", "write {unemployment_rate: {value: .., unit: share, ..}}", problems);
    return;
  }
  bool weighs = false;
  for (const auto& entry : node->entries) {
    const data::Node* classes = nullptr;
    const auto target = read_target(*node, entry, classes, problems);
    if (classes != nullptr && study) read_classes(*classes, *study, targets, problems);
    weighs = weighs || !target || target->weight > 0;
    if (target) targets.moments.push_back(*target);
  }
  if (!weighs)
    problems.add(problem_at(*node, "E172", "moments: no moment has a weight, so every parameter would do",
                            "leave out 'checked' or write 'weight: 1' at one of them"));
}

void read_file(const data::Node& tree, const fs::path& file, const TargetOptions& options, Targets& targets,
               data::Problems& problems) {
  Fields top(tree, problems);
  const auto* schema = top.need("schema", "polder/targets/1");
  if (schema != nullptr && (schema->kind != data::Node::Kind::Scalar || schema->text != "polder/targets/1"))
    wrong_value(*schema, "E104", "'polder/targets/1'", "this version reads no other schema", problems);
  if (const auto* title = top.take("title")) read_text(*title, problems);
  const auto* name = top.need("study", "../studies/nl-reference/study.yaml");
  const auto* sample = top.take("sample");
  const auto* seed = top.take("seed");
  const auto* months = top.need("months", "{from: 2028-01, to: 2031-12}");
  const auto* replicates = top.take("replicates");
  const auto* parameters = top.need("parameters", "{search.suitable: {from: 0.1, to: 0.25}}");
  const auto* moments = top.need("moments", "{unemployment_rate: {value: .., unit: share, ..}}");
  top.finish();
  if (replicates != nullptr) targets.replicates = read_whole(*replicates, 1, 1000, problems).value_or(1);
  auto study = read_study(file, name, sample, seed, options, problems);
  read_window(months, study, targets, problems);
  read_parameters(parameters, study, targets, problems);
  read_moments(moments, study, targets, problems);
  if (study) targets.study = std::move(*study);
}

}  // namespace

Targets load_targets(const fs::path& file, const TargetOptions& options) {
  data::Problems problems;
  Targets targets;
  targets.name = file.stem().string();
  const auto bytes = data::read_file(file, std::size_t{1} << 20, "E102", problems);
  if (!bytes) problems.raise();
  const data::Node tree = data::parse_yaml(file.string(), *bytes, problems);
  const bool is_yaml = std::none_of(problems.all().begin(), problems.all().end(),
                                    [](const Problem& problem) { return problem.code == "E100"; });
  if (is_yaml) read_file(tree, file, options, targets, problems);
  problems.raise();
  if (options.replicates) targets.replicates = *options.replicates;
  return targets;
}

}  // namespace polder::calibrate
