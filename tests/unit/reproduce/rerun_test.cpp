#include "reproduce/rerun.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <functional>
#include <nlohmann/json.hpp>
#include <set>

#include "base/hash.h"
#include "scenario/study.h"
#include "store/files.h"
#include "store/manifest.h"
#include "support/small_results.h"

namespace polder {
namespace {

namespace fs = std::filesystem;
using reproduce::agreement_of;
using ::testing::HasSubstr;
using testing::ScratchFolder;
using testing::small_header;
using testing::small_run;
using testing::small_study;

Problem refusal(const std::function<void()>& action) {
  try {
    action();
  } catch (const InputError& error) {
    return error.problems().at(0);
  }
  ADD_FAILURE() << "nothing was refused";
  return {};
}

/// A small result with these numbers of finished runs of its two scenarios.
Store result_with(const fs::path& folder, std::uint32_t references, std::uint32_t helps) {
  Store store = Store::open_or_create(folder, small_study(), small_header());
  for (std::uint32_t r = 0; r < references; ++r) store.add(small_run("reference", r));
  for (std::uint32_t r = 0; r < helps; ++r) store.add(small_run("help", r));
  return store;
}

std::vector<std::string> names(const std::vector<Store::Runs>& runs) {
  std::vector<std::string> found;
  for (const Store::Runs& run : runs) found.push_back(run.scenario.substr(0, 1) + std::to_string(run.replicate));
  return found;
}

TEST(Spread, TakesFromAllScenariosAndFromBeginningToEnd) {
  const ScratchFolder scratch;
  const Store store = result_with(scratch / "r", 8, 8);
  using Names = std::vector<std::string>;
  EXPECT_EQ(names(reproduce::spread(store, 1)), (Names{"r0"}));
  EXPECT_EQ(names(reproduce::spread(store, 2)), (Names{"r0", "h4"}));
  EXPECT_EQ(names(reproduce::spread(store, 4)), (Names{"r0", "r4", "h2", "h6"}));
  EXPECT_EQ(reproduce::spread(store, 100).size(), 16u);
}

TEST(Spread, GivesAsManyAsAskedForAlsoWhenScenariosAreNotEquallyFar) {
  const ScratchFolder scratch;
  const Store store = result_with(scratch / "r", 7, 2);
  for (std::size_t count = 1; count <= 9; ++count) {
    const auto runs = names(reproduce::spread(store, count));
    EXPECT_EQ(std::set<std::string>(runs.begin(), runs.end()).size(), count);
  }
}

TEST(Spread, RefusesAResultWithoutFinishedRuns) {
  const ScratchFolder scratch;
  const Store store = result_with(scratch / "r", 0, 0);
  EXPECT_EQ(refusal([&] { reproduce::spread(store, 1); }).code, "E381");
}

TEST(OtherThreads, AreNotThoseOfTheResult) {
  const ScratchFolder scratch;
  {
    const Store store = Store::open_or_create(scratch / "r", small_study(), small_header(), 2);
  }
  const Store store = Store::open_or_create(scratch / "r", small_study(), small_header(), 4);
  EXPECT_EQ(reproduce::other_threads(store), (std::vector<unsigned>{1, 3}));
}

TEST(Manifest, OfBeforeItNamedCommitAndFlagsIsRead) {
  const ScratchFolder scratch;
  testing::small_result(scratch / "r", 1);
  auto json = nlohmann::ordered_json::parse(store::read_file(scratch / "r" / "manifest.json"));
  for (const char* key : {"commit", "flags"}) json.at("engine").erase(key);
  for (const char* key : {"system", "threads"}) json.at("sessions").at(0).erase(key);
  json.erase("overrides");
  json.erase("digest");
  json["digest"] = sha256_hex(json.dump());
  std::ofstream(scratch / "r" / "manifest.json") << json.dump();
  const Store store = Store::open(scratch / "r");
  EXPECT_EQ(store.header().commit, "");
  EXPECT_EQ(store.replicates("help").size(), 1u);
  EXPECT_EQ(store::read_manifest(scratch / "r").sessions.at(0).threads, 0u);
}

class Agreeing : public testing::Test {
 protected:
  Agreeing() : store_(result_with(scratch_ / "r", 1, 0)) {}
  reproduce::Agreement with(const std::function<void(Observations&)>& change) const {
    RunResult again = small_run("reference", 0);
    change(again.observations);
    return agreement_of(store_.stored_run(store_.runs().at(0)), again, store_.header().from, store_.header().to);
  }
  ScratchFolder scratch_;
  Store store_;
};

TEST_F(Agreeing, IsWholeForTheSameRun) {
  const auto agreement = with([](Observations&) {});
  EXPECT_EQ(agreement.months, 24u);
  EXPECT_EQ(agreement.equal, 24u);
  EXPECT_FALSE(agreement.first);
}

TEST_F(Agreeing, NamesTheFirstMonthWhoseWorldDiffers) {
  const auto agreement = with([](Observations& o) {
    ++o.month_hashes.at(4);
    ++o.month_hashes.at(9);
  });
  EXPECT_EQ(agreement.equal, 22u);
  ASSERT_TRUE(agreement.first);
  EXPECT_EQ(agreement.first->month, Month::of(2026, 5));
  EXPECT_EQ(agreement.first->what, "hash of the world");
}

TEST_F(Agreeing, SeesTheLastBitOfANumberAndEveryCent) {
  const auto number = with([](Observations& o) {
    double& value = o.indicators.at(0).values.at(1);
    value = std::nextafter(value, 1e9);
  });
  ASSERT_TRUE(number.first);
  EXPECT_EQ(number.equal, 23u);
  EXPECT_THAT(number.first->what, HasSubstr("indicators "));
  const auto cents = with([](Observations& o) { ++o.ledger.at(0).cents; });
  ASSERT_TRUE(cents.first);
  EXPECT_THAT(cents.first->what, HasSubstr("ledger "));
}

TEST_F(Agreeing, SeesWhatIsMissing) {
  EXPECT_TRUE(with([](Observations& o) { o.indicators.pop_back(); }).first);
  EXPECT_TRUE(with([](Observations& o) { o.month_hashes.pop_back(); }).first);
  EXPECT_TRUE(with([](Observations& o) { o.ledger.pop_back(); }).first);
}

TEST(StudyOfAResult, RefusesAnotherModelAndSaysWhichCommitToBuild) {
  const ScratchFolder scratch;
  StoreHeader then = small_header();
  then.commit = "0123456789abcdef0123";
  const Store store = Store::open_or_create(scratch / "r", small_study(), then);
  StoreHeader now = small_header();
  now.model_sources = "bbbb";
  const Problem problem = refusal([&] { reproduce::study_of(store, now); });
  EXPECT_EQ(problem.code, "E380");
  EXPECT_THAT(problem.message, HasSubstr("model aaaa, commit 0123456789ab; this program is polder 0.1.0, model bbbb"));
  EXPECT_THAT(problem.help, HasSubstr("build commit 0123456789abcdef0123"));
}

/// A study that extends a file beside it, of a country given by its path.
fs::path study_by_paths(const fs::path& folder, const std::string& more = {}) {
  fs::create_directories(folder / "own" / "base");
  fs::create_directories(folder / "lands");
  fs::copy(fs::path(POLDER_ROOT) / "scenarios/countries/toy", folder / "lands" / "mine");
  std::ofstream(folder / "own" / "base" / "study.yaml")
      << "schema: polder/study/1\ntitle: {nl: Proef, en: Trial}\nquestion: Which?\nworld: ../lands/mine\n"
         "sample: 1:20\nperiod: {from: 2026-01, to: 2026-12, warm_up: 6 months}\nscenarios:\n  reference: {}\n"
         "reference: reference\nreplicates: 1\n";
  std::ofstream(folder / "own" / "study.yaml") << "extends: base/study.yaml\nseed: 7\n" << more;
  return folder / "own" / "study.yaml";
}

TEST(StudyOfAResult, IsTheStudyThatWasRunWhereverItsFilesWere) {
  const ScratchFolder scratch;
  fs::create_directories(scratch / "there");
  StudyOptions options;
  options.set = {"period.to=2026-08"};
  options.sample = "1:40";
  const Study study = load_study(study_by_paths(scratch / "there"), options);
  StoreHeader header = small_header();
  header.study = study.name;
  {
    const Store made = Store::open_or_create(scratch / "r", study, header);
  }
  fs::remove_all(scratch / "there");
  const Study again = reproduce::study_of(Store::open(scratch / "r"), header);
  EXPECT_EQ(again.name, "own");
  EXPECT_EQ(again.resolved, study.resolved);
  EXPECT_EQ(again.weight, 40u);
  ASSERT_EQ(again.files.size(), study.files.size());
  for (std::size_t i = 0; i < study.files.size(); ++i) {
    EXPECT_EQ(again.files[i].name, study.files[i].name);
    EXPECT_EQ(again.files[i].bytes, study.files[i].bytes);
  }
}

TEST(StudyOfAResult, IsRefusedWhenACopyOrAFlagIsGone) {
  const ScratchFolder scratch;
  StudyOptions options;
  options.set = {"period.to=2026-08"};
  Study study = load_study(study_by_paths(scratch / "there"), options);
  {
    const Store made = Store::open_or_create(scratch / "r", study, small_header());
  }
  fs::remove(scratch / "r" / "inputs" / "study.yaml");
  EXPECT_EQ(refusal([&] { reproduce::study_of(Store::open(scratch / "r"), small_header()); }).code, "E303");
  study.overrides.clear();
  {
    const Store made = Store::open_or_create(scratch / "other", study, small_header());
  }
  EXPECT_EQ(refusal([&] { reproduce::study_of(Store::open(scratch / "other"), small_header()); }).code, "E382");
}

}  // namespace
}  // namespace polder
