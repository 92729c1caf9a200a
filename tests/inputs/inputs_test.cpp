// One wrong file per mistake, each with the exact text that a user reads. A case is NAME.yaml with NAME.expected.txt
// beside it; files in parameters/ are read as labour.yaml, those in targets/ as targets of a calibration; a folder in
// tables/ holds one table that takes the place of that of the toy country. After a change of wording run
// `POLDER_UPDATE=1 ctest -R Inputs` and read the difference.
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "calibrate/targets.h"
#include "data/problems.h"
#include "polder/simulation/simulation.h"
#include "scenario/parameter_files.h"
#include "scenario/study.h"
#include "world/country_files.h"

namespace polder {
namespace {

namespace fs = std::filesystem;

const fs::path folder = fs::path(POLDER_ROOT) / "tests" / "inputs";

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> cases_in(const fs::path& where) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(where))
    if (entry.path().extension() == ".yaml") names.push_back(entry.path().stem().string());
  std::sort(names.begin(), names.end());
  return names;
}

void expect_text(const fs::path& expected, const std::string& text) {
  if (std::getenv("POLDER_UPDATE") != nullptr) std::ofstream(expected, std::ios::binary) << text;
  EXPECT_EQ(text, read(expected));
}

/// What `polder check` says about a study: its mistakes, or else its warnings. Those called world_ are right by
/// themselves, and wrong in the world.
std::string said_about(const std::string& file) {
  try {
    const Study study = load_study(file);
    if (file.starts_with("world_")) prepare(study);
    return data::to_text(study.warnings);
  } catch (const InputError& error) {
    return data::to_text(error.problems());
  }
}

class Inputs : public testing::Test {
 protected:
  void SetUp() override { fs::current_path(folder); }
};

TEST_F(Inputs, EveryWrongStudyGetsItsMessage) {
  const auto names = cases_in(folder);
  ASSERT_GE(names.size(), 45u);
  for (const auto& name : names) {
    SCOPED_TRACE(name);
    const std::string text = said_about(name + ".yaml");
    EXPECT_EQ(text.find("error[") != std::string::npos, !name.starts_with("warning_"));
    EXPECT_NE(text.find("--> "), std::string::npos);
    expect_text(folder / (name + ".expected.txt"), text);
  }
}

TEST_F(Inputs, EveryWrongParameterFileGetsItsMessage) {
  const auto names = cases_in(folder / "parameters");
  ASSERT_GE(names.size(), 15u);
  for (const auto& name : names) {
    SCOPED_TRACE(name);
    const std::string file = "parameters/" + name + ".yaml";
    ParameterSet set;
    data::Problems problems;
    read_parameter_file(file, read(folder / file), "labour", set, problems);
    EXPECT_TRUE(problems.any_error());
    expect_text(folder / "parameters" / (name + ".expected.txt"), data::to_text(problems.all()));
  }
}

TEST_F(Inputs, EveryWrongFileOfTargetsGetsItsMessage) {
  const auto names = cases_in(folder / "targets");
  ASSERT_GE(names.size(), 25u);
  for (const auto& name : names) {
    SCOPED_TRACE(name);
    try {
      calibrate::load_targets("targets/" + name + ".yaml");
      ADD_FAILURE() << "no mistake was found";
    } catch (const InputError& error) {
      expect_text(folder / "targets" / (name + ".expected.txt"), data::to_text(error.problems()));
    }
  }
}

/// What reading the toy country says with the tables of `overlay` in place of its own; paths begin with "toy".
std::string said_about_country(const fs::path& overlay) {
  const fs::path work = fs::temp_directory_path() / ("polder_inputs_" + std::to_string(getpid()));
  fs::create_directories(work);
  fs::copy(fs::path(POLDER_ROOT) / "scenarios/countries/toy", work / "toy");
  fs::copy(overlay, work / "toy", fs::copy_options::recursive | fs::copy_options::overwrite_existing);
  fs::current_path(work);
  data::Problems problems;
  read_country("toy", problems);
  fs::current_path(folder);
  fs::remove_all(work);
  return data::to_text(problems.all());
}

TEST_F(Inputs, EveryWrongTableGetsItsMessage) {
  std::size_t cases = 0;
  for (const auto& entry : fs::directory_iterator(folder / "tables")) {
    if (!entry.is_directory()) continue;
    SCOPED_TRACE(entry.path().filename());
    const std::string text = said_about_country(entry.path());
    EXPECT_NE(text.find("--> toy/"), std::string::npos);
    expect_text(entry.path().string() + ".expected.txt", text);
    ++cases;
  }
  EXPECT_GE(cases, 9u);
}

TEST_F(Inputs, EveryExpectedTextHasItsFile) {
  for (const auto& where : {folder, folder / "parameters", folder / "targets"})
    for (const auto& entry : fs::directory_iterator(where)) {
      const std::string name = entry.path().filename().string();
      if (!name.ends_with(".expected.txt")) continue;
      EXPECT_TRUE(fs::exists(where / (name.substr(0, name.size() - 13) + ".yaml"))) << name;
    }
  for (const auto& entry : fs::directory_iterator(folder / "tables")) {
    const std::string path = entry.path().string();
    if (path.ends_with(".expected.txt")) {
      EXPECT_TRUE(fs::is_directory(path.substr(0, path.size() - 13))) << path;
    }
  }
}

TEST_F(Inputs, TheStudyThatTheyExtendIsRight) { EXPECT_TRUE(load_study("base/study.yaml").warnings.empty()); }

}  // namespace
}  // namespace polder
