#include "document.h"

#include <sys/wait.h>

#include <cstdlib>

namespace polder {

namespace fs = std::filesystem;

std::string section_of(const std::string& document, const std::string& heading) {
  const std::size_t found = document.find("# " + heading + "\n");
  if (found == std::string::npos) return {};
  const std::size_t line = document.rfind('\n', found) == std::string::npos ? 0 : document.rfind('\n', found) + 1;
  const std::string level = document.substr(line, found + 2 - line);
  const std::size_t begin = document.find('\n', found) + 1, end = document.find("\n" + level, begin);
  return document.substr(begin, end == std::string::npos ? end : end - begin);
}

std::vector<CodeBlock> blocks_in(const std::string& document) {
  std::vector<CodeBlock> blocks;
  for (std::size_t i = document.find("```"); i != std::string::npos; i = document.find("```", i)) {
    const std::size_t line_end = document.find('\n', i), close = document.find("\n```", line_end);
    if (line_end == std::string::npos || close == std::string::npos) break;
    blocks.push_back({document.substr(i + 3, line_end - i - 3), document.substr(line_end + 1, close - line_end)});
    i = close + 4;
  }
  return blocks;
}

std::string block_with(const std::string& document, const std::string& language, const std::string& text) {
  for (const CodeBlock& block : blocks_in(document))
    if (block.language == language && block.text.find(text) != std::string::npos) return block.text;
  return {};
}

Answer run_shell(const std::string& script, const fs::path& folder) {
  const TemporaryFolder scratch;
  fs::create_directories(scratch / "bin");
  fs::create_symlink(POLDER_BINARY, scratch / "bin" / "polder");
  write_text(scratch / "script", script);
  const std::string command = "cd '" + folder.string() + "' && PATH='" + (scratch / "bin").string() +
                              "':$PATH sh -e '" + (scratch / "script").string() + "' > '" + (scratch / "out").string() +
                              "' 2> '" + (scratch / "err").string() + "'";
  const int status = std::system(command.c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : 128, read_text(scratch / "out"), read_text(scratch / "err")};
}

bool can(const std::string& command) { return std::system((command + " >/dev/null 2>&1").c_str()) == 0; }

}  // namespace polder
