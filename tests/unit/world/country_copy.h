// The toy country in a folder of its own, so that a test can damage it.
#pragma once

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "world/country_files.h"

namespace polder {

namespace fs = std::filesystem;

inline const fs::path countries = fs::path(POLDER_ROOT) / "scenarios/countries";

inline std::string bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

class ToyCopy {
 public:
  ToyCopy() : folder_(fs::temp_directory_path() / fmt::format("polder_country_{}_{}", getpid(), number_++)) {
    fs::copy(countries / "toy", folder_);
  }
  ~ToyCopy() { fs::remove_all(folder_); }
  ToyCopy(const ToyCopy&) = delete;
  ToyCopy& operator=(const ToyCopy&) = delete;

  fs::path operator/(const std::string& file) const { return folder_ / file; }
  std::string text(const std::string& file) const { return bytes_of(folder_ / file); }
  void write(const std::string& file, const std::string& text) const { std::ofstream(folder_ / file) << text; }
  void replace(const std::string& file, const std::string& from, const std::string& to) const {
    std::string all = text(file);
    const std::size_t at = all.find(from);
    ASSERT_NE(at, std::string::npos) << from << " is not in " << file;
    write(file, all.replace(at, from.size(), to));
  }
  std::vector<Problem> problems() const {
    data::Problems found;
    read_country(folder_, found);
    return found.all();
  }

 private:
  static inline int number_ = 0;
  fs::path folder_;
};

/// What to write wrong in the toy country, and how it is told.
struct Mistake {
  std::string file, from, to;
  std::string code;
  unsigned line;
  std::string message, help;
};

inline void PrintTo(const Mistake& mistake, std::ostream* out) { *out << mistake.file << ": " << mistake.to; }

inline void expect_reported_once(const ToyCopy& toy, const Mistake& mistake) {
  toy.replace(mistake.file, mistake.from, mistake.to);
  const std::vector<Problem> problems = toy.problems();
  ASSERT_EQ(problems.size(), 1u) << data::to_text(problems);
  EXPECT_EQ(problems[0].code, mistake.code);
  EXPECT_EQ(problems[0].file, (toy / mistake.file).generic_string());
  EXPECT_EQ(problems[0].line, mistake.line);
  EXPECT_THAT(problems[0].message, testing::HasSubstr(mistake.message));
  EXPECT_EQ(problems[0].help, mistake.help);
}

}  // namespace polder
