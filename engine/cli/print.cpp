#include "cli/print.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <thread>
#include <vector>

#include "cli/options.h"
#include "store/files.h"
#include "store/scratch_folder.h"

namespace polder::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 4> browsers{"chromium", "chromium-browser", "google-chrome",
                                                   "google-chrome-stable"};
constexpr std::chrono::minutes patience{3};

/// Starts a program whose answers go to a file; 0 if it cannot be started.
pid_t start(std::vector<std::string>& words, const fs::path& log) {
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t files;
  ::posix_spawn_file_actions_init(&files);
  ::posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0);
  ::posix_spawn_file_actions_addopen(&files, 1, log.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  ::posix_spawn_file_actions_adddup2(&files, 1, 2);
  pid_t child = 0;
  const int failed = ::posix_spawn(&child, words.front().c_str(), &files, nullptr, arguments.data(), environ);
  ::posix_spawn_file_actions_destroy(&files);
  return failed == 0 ? child : 0;
}

/// Runs a program to its end; its exit code, or -1 where it did not start, or was killed.
int run(std::vector<std::string> words, const fs::path& log) {
  const pid_t child = start(words, log);
  if (child == 0) return -1;
  const auto end = std::chrono::steady_clock::now() + patience;
  int status = 0;
  while (::waitpid(child, &status, WNOHANG) == 0) {
    if (std::chrono::steady_clock::now() > end) {
      ::kill(child, SIGKILL);
      ::waitpid(child, &status, 0);
      return -1;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

bool is_whole_pdf(const std::string& bytes) {
  return bytes.starts_with("%PDF-") &&
         bytes.find("%%EOF", bytes.size() - std::min<std::size_t>(bytes.size(), 32)) != std::string::npos;
}

/// The last line that says something.
std::string last_line(const std::string& text) {
  std::istringstream lines(text);
  std::string last;
  for (std::string line; std::getline(lines, line);)
    if (line.find_first_not_of(" \t\r") != std::string::npos) last = line;
  return last;
}

}  // namespace

fs::path find_browser() {
  const char* path = std::getenv("PATH");
  for (const std::string_view name : browsers) {
    std::istringstream folders(path == nullptr ? "" : path);
    for (std::string folder; std::getline(folders, folder, ':');) {
      const fs::path file = fs::path(folder) / name;
      if (!folder.empty() && ::access(file.c_str(), X_OK) == 0 && fs::is_regular_file(file)) return fs::absolute(file);
    }
  }
  refuse("E390", "--pdf", "there is no chromium on this machine to print with",
         "install it (Debian: apt install chromium), or leave out --pdf, open the report in any browser and print it "
         "there");
}

void print_page(const fs::path& browser, const fs::path& html, const fs::path& pdf) {
  const store::ScratchFolder work(fs::temp_directory_path());
  const fs::path printed = work.path() / "report.pdf", log = work.path() / "log.txt";
  std::vector<std::string> words{browser.string(),
                                 "--headless",
                                 "--disable-gpu",
                                 "--disable-dev-shm-usage",
                                 "--no-first-run",
                                 "--no-pdf-header-footer",
                                 "--user-data-dir=" + (work.path() / "profile").string(),
                                 "--print-to-pdf=" + printed.string()};
  if (::geteuid() == 0) words.emplace_back("--no-sandbox");  // it refuses root otherwise
  words.push_back(fs::absolute(html).string());
  const int exit = run(std::move(words), log);
  const std::string bytes = fs::exists(printed) ? store::read_file(printed) : std::string();
  if (exit != 0 || !is_whole_pdf(bytes)) {
    const std::string said = fs::exists(log) ? last_line(store::read_file(log)) : std::string();
    refuse("E391", pdf.string(),
           fmt::format("{} could not print the report; no PDF was written{}", browser.string(),
                       said.empty() ? "" : fmt::format(" (it said: {})", said)),
           fmt::format("open {} in a browser and print it there", html.string()));
  }
  store::write_durably(pdf, bytes);
}

}  // namespace polder::cli
