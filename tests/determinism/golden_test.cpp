// Golden runs on the toy country: the same figures and hashes from every compiler, build type and machine. After a
// change that is meant to change results: POLDER_UPDATE=1 ctest -R Golden, and read the difference.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "support/study.h"

namespace polder {
namespace {

const std::filesystem::path folder = std::filesystem::path(POLDER_ROOT) / "tests/golden";

/// A line per scenario and month: the hash of the world and the country's indicators.
std::string golden_text() {
  const Experiment experiment = prepare(testing::toy_study("1:10", "2027-03"));
  std::string text = "scenario,month,world";
  for (const Indicator& indicator : indicator_catalogue()) text += fmt::format(",{}", indicator.key);
  text += '\n';
  for (std::size_t scenario = 0; scenario < experiment.scripts.size(); ++scenario) {
    const RunState state = testing::run_all(experiment, scenario);
    for (const IndicatorRow& row : state.observations.indicators) {
      if (row.level != AreaLevel::Country) continue;
      const auto month = static_cast<std::size_t>(row.month - experiment.from);
      text += fmt::format("{},{},{:016x}", experiment.scripts[scenario].name, to_text(row.month),
                          state.observations.month_hashes[month]);
      for (const double value : row.values) text += fmt::format(",{}", value);
      text += '\n';
    }
  }
  return text;
}

TEST(Golden, ToyClosureGivesTheSameFiguresEverywhere) {
  const std::filesystem::path file = folder / "toy-closure.csv";
  const std::string text = golden_text();
  if (std::getenv("POLDER_UPDATE") != nullptr) {
    std::filesystem::create_directories(folder);
    std::ofstream(file) << text;
  }
  std::ifstream stream(file);
  std::stringstream expected;
  expected << stream.rdbuf();
  std::istringstream ours(text), theirs(expected.str());
  std::string a, b;
  for (int line = 1; std::getline(ours, a); ++line) {
    ASSERT_TRUE(std::getline(theirs, b)) << "the golden file ends at line " << line;
    ASSERT_EQ(a, b) << "line " << line;
  }
  EXPECT_FALSE(std::getline(theirs, b)) << "the golden file goes on: " << b;
}

}  // namespace
}  // namespace polder
