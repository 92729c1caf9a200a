#include "scenario/parameter_files.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace polder {
namespace {

namespace fs = std::filesystem;

const fs::path folder = fs::path(POLDER_ROOT) / "scenarios" / "parameters";

/// A copy of the repository's parameters that a test may damage.
class CopiedParameters : public testing::Test {
 protected:
  void SetUp() override {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    copy_ = fs::path(testing::TempDir()) / (std::string("polder_parameters_") + test->name());
    fs::remove_all(copy_);
    fs::copy(folder, copy_);
  }
  void TearDown() override { fs::remove_all(copy_); }

  void write(const std::string& name, const std::string& text) { std::ofstream(copy_ / name) << text; }
  std::vector<Problem> problems() {
    try {
      load_parameters(copy_);
    } catch (const InputError& error) {
      return error.problems();
    }
    return {};
  }

  fs::path copy_;
};

TEST(ParameterFiles, GiveEveryParameterWithRangeStatusAndSource) {
  data::Problems problems;
  std::vector<Study::InputFile> files;
  const ParameterSet set = read_parameters(folder, files, problems);
  check_complete(set, "parameters", problems);
  check_sums(set, problems);
  EXPECT_EQ(data::to_text(problems.all()), data::to_text(std::vector<Problem>{}));
  for (const auto& value : set.list) {
    EXPECT_FALSE(value.source.empty()) << value.key;
    EXPECT_LE(value.from, value.value) << value.key;
    EXPECT_GE(value.to, value.value) << value.key;
    EXPECT_FALSE(value.file.empty()) << value.key;
  }
  EXPECT_EQ(files.size(), 23u);
  EXPECT_TRUE(std::is_sorted(files.begin(), files.end(), [](auto& a, auto& b) { return a.name < b.name; }));
  EXPECT_EQ(files.front().name, "parameters/benefits.yaml");
  EXPECT_EQ(files.front().bytes.size(), fs::file_size(folder / "benefits.yaml"));
}

/// What law and published transitions say; what is fitted may change.
TEST(ParameterFiles, GiveTheRulesOfLawAndThePublishedTransitions) {
  const Parameters parameters = load_parameters(folder);
  EXPECT_EQ(parameters.separation.to_unemployed, 0.00525);
  EXPECT_EQ(parameters.firm.drc_separation, 0.01034);
  EXPECT_EQ(parameters.firm.drc, 0);
  EXPECT_EQ(parameters.rules.ww_rate_first, 0.75);
  EXPECT_EQ(parameters.rules.ww_rate_after, 0.7);
  EXPECT_EQ(parameters.rules.ww_most_months, 24);
  EXPECT_EQ(parameters.buig.objective_above, 40000);
}

/// |phi_2| < 1, phi_1 + phi_2 < 1 and phi_2 - phi_1 < 1: the cycle dies out, at both ends of the ranges too.
TEST(ParameterFiles, GiveACycleThatDiesOut) {
  data::Problems problems;
  std::vector<Study::InputFile> files;
  const ParameterSet set = read_parameters(folder, files, problems);
  const auto range = [&](std::string_view key) {
    return *std::find_if(set.list.begin(), set.list.end(), [&](const auto& value) { return value.key == key; });
  };
  const auto first = range("demand.persistence_1"), second = range("demand.persistence_2");
  EXPECT_LT(first.to + second.to, 1);
  EXPECT_LT(second.to - first.from, 1);
  EXPECT_GT(second.from, -1);
}

TEST_F(CopiedParameters, MissOneThatNoFileGives) {
  write("commuting.yaml", "");
  const auto found = problems();
  ASSERT_EQ(found.size(), 4u);
  EXPECT_EQ(found[0].code, "E103");
  EXPECT_EQ(found[0].file, (copy_ / "commuting.yaml").string());
  EXPECT_EQ(found[0].message, "missing parameter 'commute.power' [factor]: power of distance in the kernel 'power'");
}

TEST_F(CopiedParameters, ReportOneMistakeForOneTypingError) {
  std::ifstream in(copy_ / "commuting.yaml");
  std::string text{std::istreambuf_iterator<char>(in), {}};
  text.replace(text.find("commute.power"), 13, "commute.powr");
  write("commuting.yaml", text);
  const auto found = problems();
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].help, "did you mean 'commute.power'?");
}

TEST_F(CopiedParameters, RefuseDistanceClassesThatDoNotAddUp) {
  std::ifstream in(copy_ / "benefits.yaml");
  std::string text{std::istreambuf_iterator<char>(in), {}};
  const auto at = text.find("value: 0.35", text.find("initial_class_4"));
  text.replace(at, 11, "value: 0.25");
  write("benefits.yaml", text);
  const auto found = problems();
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].code, "E120");
  EXPECT_EQ(found[0].help, "raise one of them by 0.1");
}

TEST_F(CopiedParameters, NameAFolderThatIsNotThere) {
  copy_ /= "nowhere";
  const auto found = problems();
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0].code, "E200");
}

TEST(ParameterFiles, LetALaterFileOverride) {
  ParameterSet set;
  data::Problems problems;
  const std::string text =
      "wage.base: {value: 2000, unit: EUR/month, range: [1800, 2200], status: assumed, source: own}\n";
  read_parameter_file("countries/x/parameters.yaml", text, {}, set, problems);
  EXPECT_FALSE(problems.any());
  EXPECT_EQ(set.values.wage.base, 2000);
  const auto changed = std::count(set.seen.begin(), set.seen.end(), true);
  EXPECT_EQ(changed, 1);
}

}  // namespace
}  // namespace polder
