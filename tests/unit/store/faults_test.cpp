// Kills, full disks and damaged files: what was finished stays, and damage is named.
#include <gtest/gtest.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstring>
#include <fstream>
#include <functional>
#include <map>
#include <string>
#include <system_error>
#include <thread>

#include "polder/base/error.h"
#include "store/database.h"
#include "store/files.h"
#include "support/small_results.h"

namespace polder {
namespace {

namespace fs = std::filesystem;
using testing::ScratchFolder;
using testing::small_header;
using testing::small_run;
using testing::small_study;

Store open(const fs::path& folder) { return Store::open_or_create(folder, small_study(), small_header()); }

/// Runs the action in a child process; its answer is the exit code. An exception is 99.
pid_t start(const std::function<int()>& action) {
  const pid_t child = ::fork();
  if (child != 0) return child;
  int code = 99;
  try {
    code = action();
  } catch (...) {
  }
  ::_exit(code);
}

int wait_for(pid_t child) {
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/// What an action in a child process met: 0 nothing, else the errno of its std::system_error.
int refusal_in_child(const std::function<void()>& action) {
  return wait_for(start([&] {
    try {
      action();
    } catch (const std::system_error& error) {
      return error.code().value();
    }
    return 0;
  }));
}

TEST(AKill, LosesOnlyTheRunUnderWay) {
  const ScratchFolder scratch;
  const fs::path folder = scratch / "r";
  std::uint32_t seed = 12345;
  for (int kill = 0; kill < 12; ++kill) {
    const pid_t child = start([&]() -> int {
      Store store = open(folder);
      for (auto replicate = static_cast<std::uint32_t>(store.runs().size());; ++replicate) {
        store.add(small_run("reference", replicate));
      }
    });
    seed = seed * 1664525 + 1013904223;
    std::this_thread::sleep_for(std::chrono::milliseconds(20 + (seed >> 16) % 300));
    ::kill(child, SIGKILL);
    EXPECT_EQ(wait_for(child), 128 + SIGKILL);
  }
  const Store store = open(folder);
  EXPECT_TRUE(store.damage().empty());
  const auto finished = store.replicates("reference");
  ASSERT_FALSE(finished.empty());
  for (std::uint32_t replicate = 0; replicate < finished.size(); ++replicate) {
    EXPECT_EQ(finished[replicate], replicate);
    EXPECT_EQ(store.series({"reference", "NL", "", "population"}, replicate).size(), 24U);
  }
}

TEST(AKill, InsideATransactionLeavesTheRunsBeforeIt) {
  const ScratchFolder scratch;
  testing::small_result(scratch / "r", 1);
  const int code = wait_for(start([&] {
    store::Database database(scratch / "r" / "results.db", store::Database::Use::Write);
    store::Transaction transaction(database);
    database.run("INSERT INTO runs VALUES ('help', 9, 1, 'half', 'done', 1.0); DELETE FROM indicator_rows;");
    ::kill(::getpid(), SIGKILL);
    return 0;
  }));
  EXPECT_EQ(code, 128 + SIGKILL);
  const Store store = open(scratch / "r");
  EXPECT_EQ(store.finished(), (std::set<std::string>{"hash of help 0", "hash of reference 0"}));
  EXPECT_TRUE(store.damage().empty());
}

TEST(AFullDisk, IsNamedAndLeavesFinishedRunsIntact) {
  const ScratchFolder scratch;
  testing::small_result(scratch / "r", 1);
  const int code = refusal_in_child([&] {
    Store store = open(scratch / "r");
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{200'000, 200'000};  // [bytes] of any file
    ::setrlimit(RLIMIT_FSIZE, &limit);
    for (std::uint32_t replicate = 1;; ++replicate) store.add(small_run("reference", replicate));
  });
  EXPECT_TRUE(code == EFBIG || code == ENOSPC || code == EIO) << std::strerror(code);
  Store store = open(scratch / "r");
  EXPECT_TRUE(store.damage().empty());
  const auto finished = store.replicates("reference");
  ASSERT_GE(finished.size(), 1U);
  store.add(small_run("reference", finished.back() + 1));  // there is room again
}

TEST(AFullDisk, OfAFileSystemIsNamedAndLeavesFinishedRunsIntact) {
  const ScratchFolder scratch;
  fs::create_directories(scratch / "disk");
  if (::mount("tmpfs", (scratch / "disk").c_str(), "tmpfs", 0, "size=600k") != 0) GTEST_SKIP() << "mounting needs root";
  const fs::path folder = scratch / "disk" / "r";
  const int code = refusal_in_child([&] {
    Store store = open(folder);
    for (std::uint32_t replicate = 0;; ++replicate) store.add(small_run("reference", replicate));
  });
  EXPECT_EQ(code, ENOSPC) << std::strerror(code);
  {
    const Store store = Store::open(folder);
    EXPECT_GE(store.replicates("reference").size(), 1U);
    EXPECT_TRUE(store.damage().empty());
  }
  ::umount((scratch / "disk").c_str());
}

TEST(AFullDisk, StopsAnExportWithoutHalfATable) {
  const ScratchFolder scratch;
  testing::small_result(scratch / "r", 1);
  const int code = refusal_in_child([&] {
    const Store store = Store::open(scratch / "r");
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{10'000, 10'000};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    export_csv(store, scratch / "csv");
  });
  EXPECT_EQ(code, EFBIG) << std::strerror(code);
  EXPECT_TRUE(fs::is_empty(scratch / "csv"));
}

TEST(NoAccess, IsNamed) {
  if (::geteuid() == 0) GTEST_SKIP() << "root may write everywhere";
  const ScratchFolder scratch;
  testing::small_result(scratch / "r", 1);
  fs::permissions(scratch.path(), fs::perms::owner_read | fs::perms::owner_exec);
  EXPECT_EQ(refusal_in_child([&] { open(scratch / "new"); }), EACCES);
  fs::permissions(scratch.path(), fs::perms::owner_all);
  fs::permissions(scratch / "r", fs::perms::owner_read | fs::perms::owner_exec);
  EXPECT_EQ(refusal_in_child([&] { open(scratch / "r"); }), EACCES);
  EXPECT_EQ(Store::open(scratch / "r").replicates("help").size(), 1U);
  fs::permissions(scratch / "r", fs::perms::owner_all);
}

/// All that a result says: the tables of its export.
std::map<std::string, std::string> content(const fs::path& folder, const fs::path& tables) {
  export_csv(Store::open(folder), tables);
  std::map<std::string, std::string> all;
  for (const auto& entry : fs::directory_iterator(tables))
    all[entry.path().filename()] = store::read_file(entry.path());
  return all;
}

/// A result folder whose database can be damaged at will.
class Damage : public ::testing::Test {
 protected:
  Damage() {
    testing::small_result(scratch_ / "r", 1);
    whole_ = store::read_file(file_);
    said_ = content(scratch_ / "r", scratch_ / "csv");
  }
  /// The damaged result is refused with E303, or says exactly what it said; true if refused.
  bool refused(const std::string& bytes, const std::string& what) {
    std::ofstream(file_, std::ios::binary) << bytes;
    try {
      EXPECT_TRUE(content(scratch_ / "r", scratch_ / "csv") == said_) << what;
      return false;
    } catch (const InputError& error) {
      EXPECT_EQ(error.problems()[0].code, "E303") << what;
    } catch (const std::system_error& error) {
      EXPECT_EQ(error.code().value(), EIO) << what;
    }
    return true;
  }
  void flip_every(std::size_t stride) {
    std::size_t seen = 0;
    for (std::size_t at = 0; at < whole_.size(); at += stride) {
      std::string bytes = whole_;
      bytes[at] = static_cast<char>(bytes[at] ^ (1 << at % 8));
      seen += refused(bytes, "flipped at " + std::to_string(at)) ? 1 : 0;
    }
    EXPECT_GT(seen * stride, whole_.size() / 20);  // much of a small database is empty pages
  }

  const ScratchFolder scratch_;
  const fs::path file_ = scratch_ / "r" / "results.db";
  std::string whole_;
  std::map<std::string, std::string> said_;
};

TEST_F(Damage, OfAByteIsRefusedOrChangesNothing) { flip_every(997); }

TEST_F(Damage, OfTheEndIsRefused) {
  for (std::size_t length = 0; length < whole_.size(); length += 5'003) {
    EXPECT_TRUE(refused(whole_.substr(0, length), "cut at " + std::to_string(length)));
  }
}

TEST_F(Damage, StopsAWriterToo) {
  for (const std::string& bytes : {std::string(), std::string(40'000, 'x'), whole_.substr(0, 9'000)}) {
    std::ofstream(file_, std::ios::binary) << bytes;
    try {
      open(scratch_ / "r");
      ADD_FAILURE() << "a database of " << bytes.size() << " bytes was taken";
    } catch (const InputError& error) {
      EXPECT_EQ(error.problems()[0].code, "E303");
    }
  }
  fs::remove(file_);
  EXPECT_THROW(open(scratch_ / "r"), InputError);
  EXPECT_THROW(Store::open(scratch_ / "r"), InputError);
}

TEST_F(Damage, OfANumberIsSeenByTheIntegrityCheck) {
  {
    store::Database database(file_, store::Database::Use::Write);
    database.run(
        "UPDATE indicator_rows SET employed = employed + 1 WHERE month = (SELECT max(month) FROM indicator_rows)");
  }
  const Store store = Store::open(scratch_ / "r");
  EXPECT_FALSE(store.damage().empty());
  EXPECT_THROW(store.series({"help", "NL", "", "employed"}, 0), InputError);
  EXPECT_THROW(export_csv(store, scratch_ / "csv"), InputError);
}

using DeepDamage = Damage;
TEST_F(DeepDamage, OfAnyByteIsRefusedOrChangesNothing) { flip_every(7); }

}  // namespace
}  // namespace polder
