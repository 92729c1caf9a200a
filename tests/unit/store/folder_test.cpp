#include "store/folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <functional>
#include <system_error>

#include "base/hash.h"
#include "polder/base/error.h"
#include "store/files.h"
#include "support/small_results.h"

namespace polder {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using testing::ScratchFolder;
using testing::small_header;
using testing::small_run;
using testing::small_study;

Problem problem_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const InputError& error) {
    EXPECT_EQ(error.problems().size(), 1U);
    return error.problems().at(0);
  }
  ADD_FAILURE() << "nothing was refused";
  return {};
}

Problem refusal(const fs::path& folder, const Study& study = small_study(),
                const StoreHeader& header = small_header()) {
  return problem_of([&] { Store::open_or_create(folder, study, header); });
}

void write(const fs::path& file, const std::string& text) { std::ofstream(file, std::ios::binary) << text; }

/// Every file of a folder with its bytes.
std::map<std::string, std::string> contents(const fs::path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) files[entry.path().lexically_relative(folder)] = store::read_file(entry.path());
  }
  return files;
}

TEST(ResultFolder, HoldsExactCopiesOfTheInputs) {
  const ScratchFolder scratch;
  testing::small_result(scratch / "r", 1);
  const auto files = contents(scratch / "r");
  for (const auto& input : small_study().files) EXPECT_EQ(files.at("inputs/" + input.name), input.bytes);
  EXPECT_EQ(files.at("resolved.yaml"), small_study().resolved);
  EXPECT_THAT(files.at("README.md"), HasSubstr("sqlite3 results.db \"SELECT scenario, avg(unemployment_rate)"));
  const std::string& manifest = files.at("manifest.json");
  EXPECT_THAT(manifest, HasSubstr(sha256_hex(small_study().files[1].bytes)));
  EXPECT_THAT(manifest, HasSubstr("\"sample\": \"1:10\""));
  EXPECT_THAT(manifest, HasSubstr("\"exit\": 0"));
  EXPECT_THAT(manifest, HasSubstr("\"compiler\": \""));
  for (const auto& [name, bytes] : files) EXPECT_FALSE(store::is_temporary(name)) << name;
}

TEST(ResultFolder, KeepsCopiesInsideWhateverTheyAreCalled) {
  EXPECT_EQ(store::inside("../../etc/passwd"), "etc/passwd");
  EXPECT_EQ(store::inside("/etc/passwd"), "etc/passwd");
  EXPECT_EQ(store::inside("a/../../b.yaml"), "b.yaml");
  EXPECT_EQ(store::inside("countries/toy/areas.csv"), "countries/toy/areas.csv");
}

TEST(ResultFolder, KeepsCommitFlagsAndWhatTheCommandLineChanged) {
  const ScratchFolder scratch;
  Study study = small_study();
  study.overrides = {"sample=1:10", "place[0].firm.jobs=\"9\""};
  StoreHeader header = small_header();
  header.commit = "abc+changes";
  header.flags = "-O3";
  {
    const Store store = Store::open_or_create(scratch / "r", study, header, 3);
  }
  const store::Manifest read = store::read_manifest(scratch / "r");
  EXPECT_EQ(read.overrides, study.overrides);
  EXPECT_EQ(read.header.commit, "abc+changes");
  EXPECT_EQ(read.header.flags, "-O3");
  EXPECT_EQ(read.sessions.at(0).threads, 3u);
}

TEST(ResultFolder, NotesEverySession) {
  const ScratchFolder scratch;
  testing::small_result(scratch / "r", 1);
  Store::open_or_create(scratch / "r", small_study(), small_header()).close_session(130);
  const auto manifest = store::read_manifest(scratch / "r");
  ASSERT_EQ(manifest.sessions.size(), 2U);
  EXPECT_EQ(manifest.sessions[0].exit, 0);
  EXPECT_EQ(manifest.sessions[1].exit, 130);
  EXPECT_EQ(manifest.sessions[1].ended->size(), std::string("2026-01-31T12:00:00Z").size());
}

TEST(ResultFolder, RefusesAnotherVersionOfTheModel) {
  const ScratchFolder scratch;
  testing::small_result(scratch / "r", 1);
  const auto before = contents(scratch / "r");
  StoreHeader other = small_header();
  other.model_sources = "bbbb";
  Problem problem = refusal(scratch / "r", small_study(), other);
  EXPECT_EQ(problem.code, "E301");
  EXPECT_EQ(problem.file, (scratch / "r").string());
  EXPECT_EQ(problem.message, "this result was written by polder 0.1.0 with other model sources");
  EXPECT_EQ(problem.help, "choose another --out, or start again with --fresh");
  other.engine_version = "0.2.0";
  EXPECT_EQ(refusal(scratch / "r", small_study(), other).message,
            "this result was written by polder 0.1.0, this is polder 0.2.0");
  EXPECT_EQ(contents(scratch / "r"), before);
}

TEST(ResultFolder, OpensForReadingWhateverVersionWroteIt) {
  const ScratchFolder scratch;
  StoreHeader old = small_header();
  old.engine_version = "0.0.1";
  Store::open_or_create(scratch / "r", small_study(), old).add(small_run("help", 0));
  EXPECT_EQ(Store::open(scratch / "r").replicates("help").size(), 1U);
}

TEST(ResultFolder, RefusesAnotherLayout) {
  const ScratchFolder scratch;
  testing::small_result(scratch / "r", 1);
  std::string manifest = store::read_file(scratch / "r" / "manifest.json");
  manifest.replace(manifest.find("polder/result/1"), 15, "polder/result/2");
  write(scratch / "r" / "manifest.json", manifest);
  const Problem problem = problem_of([&] { Store::open(scratch / "r"); });
  EXPECT_EQ(problem.code, "E301");
  EXPECT_EQ(problem.message, "this result has the layout polder/result/2, this version reads polder/result/1");
}

TEST(ResultFolder, NamesAllThatDiffersFromItsStudy) {
  const ScratchFolder scratch;
  testing::small_result(scratch / "r", 1);
  const auto before = contents(scratch / "r");
  Study study = small_study();
  StoreHeader header = small_header();
  header.study = "large";
  header.weight = 100;
  header.seed = 2;
  study.files[0].bytes += " ";
  study.files[1].name = "countries/toy/places.csv";
  const Problem problem = refusal(scratch / "r", study, header);
  EXPECT_EQ(problem.code, "E302");
  EXPECT_EQ(problem.message,
            "this result belongs to other inputs: it holds study 'small', not 'large'; its sample is 1:10, not 1:100; "
            "its seed is 1, not 2; studies/small/study.yaml differs; countries/toy/places.csv is new; "
            "countries/toy/areas.csv is gone");
  EXPECT_EQ(contents(scratch / "r"), before);
}

TEST(ResultFolder, NamesTheFirstSettingThatDiffers) {
  const ScratchFolder scratch;
  testing::small_result(scratch / "r", 1);
  Study study = small_study();
  study.resolved = "sample: 1:10\nseed: 1\nreplicates:\n  start: 4\nperiod:\n  from: 2026-02\n";
  EXPECT_EQ(refusal(scratch / "r", study).message,
            "this result belongs to other inputs: settings differ, first 'from: 2026-02' instead of 'from: 2026-01'");
  study.resolved = "sample: 1:10\nseed: 1\n";
  EXPECT_EQ(refusal(scratch / "r", study).message,
            "this result belongs to other inputs: settings differ, first 'nothing' instead of 'period:'");
}

TEST(ResultFolder, RefusesAFolderOfSomethingElse) {
  const ScratchFolder scratch;
  fs::create_directories(scratch / "photos");
  write(scratch / "photos" / "cat.jpg", "cat");
  EXPECT_EQ(refusal(scratch / "photos").code, "E305");
  EXPECT_EQ(contents(scratch / "photos").size(), 1U);
  write(scratch / "file", "text");
  EXPECT_EQ(refusal(scratch / "file").code, "E305");
  EXPECT_EQ(refusal(scratch / "file").message, "this is a file, not a result folder");
  EXPECT_EQ(store::read_file(scratch / "file"), "text");
}

TEST(ResultFolder, TakesAnEmptyFolder) {
  const ScratchFolder scratch;
  fs::create_directories(scratch / "empty");
  EXPECT_NO_THROW(Store::open_or_create(scratch / "empty", small_study(), small_header()));
}

TEST(ResultFolder, SaysWhereTheDiskRefuses) {
  const ScratchFolder scratch;
  write(scratch / "file", "text");
  try {
    Store::open_or_create(scratch / "file" / "below", small_study(), small_header());
    FAIL();
  } catch (const std::system_error& error) {
    EXPECT_EQ(error.code().value(), ENOTDIR);
    EXPECT_THAT(error.what(), HasSubstr((scratch / "file").string()));
  }
}

TEST(ResultFolder, SaysThatThereIsNoResult) {
  const ScratchFolder scratch;
  EXPECT_EQ(problem_of([&] { Store::open(scratch / "nowhere"); }).message, "there is no such result folder");
  EXPECT_EQ(problem_of([&] { Store::open(scratch.path()); }).message, "this is not a result of polder");
  EXPECT_EQ(problem_of([&] { Store::open(scratch.path()); }).code, "E306");
}

TEST(ResultFolder, HasOneWriterAtATime) {
  const ScratchFolder scratch;
  auto writer = std::make_unique<Store>(Store::open_or_create(scratch / "r", small_study(), small_header()));
  const Problem problem = refusal(scratch / "r");
  EXPECT_EQ(problem.code, "E304");
  EXPECT_EQ(problem.message, "another polder process is writing this result");
  writer.reset();
  EXPECT_NO_THROW(Store::open_or_create(scratch / "r", small_study(), small_header()));
}

TEST(ResultFolder, GoesOnAfterAnInterruptedStart) {
  const ScratchFolder scratch;
  const fs::path folder = scratch / "r";
  fs::create_directories(folder / "inputs");
  write(store::temporary_name(folder / "unfinished"), "");
  write(folder / "results.db", "half a database");
  write(folder / "resolved.yaml", "half");
  EXPECT_EQ(store::state_of(folder), store::FolderState::Unfinished);
  Store::open_or_create(folder, small_study(), small_header()).add(small_run("help", 0));
  EXPECT_EQ(store::state_of(folder), store::FolderState::Result);
  EXPECT_EQ(Store::open(folder).replicates("help").size(), 1U);
  EXPECT_EQ(contents(folder).at("resolved.yaml"), small_study().resolved);
}

TEST(ResultFolder, SweepsWhatAKilledProcessLeft) {
  const ScratchFolder scratch;
  testing::small_result(scratch / "r", 1);
  const fs::path stale = store::temporary_name(scratch / "r" / "inputs" / "studies" / "x.yaml");
  write(stale, "half");
  Store::open_or_create(scratch / "r", small_study(), small_header());
  EXPECT_FALSE(fs::exists(stale));
}

TEST(ResultFolder, PutsBackACopyThatIsGoneAndRefusesOneThatChanged) {
  const ScratchFolder scratch;
  testing::small_result(scratch / "r", 1);
  const fs::path copy = scratch / "r" / "inputs" / "countries" / "toy" / "areas.csv";
  fs::remove(copy);
  Store::open_or_create(scratch / "r", small_study(), small_header());
  EXPECT_EQ(store::read_file(copy), small_study().files[1].bytes);
  write(copy, "code,name\n");
  const Problem problem = refusal(scratch / "r");
  EXPECT_EQ(problem.code, "E303");
  EXPECT_EQ(problem.file, copy.string());
}

TEST(ResultFolder, NoticesEveryChangedByteOfItsManifest) {
  const store::Manifest manifest = store::manifest_of(small_study(), small_header());
  const std::string whole = to_text(manifest);
  std::size_t refused = 0;
  for (std::size_t at = 0; at < whole.size(); ++at) {
    for (int bit = 0; bit < 8; ++bit) {
      std::string bytes = whole;
      bytes[at] = static_cast<char>(bytes[at] ^ (1 << bit));
      try {
        EXPECT_EQ(to_text(store::parse_manifest(bytes, "r")), whole) << "byte " << at;  // only white space changed
      } catch (const InputError& error) {
        EXPECT_THAT(error.problems()[0].code, ::testing::AnyOf("E303", "E301"));
        ++refused;
      }
    }
    if (at + 1 == whole.size()) break;  // the last byte is the end of the line
    EXPECT_EQ(problem_of([&] { store::parse_manifest(whole.substr(0, at), "r"); }).code, "E303") << "cut at " << at;
  }
  EXPECT_GT(refused, whole.size() * 6);
}

TEST(WriteDurably, LeavesTheOldFileWhenTheNewOneCannotBeWritten) {
  const ScratchFolder scratch;
  fs::create_directories(store::temporary_name(scratch / "x"));  // in the way of the temporary file
  write(scratch / "x", "old");
  EXPECT_THROW(store::write_durably(scratch / "x", "new"), std::system_error);
  EXPECT_EQ(store::read_file(scratch / "x"), "old");
  EXPECT_THROW(store::read_file(scratch / "none"), std::system_error);
  EXPECT_THROW(store::read_file(scratch.path()), std::system_error);
}

}  // namespace
}  // namespace polder
