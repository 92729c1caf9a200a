#include "architecture/lint.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <initializer_list>
#include <span>

namespace polder::architecture {
namespace {

using Names = std::initializer_list<std::string_view>;

bool among(std::string_view name, Names names) { return std::ranges::find(names, name) != names.end(); }

/// A token with its neighbours; beyond the ends there is nothing.
class Place {
 public:
  Place(std::span<const Token> tokens, std::size_t i) : tokens_(tokens), i_(i) {}

  std::string_view name() const { return at(0); }
  unsigned line() const { return tokens_[i_].line; }
  bool called() const { return at(1) == "("; }
  bool member() const { return at(-1) == "." || at(-1) == "->"; }
  /// The namespace or class written before it: "detmath" of detmath::exp; "::" of ::exp; empty without.
  std::string_view qualifier() const {
    if (at(-1) != "::") return "";
    const std::string_view before = at(-2);
    return !before.empty() && (std::isalnum(static_cast<unsigned char>(before.back())) != 0) ? before : "::";
  }
  /// Of the standard or C library: std::x, ::x or plain x, not a member.
  bool from_library() const { return !member() && among(qualifier(), {"", "::", "std"}); }

 private:
  std::string_view at(int offset) const {
    const auto k = static_cast<std::ptrdiff_t>(i_) + offset;
    if (k < 0 || k >= std::ssize(tokens_)) return {};
    return tokens_[static_cast<std::size_t>(k)].text;
  }

  std::span<const Token> tokens_;
  std::size_t i_;
};

/// One finding for every place of which `reason` says something.
template <class Reason>
std::vector<std::string> find(const SourceFile& file, Reason reason) {
  std::vector<std::string> findings;
  const std::vector<Token> tokens = tokens_of(file.text);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Place place(tokens, i);
    const std::string text = reason(place);
    if (!text.empty()) findings.push_back(at(file.path, place.line(), text));
  }
  return findings;
}

void add_headers(const SourceFile& file, Names headers, std::vector<std::string>& findings) {
  for (const Include& include : includes_of(file.text))
    if (among(include.target, headers))
      findings.push_back(at(file.path, include.line, fmt::format("<{}> in model code", include.target)));
}

/// exp, expf and expl are one function.
bool is_transcendental(std::string_view name) {
  const Names functions = {"exp",   "exp2",  "expm1", "log",   "log2",   "log10",  "log1p", "pow",  "sin",  "cos",
                           "tan",   "asin",  "acos",  "atan",  "atan2",  "sincos", "sinh",  "cosh", "tanh", "asinh",
                           "acosh", "atanh", "cbrt",  "hypot", "tgamma", "lgamma", "erf",   "erfc"};
  if (among(name, functions)) return true;
  return (name.ends_with("f") || name.ends_with("l")) && among(name.substr(0, name.size() - 1), functions);
}

}  // namespace

bool is_model_code(std::string_view path) {
  const Names folders = {"engine/base/",    "engine/world/",      "engine/scenario/",   "engine/government/",
                         "engine/systems/", "engine/indicators/", "engine/simulation/", "include/polder/"};
  return std::ranges::any_of(folders, [&](std::string_view folder) { return path.starts_with(folder); });
}

std::vector<std::string> libm_calls(const SourceFile& file) {
  return find(file, [](const Place& place) -> std::string {
    const bool used = place.called() || place.qualifier() == "std";
    if (!is_transcendental(place.name()) || !used || place.qualifier() == "detmath") return "";
    return fmt::format("{}() differs between processors: use detmath::", place.name());
  });
}

std::vector<std::string> foreign_randomness(const SourceFile& file) {
  std::vector<std::string> findings = find(file, [](const Place& place) -> std::string {
    const bool engine = place.name().ends_with("_distribution") ||
                        among(place.name(), {"random_device", "mt19937", "mt19937_64", "default_random_engine"});
    const bool call = place.called() && place.from_library() &&
                      among(place.name(), {"rand", "srand", "drand48", "random", "shuffle", "random_shuffle"});
    return engine || call ? fmt::format("{}: draw from Random", place.name()) : "";
  });
  add_headers(file, {"random"}, findings);
  return findings;
}

std::vector<std::string> unordered_containers(const SourceFile& file) {
  return find(file, [](const Place& place) -> std::string {
    return place.name().starts_with("unordered_") ? fmt::format("std::{}: its order is not ours", place.name()) : "";
  });
}

std::vector<std::string> clocks(const SourceFile& file) {
  std::vector<std::string> findings = find(file, [](const Place& place) -> std::string {
    const bool call = place.called() && place.from_library() &&
                      among(place.name(), {"time", "clock", "gettimeofday", "clock_gettime", "localtime", "gmtime"});
    return call || place.name() == "chrono" ? fmt::format("{}: results do not depend on the clock", place.name()) : "";
  });
  add_headers(file, {"ctime", "time.h"}, findings);
  return findings;
}

std::vector<std::string> prints_or_exits(const SourceFile& file) {
  return find(file, [](const Place& place) -> std::string {
    const bool stream = among(place.name(), {"cout", "cerr", "clog"}) && place.qualifier() == "std";
    const bool print = place.called() && (place.from_library() || place.qualifier() == "fmt") &&
                       among(place.name(), {"printf", "fprintf", "puts", "perror", "print", "println"});
    const bool end = place.called() && place.from_library() &&
                     among(place.name(), {"exit", "_exit", "_Exit", "quick_exit", "abort", "terminate"});
    return stream || print || end ? fmt::format("{}: the library never prints and never exits", place.name()) : "";
  });
}

std::vector<std::string> untidiness(const SourceFile& file) {
  constexpr long most_lines = 400;
  std::vector<std::string> findings;
  const long lines = std::ranges::count(file.text, '\n');
  if (lines > most_lines) findings.push_back(fmt::format("{}: {} lines, at most {}", file.path, lines, most_lines));
  unsigned line = 1;
  for (const char c : file.text) {
    if (c == '\t') findings.push_back(at(file.path, line, "a tab"));
    if (c == '\n') ++line;
  }
  return findings;
}

std::vector<std::string> foreign_places(const SourceFile& file) {
  // Written in two halves, so that this file does not name them itself.
  const std::string places[] = {std::string("/wo") + "rk/", std::string("../sh") + "ared",
                                std::string("/tm") + "p/build", std::string("/ro") + "ot/"};
  std::vector<std::string> findings;
  for (const std::string& place : places) {
    for (std::size_t i = file.text.find(place); i != std::string::npos; i = file.text.find(place, i + 1)) {
      // "home/work/" is a ratio, not a place.
      if (place.front() == '/' && i > 0 && std::isalnum(static_cast<unsigned char>(file.text[i - 1])) != 0) continue;
      const auto line = 1 + std::count(file.text.begin(), file.text.begin() + static_cast<std::ptrdiff_t>(i), '\n');
      findings.push_back(at(file.path, static_cast<unsigned>(line), fmt::format("names '{}'", place)));
    }
  }
  return findings;
}

}  // namespace polder::architecture
