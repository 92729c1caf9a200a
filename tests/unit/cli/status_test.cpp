// What `polder status` says of a run that did not end by itself.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <nlohmann/json.hpp>
#include <thread>

#include "program.h"

namespace polder {
namespace {

using testing::HasSubstr;

/// A run of eight replicates, killed when the first scenarios of some are finished.
class KilledRun : public testing::Test {
 protected:
  void SetUp() override {
    std::string text = toy_study();
    text.replace(text.find("to: 2026-12"), 11, "to: 2029-12");
    text.replace(text.find("replicates: 3"), 13, "replicates: 8");
    write_text(folder_ / "study.yaml", text);
    Program program({"run", folder_ / "study.yaml", "--out", result(), "--threads", "1", "--progress", "json"});
    const auto start = std::chrono::steady_clock::now();
    while (program.err().find("run_finished") == std::string::npos &&
           std::chrono::steady_clock::now() - start < std::chrono::seconds(60))
      std::this_thread::sleep_for(std::chrono::milliseconds(2));
    program.send(SIGKILL);
    program.wait();
  }
  std::string result() const { return folder_ / "result"; }
  TemporaryFolder folder_;
};

TEST_F(KilledRun, LacksAllThatItsStudyAskedFor) {
  const auto rows = nlohmann::json::parse(run_program({"status", result(), "--format", "json"}).out);
  ASSERT_EQ(rows.size(), 2u);
  std::size_t finished = 0;
  for (const auto& row : rows) {
    EXPECT_EQ(row["finished"].get<int>() + row["failed"].get<int>() + row["missing"].get<int>(), 8);
    finished += row["finished"].get<std::size_t>();
  }
  EXPECT_GE(finished, 1u);
  EXPECT_LT(finished, 16u) << "it was killed before its end";
}

TEST_F(KilledRun, IsWatchedNoLonger) {
  const Answer english = run_program({"status", result(), "--watch"});
  EXPECT_EQ(english.exit, 130);
  EXPECT_THAT(english.out, HasSubstr("recession"));
  EXPECT_THAT(english.err, HasSubstr("no process is at this run"));
  EXPECT_THAT(run_program({"status", result(), "--watch", "--lang", "nl"}).err, HasSubstr("geen proces"));
  EXPECT_THAT(run_program({"status", folder_ / "nothing", "--watch"}).err, HasSubstr("error[E306]"));
  ASSERT_EQ(run_program({"run", folder_ / "study.yaml", "--out", result()}).exit, 0);
  EXPECT_EQ(run_program({"status", result(), "--watch"}).exit, 0);
}

}  // namespace
}  // namespace polder
