// Runs the program as a user does: arguments in, exit code and texts out.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace polder {

struct Answer {
  int exit = -1;    // 128 + signal when it was killed
  std::string out, err;
};

/// A folder that is removed with everything in it.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  std::filesystem::path operator/(const std::string& name) const { return path_ / name; }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// A program under way.
class Program {
 public:
  explicit Program(const std::vector<std::string>& arguments, const std::filesystem::path& started_in = POLDER_ROOT);
  ~Program();
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;
  void send(int signal) const;
  Answer wait();
  std::string err() const;  // so far

 private:
  TemporaryFolder folder_;
  int process_ = -1;
};

Answer run_program(const std::vector<std::string>& arguments, const std::filesystem::path& started_in = POLDER_ROOT);

void write_text(const std::filesystem::path& file, const std::string& text);
std::string read_text(const std::filesystem::path& file);
/// Names and bytes of all files in a folder, in order of name.
std::string bytes_in(const std::filesystem::path& folder);

/// A small study of the toy country with two scenarios; `more` is added at its end.
std::string toy_study(const std::string& more = {});

}  // namespace polder
