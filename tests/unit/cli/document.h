// Documents taken at their word: their code blocks, and a shell in which `polder` is the program under test.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "program.h"

namespace polder {

struct CodeBlock {
  std::string language, text;
};

/// From a heading to the next one of the same level.
std::string section_of(const std::string& document, const std::string& heading);
/// The fenced blocks of code, in order.
std::vector<CodeBlock> blocks_in(const std::string& document);
/// The first block of a language that holds a text.
std::string block_with(const std::string& document, const std::string& language, const std::string& text);

/// Runs a script in a folder and stops at its first failure.
Answer run_shell(const std::string& script, const std::filesystem::path& folder);
/// Whether a command succeeds.
bool can(const std::string& command);

}  // namespace polder
