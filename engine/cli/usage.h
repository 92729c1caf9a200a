// A command line that cannot be read, told like any other mistake.
#pragma once

#include <string>
#include <vector>

#include "cli/texts.h"
#include "data/problems.h"
#include "polder/base/error.h"

namespace CLI {
class App;
class ParseError;
}  // namespace CLI

namespace polder::cli {

/// What is wrong (E321) with the words behind the program's name, and what was probably meant.
Problem usage_problem(const CLI::App& program, const CLI::ParseError& error, const std::vector<std::string>& words);

/// Of the answer, read off the words; English unless they say otherwise.
Language language_of(const std::vector<std::string>& words);

/// The words around the problems of a command: those that only look do not say that nothing was run.
data::Frame frame_for(const std::vector<std::string>& words);

}  // namespace polder::cli
