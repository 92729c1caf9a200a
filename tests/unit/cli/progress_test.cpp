#include "cli/progress.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "program.h"

namespace polder::cli {
namespace {

Progress at(std::size_t done, std::size_t total, std::uint64_t months, std::uint64_t all) {
  return {done, total, months, all};
}

/// What a progress line has written after some updates.
std::string written(ProgressStyle style, const std::vector<Progress>& updates) {
  std::FILE* file = std::tmpfile();
  {
    ProgressLine line(style, "closure", file);
    for (const Progress& progress : updates) line.update(progress);
  }
  std::string text(static_cast<std::size_t>(std::ftell(file)), ' ');
  std::rewind(file);
  const std::size_t read = std::fread(text.data(), 1, text.size(), file);
  std::fclose(file);
  return text.substr(0, read);
}

TEST(Progress, CountsWorkNotRuns) {
  const ProgressView view = view_of(at(6, 40, 15'000'000, 100'000'000), "closure", "joint", 150);
  EXPECT_DOUBLE_EQ(view.share, 0.15);
  EXPECT_DOUBLE_EQ(view.seconds_left, 850);
  EXPECT_DOUBLE_EQ(view.rate, 100'000);
}

TEST(Progress, DoesNotGuessTheTimeLeftBeforeAnythingIsDone) {
  EXPECT_LT(view_of(at(0, 40, 0, 100), "closure", "-", 5).seconds_left, 0);
  EXPECT_LT(view_of(at(0, 40, 1, 100), "closure", "-", 0.2).seconds_left, 0);
}

TEST(Progress, IsCompleteWhenAllRunsEndedThoughOneBroke) {
  const ProgressView view = view_of(at(40, 40, 60, 100), "closure", "joint", 10);
  EXPECT_DOUBLE_EQ(view.share, 1);
  EXPECT_DOUBLE_EQ(view.seconds_left, 0);
}

TEST(Progress, WritesOnePlainLine) {
  EXPECT_EQ(plain_text(view_of(at(6, 40, 15, 100), "closure", "joint", 150)),
            "progress study=closure scenario=joint done=6 total=40 percent=15 eta_s=850");
  EXPECT_EQ(plain_text(view_of(at(0, 40, 0, 100), "closure", "-", 0)),
            "progress study=closure scenario=- done=0 total=40 percent=0");
}

TEST(Progress, WritesABarWithThroughputAndTimeLeft) {
  EXPECT_EQ(bar_text(view_of(at(25, 40, 63'000'000, 100'000'000), "closure", "joint", 60)),
            "  ███████████████           63 %  25/40 runs  1.1 M resident-months/s  ETA 00:35");
}

TEST(Progress, WritesJsonThatProgramsRead) {
  const auto json = nlohmann::json::parse(json_text(view_of(at(6, 40, 15, 100), "closure", "joint", 150)));
  EXPECT_EQ(json["event"], "progress");
  EXPECT_EQ(json["done"], 6);
  EXPECT_DOUBLE_EQ(json["share"], 0.15);
  EXPECT_EQ(json["eta_s"], 850);
}

TEST(ProgressLine, WritesALineEveryFivePercent) {
  std::vector<Progress> updates;
  for (std::uint64_t month = 0; month <= 1000; ++month) updates.push_back(at(month / 250, 4, month, 1000));
  const std::string text = written(ProgressStyle::Plain, updates);
  const auto lines = std::count(text.begin(), text.end(), '\n');
  EXPECT_GE(lines, 20);
  EXPECT_LE(lines, 22);
  EXPECT_TRUE(text.ends_with("done=4 total=4 percent=100 eta_s=0\n")) << text;
}

TEST(ProgressLine, SaysNothingWhenAskedTo) {
  EXPECT_EQ(written(ProgressStyle::None, {at(0, 4, 0, 10), at(4, 4, 10, 10)}), "");
}

TEST(ProgressLine, EndsABarWithALineFeed) {
  const std::string text = written(ProgressStyle::Bar, {at(0, 4, 0, 10), at(4, 4, 10, 10)});
  EXPECT_TRUE(text.starts_with("\r"));
  EXPECT_TRUE(text.ends_with("\n"));
}

}  // namespace
}  // namespace polder::cli
