#include "scenario/vary.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "polder/scenario/lever.h"
#include "scenario/values.h"

namespace polder {
namespace {

using data::Node;

/// A value as part of a name: "20 M EUR per year" is 20M, "50 %" is 50%.
std::string short_form(std::string_view text) {
  std::string name;
  for (const char c : text.substr(0, text.find("EUR"))) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' ||
                       c == '_' || c == '%' || c == '-' || c == '+';
    if (plain) name += c;
    if (!plain && c != ' ') name += '_';
  }
  return name;
}

/// Of a value the text, of a long form that of its value; empty for lists.
std::string text_of_value(const Node& node, const Lever* lever) {
  if (node.kind == Node::Kind::Scalar) return node.text;
  for (const std::string_view key : {std::string_view("value"), lever == nullptr ? "" : lever->value_key})
    if (const Node* value = key.empty() ? nullptr : node.find(key); value != nullptr)
      return value->kind == Node::Kind::Scalar ? value->text : std::string();
  return {};
}

bool is_range(const Node& node) {
  return (node.kind == Node::Kind::Scalar && node.text == "range") ||
         (node.kind == Node::Kind::Map && (node.find("from") != nullptr || node.find("to") != nullptr));
}

bool is_name(std::string_view name) {
  return !name.empty() &&
         std::ranges::all_of(name, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

/// What reads one axis: a lever, the lever given by its parts, or a parameter.
struct Subject {
  const Node& vary;
  const Node::Entry& entry;
  const ParameterSet& set;
  Reading& reading;
  const Lever* lever = nullptr;
  const ParameterDeclaration* declaration = nullptr;

  const ParameterValue& documented() const {
    return set.list[static_cast<std::size_t>(declaration - parameter_declarations().data())];
  }
};

/// A value of a parameter, in its documented range.
std::optional<double> read_parameter_value(const Node& node, const Subject& subject) {
  data::Problems& problems = subject.reading.problems;
  const auto value = read_parameter_number(node, *subject.declaration, problems);
  if (!value) return std::nullopt;
  const ParameterValue& known = subject.documented();
  if (*value >= known.from && *value <= known.to) return value;
  problems.add(problem_at(node, "E353",
                          fmt::format("{}: {:.10g} is outside the documented range of {}, {:.10g} to {:.10g}",
                                      node.path, *value, known.key, known.from, known.to),
                          "a design stays within what the sources support"));
  return std::nullopt;
}

void read_choice_of(const Node& node, std::string name, const Subject& subject, ReadAxis& into) {
  AxisChoice choice{std::move(name), {}, 0};
  if (subject.declaration != nullptr)
    choice.parameter = read_parameter_value(node, subject).value_or(0);
  else
    read_lever(subject.vary, {subject.entry.key, subject.entry.line, subject.entry.column, node}, subject.reading,
               choice.levers);
  const auto same = [&](const AxisChoice& other) { return other.name == choice.name; };
  if (std::ranges::any_of(into.choices, same))
    subject.reading.problems.add(problem_at(
        node, "E357", fmt::format("{}: '{}' is given twice", node.path, choice.name), "leave one of them out"));
  into.choices.push_back(std::move(choice));
}

void read_list(const Subject& subject, ReadAxis& into) {
  const Node& node = subject.entry.value;
  for (std::size_t i = 0; i < node.items.size(); ++i) {
    std::string name = short_form(text_of_value(node.items[i], subject.lever));
    if (name.empty()) name = std::to_string(i + 1);
    read_choice_of(node.items[i], std::move(name), subject, into);
  }
}

void read_named(const Subject& subject, ReadAxis& into) {
  const Node& node = subject.entry.value;
  for (const Node::Entry& each : node.entries) {
    if (!is_name(each.key))
      subject.reading.problems.add(problem_at(key_node(node, each), "E119",
                                              fmt::format("'{}' is no name for a value", each.key),
                                              "use small letters, digits and _"));
    read_choice_of(each.value, each.key, subject, into);
  }
}

std::optional<double> read_end(const Node& node, const Subject& subject) {
  if (subject.declaration != nullptr) return read_parameter_value(node, subject);
  const bool nothing = node.kind == Node::Kind::Scalar && node.text == "0" && subject.lever->least <= 0;
  if (nothing) return 0;
  std::vector<LeverSetting> settings;
  const std::size_t before = subject.reading.problems.all().size();
  read_lever(subject.vary, {subject.entry.key, subject.entry.line, subject.entry.column, node}, subject.reading,
             settings);
  if (subject.reading.problems.all().size() != before || settings.empty()) return std::nullopt;
  if (!settings.front().relative) return settings.front().value;
  subject.reading.problems.add(
      problem_at(node, "E352", fmt::format("{}: a range has amounts, no shares of today's figure", node.path),
                 "give a list of shares"));
  return std::nullopt;
}

/// A range {from:, to:}, or of a parameter the documented one.
void read_range(const Subject& subject, ReadAxis& into) {
  const Node& node = subject.entry.value;
  data::Problems& problems = subject.reading.problems;
  const bool has_amounts =
      subject.declaration != nullptr ||
      (subject.lever != nullptr && subject.lever->kind != LeverKind::Choice && subject.lever->kind != LeverKind::Set);
  if (!has_amounts) {
    problems.add(problem_at(node, "E352",
                            fmt::format("{}: '{}' {}", node.path, subject.entry.key,
                                        subject.lever == nullptr ? "is given by its parts, which have no range"
                                                                 : "takes words, which have no range"),
                            "give a list of values, or values by name"));
    return;
  }
  into.whole = subject.declaration != nullptr
                   ? is_counted(subject.declaration->unit)
                   : subject.lever->kind == LeverKind::Months || subject.lever->kind == LeverKind::Count;
  if (node.kind == Node::Kind::Scalar) {
    if (subject.declaration == nullptr)
      return wrong_value(node, "E104", "values, or a range", "write {from: 0 %, to: 50 %}", problems);
    into.axis.from = subject.documented().from;
    into.axis.to = subject.documented().to;
  } else {
    Fields fields(node, problems);
    const Node* from = fields.need("from", "0");
    const Node* to = fields.need("to", "20 M EUR per year");
    fields.finish();
    const auto least = from == nullptr ? std::nullopt : read_end(*from, subject);
    const auto most = to == nullptr ? std::nullopt : read_end(*to, subject);
    if (!least || !most) return;
    into.axis.from = *least;
    into.axis.to = *most;
  }
  if (into.axis.from < into.axis.to) return;
  problems.add(problem_at(
      node, "E352",
      fmt::format("{}: there is nothing between {:.10g} and {:.10g}", node.path, into.axis.from, into.axis.to),
      "'from' is below 'to'"));
}

bool read_axis(const Subject& subject, ReadAxis& into) {
  const Node& node = subject.entry.value;
  data::Problems& problems = subject.reading.problems;
  const std::size_t before = problems.all().size();
  if (is_range(node))
    read_range(subject, into);
  else if (node.kind == Node::Kind::List && !node.items.empty())
    read_list(subject, into);
  else if (node.kind == Node::Kind::Map && !node.entries.empty())
    read_named(subject, into);
  else
    wrong_value(node, "E104", "a list of values, values by name, or a range",
                "write [10 %, 50 %] or {from: .., to: ..}", problems);
  for (const AxisChoice& choice : into.choices) into.axis.values.push_back(choice.name);
  return problems.all().size() == before;
}

}  // namespace

std::vector<ReadAxis> read_axes(const Node& vary, const ParameterSet& set, Reading& reading) {
  constexpr std::string_view of_parameters = "parameters.";
  std::vector<ReadAxis> axes;
  for (const Node::Entry& entry : vary.entries) {
    Subject subject{vary, entry, set, reading};
    ReadAxis read{.axis = {entry.key, {}, 0, 0}, .choices = {}, .whole = false, .node = entry.value};
    if (entry.key.starts_with(of_parameters)) {
      Node::Entry named = entry;
      named.key.erase(0, of_parameters.size());
      subject.declaration = declared_parameter(vary, named, reading.problems);
      if (subject.declaration == nullptr) continue;
    } else if (entry.key != lever_of_parts) {
      subject.lever = find_lever(entry.key);
      if (subject.lever == nullptr || is_part(*subject.lever)) {
        std::vector<LeverSetting> none;
        read_lever(vary, entry, reading, none);  // says what is wrong with the key
        continue;
      }
    }
    if (read_axis(subject, read)) axes.push_back(std::move(read));
  }
  return axes;
}

}  // namespace polder
