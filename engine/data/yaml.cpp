#include "data/yaml.h"

#include <fmt/core.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <array>
#include <sstream>
#include <utility>

#include "data/yaml_events.h"

namespace polder::data {

namespace {

struct PlainWords {
  std::string_view yaml_cpp;  // how yaml-cpp's message starts
  std::string_view message, help;
};

// The mistakes that people make, in words that need no knowledge of YAML's grammar.
constexpr std::string_view indentation = "lines that belong together start in the same column; a key has one value";
const std::array plain_words = {
    PlainWords{YAML::ErrorMsg::TAB_IN_INDENTATION, "a tab is used to indent this line", "use spaces"},
    PlainWords{YAML::ErrorMsg::END_OF_MAP_FLOW, "'{' is not closed", "add '}'; between two entries stands a comma"},
    PlainWords{YAML::ErrorMsg::END_OF_SEQ_FLOW, "'[' is not closed", "add ']'; between two values stands a comma"},
    PlainWords{YAML::ErrorMsg::END_OF_MAP, "this does not fit the map that it stands in", indentation},
    PlainWords{YAML::ErrorMsg::END_OF_SEQ, "this does not fit the list that it stands in", indentation},
    PlainWords{YAML::ErrorMsg::FLOW_END, "this bracket closes nothing", "remove it, or open it before"},
    PlainWords{YAML::ErrorMsg::BLOCK_ENTRY, "a list item '-' is not expected here", indentation},
    PlainWords{YAML::ErrorMsg::MAP_KEY, "a key is not expected here", indentation},
    PlainWords{YAML::ErrorMsg::MAP_VALUE, "a ':' is not expected here",
               "put quotes around a text that holds ': '; otherwise check the indentation"},
    PlainWords{YAML::ErrorMsg::EOF_IN_SCALAR, "a quoted text is not closed", "add the closing quote"},
    PlainWords{YAML::ErrorMsg::DOC_IN_SCALAR, "a quoted text is not closed before '---' or '...'",
               "add the closing quote"},
    PlainWords{YAML::ErrorMsg::INVALID_ESCAPE, "unknown escape after '\\' in double quotes",
               "write '\\\\' for a backslash, or use single quotes"},
    PlainWords{YAML::ErrorMsg::UNKNOWN_TOKEN, "this character cannot start a value",
               "put quotes around a text that starts with it"},
    PlainWords{YAML::ErrorMsg::UNKNOWN_ANCHOR, "this alias repeats something that has no name yet",
               "put quotes around a text that starts with '*'"},
};

/// True if a tab stands among the spaces that a line starts with.
bool is_indented_by_tab(std::string_view line) {
  return line.substr(0, std::min(line.find_first_not_of(" \t"), line.size())).find('\t') != line.npos;
}

Problem syntax_problem(const YAML::Exception& error, const std::shared_ptr<const Source>& source) {
  Node here;
  here.file = source->name();
  here.source = source;
  here.line = static_cast<unsigned>(std::max(error.mark.line, 0)) + 1;
  here.column = source->column(here.line, static_cast<std::size_t>(std::max(error.mark.column, 0)));
  Problem problem = problem_at(here, "E100", "this is not YAML: " + error.msg);
  const std::string_view said =
      is_indented_by_tab(source->line(here.line)) ? YAML::ErrorMsg::TAB_IN_INDENTATION : std::string_view(error.msg);
  for (const PlainWords& words : plain_words) {
    if (!said.starts_with(words.yaml_cpp)) continue;
    problem.message = words.message;
    problem.help = words.help;
    break;
  }
  problem.width = 1;
  return problem;
}

Problem place_problem(const Source& source, std::size_t byte, std::string message) {
  const Place place = source.place(byte);
  Problem problem{"E102", source.name(), place.line, place.column, 1, std::move(message), {}, {}};
  problem.help = "save the file as UTF-8 text";
  // A line that is not UTF-8 is not quoted: it would spoil the terminal or the page that shows it.
  return problem;
}

/// Bytes of the line from a column on.
std::string_view from_column(std::string_view line, unsigned column) {
  std::size_t i = 0;
  for (unsigned passed = 1; i < line.size() && passed < column; ++passed) {
    do ++i;
    while (i < line.size() && (static_cast<unsigned char>(line[i]) & 0xC0) == 0x80);
  }
  return line.substr(i);
}

/// Characters that a value takes in its line; `text` without its quotes.
unsigned width_of(std::string_view rest, Node::Kind kind, std::string_view text) {
  std::size_t width = 1;
  if (kind == Node::Kind::Null) width = characters(rest.substr(0, rest.find_first_of(" :,]}\t")));
  if (kind == Node::Kind::Scalar) width = characters(text) + (rest.starts_with('"') || rest.starts_with('\'') ? 2 : 0);
  return static_cast<unsigned>(std::clamp<std::size_t>(width, 1, std::max(characters(rest), 1u)));
}

Problem problem_in(const Node& owner, Problem problem, Node::Kind kind, std::string_view text) {
  problem.file = owner.file;
  if (owner.source == nullptr) return problem;
  problem.source_line = owner.source->quoted_line(problem.line);
  problem.width = width_of(from_column(problem.source_line, problem.column), kind, text);
  return problem;
}

}  // namespace

const Node* Node::find(std::string_view key) const {
  const auto entry = std::find_if(entries.begin(), entries.end(), [&](const Entry& e) { return e.key == key; });
  return entry == entries.end() ? nullptr : &entry->value;
}

Node parse_yaml(std::string_view file, std::string_view bytes, Problems& problems) {
  const auto source = std::make_shared<const Source>(file, bytes.substr(0, most_bytes));
  TreeBuilder tree(source, problems);
  if (bytes.size() > most_bytes) {
    problems.add("E102", std::string(file), fmt::format("the file is larger than {} MB", most_bytes >> 20));
    return tree.finish();
  }
  const std::string_view text = without_mark(bytes);
  if (const auto bad = bad_byte(text)) {
    problems.add(place_problem(*source, bad->byte, bad->message));
    return tree.finish();
  }
  try {
    // With a line end, so that an open quote reaches OnScalar, which knows where it started.
    std::istringstream in{std::string(text) + "\n"};
    YAML::Parser parser(in);
    // A second call gives nothing, unless the file goes on after its document.
    if (parser.HandleNextDocument(tree)) parser.HandleNextDocument(tree);
  } catch (const StopParsing& stopped) {
    problems.add(stopped.problem);
  } catch (const YAML::Exception& error) {
    problems.add(syntax_problem(error, source));
  }
  return tree.finish();
}

Node read_yaml(const std::filesystem::path& path, Problems& problems) {
  const auto bytes = read_file(path, most_bytes, "E102", problems);
  if (bytes) return parse_yaml(path.string(), *bytes, problems);
  Node nothing;
  nothing.file = path.string();
  return nothing;
}

Problem problem_at(const Node& node, std::string code, std::string message, std::string help) {
  return problem_in(node, {std::move(code), {}, node.line, node.column, 1, std::move(message), std::move(help), {}},
                    node.kind, node.text);
}

Problem problem_at(const Node& map, const Node::Entry& entry, std::string code, std::string message, std::string help) {
  return problem_in(map, {std::move(code), {}, entry.line, entry.column, 1, std::move(message), std::move(help), {}},
                    Node::Kind::Scalar, entry.key);
}

}  // namespace polder::data
