#include "program.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <set>
#include <stdexcept>

namespace polder {

namespace fs = std::filesystem;

TemporaryFolder::TemporaryFolder() {
  std::string name = (fs::temp_directory_path() / "polder-test-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

Program::Program(const std::vector<std::string>& arguments, const fs::path& started_in) {
  const std::string out = folder_ / "out", err = folder_ / "err";
  process_ = ::fork();
  if (process_ < 0) throw std::runtime_error("cannot start a process");
  if (process_ > 0) return;
  const int to_out = ::open(out.c_str(), O_CREAT | O_WRONLY, 0600);
  const int to_err = ::open(err.c_str(), O_CREAT | O_WRONLY, 0600);
  const bool ready = ::dup2(to_out, STDOUT_FILENO) >= 0 && ::dup2(to_err, STDERR_FILENO) >= 0;
  if (!ready || ::chdir(started_in.c_str()) != 0) ::_exit(126);
  std::vector<char*> words{const_cast<char*>(POLDER_BINARY)};
  for (const std::string& argument : arguments) words.push_back(const_cast<char*>(argument.c_str()));
  words.push_back(nullptr);
  ::execv(POLDER_BINARY, words.data());
  ::_exit(127);
}

Program::~Program() {
  if (process_ <= 0) return;
  send(SIGKILL);
  ::waitpid(process_, nullptr, 0);
}

void Program::send(int signal) const { ::kill(process_, signal); }

Answer Program::wait() {
  int status = 0;
  ::waitpid(process_, &status, 0);
  process_ = -1;
  const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return {code, read_text(folder_ / "out"), read_text(folder_ / "err")};
}

std::string Program::err() const { return fs::exists(folder_ / "err") ? read_text(folder_ / "err") : std::string(); }

Answer run_program(const std::vector<std::string>& arguments, const fs::path& started_in) {
  return Program(arguments, started_in).wait();
}

void write_text(const fs::path& file, const std::string& text) {
  fs::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << text;
}

std::string read_text(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string bytes_in(const fs::path& folder) {
  std::set<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) files.insert(entry.path());
  }
  std::string bytes;
  for (const fs::path& file : files) {
    bytes += file.lexically_relative(folder).string() + "\n" + read_text(file) + "\n";
  }
  return bytes;
}

std::string toy_study(const std::string& more) {
  return "schema: polder/study/1\n"
         "title: {nl: Proef, en: Trial}\n"
         "question: Does the program do what it says?\n"
         "world: toy\n"
         "sample: 1:10\n"
         "period: {from: 2026-01, to: 2026-12, warm_up: 6 months}\n"
         "scenarios:\n"
         "  reference: {}\n"
         "  recession:\n"
         "    events:\n"
         "      - recession: {depth: 4 %, from: 2026-03, months: 12 months}\n"
         "reference: reference\n"
         "replicates: 3\n" +
         more;
}

}  // namespace polder
