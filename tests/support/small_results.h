// Results made by hand, without a model: a study of two scenarios, two years, and runs whose numbers are known.
#pragma once

#include <filesystem>
#include <string>

#include "store/store.h"

namespace polder::testing {

/// A folder that is gone when the test ends.
class ScratchFolder {
 public:
  ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  ~ScratchFolder();
  std::filesystem::path operator/(const std::string& name) const { return path_ / name; }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

Study small_study();

StoreHeader small_header();

std::size_t column_of(std::string_view key);

/// Values that tell where they belong: a number of column, month, area and run, with a fraction in odd columns, and
/// nothing in every seventh column.
std::vector<double> telling_values(int month, int place, int run);

/// A finished run of 24 months: country and region by month, two municipalities by December, a followed plant by
/// month, two educations by December; payments by month and, by municipality, by year.
RunResult small_run(const std::string& scenario, std::uint32_t replicate);

/// A result with `replicates` finished runs of both scenarios.
void small_result(const std::filesystem::path& folder, std::uint32_t replicates = 2);

}  // namespace polder::testing
