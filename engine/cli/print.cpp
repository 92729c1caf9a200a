#include "cli/print.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <system_error>
#include <thread>
#include <vector>

#include "cli/options.h"
#include "store/files.h"

namespace polder::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 4> browsers{"chromium", "chromium-browser", "google-chrome",
                                                   "google-chrome-stable"};
constexpr std::chrono::minutes patience{3};

/// A folder for what the browser leaves behind, gone with this.
class Workplace {
 public:
  Workplace() {
    std::string name = (fs::temp_directory_path() / "polder-print-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::system_error(errno, std::generic_category(), name);
    folder_ = name;
  }
  ~Workplace() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }
  Workplace(const Workplace&) = delete;
  Workplace& operator=(const Workplace&) = delete;
  fs::path operator/(const char* name) const { return folder_ / name; }

 private:
  fs::path folder_;
};

/// A file's address: bytes that mean something in one are written as %XX.
std::string address_of(const fs::path& file) {
  std::string address = "file://";
  for (const char byte : fs::absolute(file).lexically_normal().string()) {
    const bool plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
                       std::string_view("/-_.~").find(byte) != std::string_view::npos;
    address += plain ? std::string(1, byte) : fmt::format("%{:02X}", static_cast<unsigned char>(byte));
  }
  return address;
}

/// In the child: what it says goes to a file.
[[noreturn]] void become(std::vector<std::string>& words, const fs::path& log) {
  const int out = ::open(log.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  const int in = ::open("/dev/null", O_RDONLY);
  if (out >= 0 && in >= 0 && ::dup2(in, 0) >= 0 && ::dup2(out, 1) >= 0 && ::dup2(out, 2) >= 0) {
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    ::execv(arguments.front(), arguments.data());
  }
  ::_exit(127);
}

/// Runs a program to its end; its exit code, or -1 where it was killed or had to be.
int run(std::vector<std::string> words, const fs::path& log) {
  const pid_t child = ::fork();
  if (child < 0) throw std::system_error(errno, std::generic_category(), words.front());
  if (child == 0) become(words, log);
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
  const Workplace work;
  const fs::path printed = work / "report.pdf", log = work / "log.txt";
  std::vector<std::string> words{browser.string(),
                                 "--headless",
                                 "--disable-gpu",
                                 "--disable-dev-shm-usage",
                                 "--no-first-run",
                                 "--no-pdf-header-footer",
                                 "--user-data-dir=" + (work / "profile").string(),
                                 "--print-to-pdf=" + printed.string()};
  if (::geteuid() == 0) words.emplace_back("--no-sandbox");  // it refuses root otherwise
  words.push_back(address_of(html));
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
