#include "store/store.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <cmath>
#include <fstream>

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
using testing::telling_values;

/// What the sqlite3 shell, R or Python would see.
std::vector<std::string> query(const fs::path& file, const std::string& sql) {
  sqlite3* database = nullptr;
  sqlite3_open_v2(file.c_str(), &database, SQLITE_OPEN_READONLY, nullptr);
  std::vector<std::string> lines;
  const auto collect = [](void* out, int columns, char** values, char**) {
    std::string line;
    for (int i = 0; i < columns; ++i)
      line += (i > 0 ? "|" : "") + std::string(values[i] == nullptr ? "NULL" : values[i]);
    static_cast<std::vector<std::string>*>(out)->push_back(line);
    return 0;
  };
  char* error = nullptr;
  sqlite3_exec(database, sql.c_str(), collect, &lines, &error);
  EXPECT_EQ(error, nullptr) << sql << ": " << error;
  sqlite3_free(error);
  sqlite3_close(database);
  return lines;
}

TEST(Store, GivesDecisionsBackInTheOrderInWhichTheyWereTaken) {
  const ScratchFolder scratch;
  testing::small_result(scratch / "r", 1);
  const Store store = Store::open(scratch / "r");
  const auto expected = testing::small_run("help", 0).observations.decisions;
  ASSERT_EQ(expected.size(), 12u);
  EXPECT_EQ(store.decisions("help", 0), expected);
  for (const Store::Runs& run : store.runs())
    EXPECT_EQ(store.stored_run(run).observations.decisions, expected) << "what is copied into a new result";
}

TEST(Store, GivesBackEveryNumberThatWasAdded) {
  const ScratchFolder scratch;
  testing::small_result(scratch / "r");
  const Store store = Store::open(scratch / "r");
  for (std::size_t column = 0; column < indicator_catalogue().size(); ++column) {
    const std::string key(indicator_catalogue()[column].key);
    std::vector<std::string> months;
    const auto whole = store.series({"help", "AM01", "", key}, 1, &months);
    const auto part = store.series({"help", "AM01", "cohort:fabriek", key}, 1);
    ASSERT_EQ(whole.size(), 24U);
    ASSERT_EQ(part.size(), 24U);
    for (int month = 0; month < 24; ++month) {
      const auto at = static_cast<std::size_t>(month);
      const double expected = telling_values(month, 1, 6)[column], of_part = telling_values(month, 2, 6)[column];
      EXPECT_EQ(std::isnan(whole[at]), std::isnan(expected));
      if (std::isnan(expected)) continue;
      EXPECT_EQ(whole[at], expected) << key << " " << month;
      EXPECT_EQ(part[at], of_part) << key << " " << month;
    }
    EXPECT_EQ(months.front(), "2026-01");
    EXPECT_EQ(months.back(), "2027-12");
  }
}

TEST(Store, TakesOverOnlyTheRunsThatAreWantedAndChangesNothingInThem) {
  const ScratchFolder scratch;
  testing::small_result(scratch / "old");
  const Store old = Store::open(scratch / "old");
  Store store = Store::open_or_create(scratch / "new", small_study(), small_header());
  store.add(small_run("reference", 0));
  const std::set<std::string> wanted{"hash of reference 0", "hash of help 1", "hash of help 7"};
  EXPECT_EQ(store.take_over(old, wanted), 1U);
  EXPECT_EQ(store.finished(), (std::set<std::string>{"hash of reference 0", "hash of help 1"}));
  EXPECT_TRUE(store.damage().empty());
  for (const char* table : {"indicators", "indicators_by", "ledger", "months"}) {
    const std::string rows = fmt::format("SELECT * FROM {} WHERE scenario = 'help' AND replicate = 1", table);
    EXPECT_EQ(query(scratch / "new/results.db", rows), query(scratch / "old/results.db", rows)) << table;
    EXPECT_FALSE(query(scratch / "new/results.db", rows).empty()) << table;
  }
}

TEST(Store, KnowsItsRunsAreasPartsAndColumns) {
  const ScratchFolder scratch;
  testing::small_result(scratch / "r");
  const Store store = Store::open(scratch / "r");
  EXPECT_EQ(store.areas(), (std::vector<std::string>{"NL", "AM01", "GM0001", "GM0002"}));
  EXPECT_EQ(store.areas(AreaLevel::Municipality), (std::vector<std::string>{"GM0001", "GM0002"}));
  EXPECT_EQ(store.parts(), (std::vector<std::string>{"cohort:fabriek", "education:high", "education:low"}));
  EXPECT_EQ(store.areas_of("cohort:fabriek"), (std::vector<std::string>{"AM01"}));
  EXPECT_EQ(store.replicates("help"), (std::vector<std::uint32_t>{0, 1}));
  EXPECT_TRUE(store.replicates("other").empty());
  EXPECT_EQ(store.finished(),
            (std::set<std::string>{"hash of help 0", "hash of help 1", "hash of reference 0", "hash of reference 1"}));
  ASSERT_EQ(store.runs().size(), 4U);
  EXPECT_EQ(store.runs()[1].scenario, "reference");  // in the order of the study
  EXPECT_EQ(store.runs()[1].replicate, 1U);
  EXPECT_EQ(store.runs()[1].status, "done");
  EXPECT_EQ(store.runs()[1].seconds, 1.5);
  ASSERT_EQ(store.dictionary().size(), indicator_catalogue().size());
  EXPECT_EQ(store.dictionary()[2].key, indicator_catalogue()[2].key);
  EXPECT_EQ(store.dictionary()[2].meaning_nl, indicator_catalogue()[2].meaning_nl);
  EXPECT_TRUE(store.damage().empty());
}

TEST(Store, KeepsTheHeader) {
  const ScratchFolder scratch;
  testing::small_result(scratch / "r");
  const StoreHeader header = Store::open(scratch / "r").header();
  EXPECT_EQ(header.study, "small");
  EXPECT_EQ(header.title_nl, "Een kleine studie");
  EXPECT_EQ(header.title_en, "A small study");
  EXPECT_EQ(header.engine_version, "0.1.0");
  EXPECT_EQ(header.reference, "reference");
  EXPECT_EQ(header.scenarios, (std::vector<std::string>{"reference", "help"}));
  EXPECT_EQ(header.weight, 10U);
  EXPECT_EQ(header.seed, 1U);
  EXPECT_EQ(header.from, Month::of(2026, 1));
  EXPECT_EQ(header.to, Month::of(2027, 12));
  EXPECT_EQ(header.focus, "AM01");
  EXPECT_TRUE(header.titles.empty()) << "of a result that was written without them too";
}

TEST(Store, KeepsTitlesOfScenarios) {
  const ScratchFolder scratch;
  StoreHeader named = testing::small_header();
  named.titles = {{"help", {"hulp", "aid"}}};
  Store::open_or_create(scratch / "r", testing::small_study(), named);
  const auto titles = Store::open(scratch / "r").header().titles;
  ASSERT_EQ(titles.size(), 1u);
  EXPECT_EQ(titles.at("help").nl, "hulp");
  EXPECT_EQ(titles.at("help").en, "aid");
}

TEST(Store, GivesTheLedgerInOrderOfMonth) {
  const ScratchFolder scratch;
  testing::small_result(scratch / "r");
  const auto rows = Store::open(scratch / "r").ledger("help", 1);
  ASSERT_EQ(rows.size(), 24U + 4U);
  EXPECT_EQ(rows[0], (LedgerRow{Month::of(2026, 1), "uwv", "residents", "ww", 100'000'000'06}));
  EXPECT_EQ(rows[12], (LedgerRow{Month::of(2026, 12), "uwv", "residents GM0001", "ww", -306}));
}

TEST(Store, ReadsInAnyProgramAsTheDocumentedTables) {
  const ScratchFolder scratch;
  testing::small_result(scratch / "r");
  const fs::path file = scratch / "r" / "results.db";
  EXPECT_FALSE(fs::exists(scratch / "r" / "results.db-wal"));  // one plain file once the writer is gone
  EXPECT_EQ(query(file,
                  "SELECT scenario, replicate, month, area_level, area, population FROM indicators "
                  "WHERE scenario = 'help' AND replicate = 1 AND area = 'GM0002' ORDER BY month"),
            (std::vector<std::string>{"help|1|2026-12|municipality|GM0002|486.0",
                                      "help|1|2027-12|municipality|GM0002|966.0"}));
  EXPECT_EQ(query(file, "SELECT DISTINCT area_level, area, part FROM indicators_by ORDER BY part"),
            (std::vector<std::string>{"region|AM01|cohort:fabriek", "country|NL|education:high",
                                      "country|NL|education:low"}));
  EXPECT_EQ(query(file,
                  "SELECT * FROM ledger WHERE scenario = 'reference' AND replicate = 0 AND month = '2027-12'"
                  " AND payee = 'residents'"),
            (std::vector<std::string>{"reference|0|2027-12|country|uwv|residents|ww|10000000000"}));
  EXPECT_EQ(query(file, "SELECT * FROM runs ORDER BY scenario, replicate LIMIT 1"),
            (std::vector<std::string>{"help|0|1|hash of help 0|done|1.5"}));
  EXPECT_EQ(query(file, "SELECT hash FROM months WHERE scenario = 'help' AND replicate = 0 AND month = '2026-02'"),
            (std::vector<std::string>{"0123456789abcdf0"}));
  EXPECT_EQ(query(file, "SELECT value, status, source FROM parameters"),
            (std::vector<std::string>{"0.25|assumed|a guess, \"for now\""}));
  EXPECT_EQ(query(file, "SELECT count(*) FROM dictionary").front(), std::to_string(indicator_catalogue().size()));
}

TEST(Store, WritesNotMeasuredAsNull) {
  const ScratchFolder scratch;
  testing::small_result(scratch / "r", 1);
  const std::string key(indicator_catalogue()[6].key);
  EXPECT_EQ(query(scratch / "r" / "results.db", "SELECT count(*), count(\"" + key + "\") FROM indicators").front(),
            "104|0");
}

TEST(Store, ReadsASeriesWithoutASearchThroughOtherRuns) {
  const ScratchFolder scratch;
  testing::small_result(scratch / "r", 1);
  const auto plan = query(scratch / "r" / "results.db",
                          "EXPLAIN QUERY PLAN SELECT month, employed FROM indicators "
                          "WHERE scenario = 'help' AND replicate = 0 AND area = 'NL'");
  std::string all;
  for (const std::string& line : plan) all += line + "\n";
  EXPECT_NE(all.find("SEARCH r USING PRIMARY KEY (scenario=? AND replicate=? AND area=?)"), std::string::npos) << all;
}

TEST(Store, SaysWhichIndicatorsThereAre) {
  const ScratchFolder scratch;
  testing::small_result(scratch / "r", 1);
  const Store store = Store::open(scratch / "r");
  try {
    store.series({"help", "NL", "", "emploied"}, 0);
    FAIL();
  } catch (const InputError& error) {
    EXPECT_EQ(error.problems()[0].code, "E307");
    EXPECT_EQ(error.problems()[0].message, "unknown indicator 'emploied'");
    EXPECT_NE(error.problems()[0].help.find("population, "), std::string::npos);
  }
  EXPECT_TRUE(store.series({"help", "GM9999", "", "employed"}, 0).empty());
}

TEST(Store, GoesOnWithMoreReplicates) {
  const ScratchFolder scratch;
  testing::small_result(scratch / "r", 1);
  Study more = small_study();
  more.resolved = "sample: 1:10\nseed: 1\nreplicates:\n  start: 40\n  most: 80\nperiod:\n  from: 2026-01\n";
  {
    Store store = Store::open_or_create(scratch / "r", more, small_header());
    EXPECT_EQ(store.finished().size(), 2U);
    store.add(small_run("help", 7));
  }
  EXPECT_EQ(Store::open(scratch / "r").replicates("help"), (std::vector<std::uint32_t>{0, 7}));
  EXPECT_EQ(store::read_file(scratch / "r" / "resolved.yaml"), more.resolved);
}

TEST(Store, NotesAFailedRunAndTakesItsSecondAttempt) {
  const ScratchFolder scratch;
  RunResult failed = small_run("help", 3);
  failed.failure = "labour.end_jobs: filled <= jobs broke in 2026-05";
  failed.observations = {};
  const fs::path log = scratch / "r" / "runs" / "help-3" / "log.txt";
  Store store = Store::open_or_create(scratch / "r", small_study(), small_header());
  store.add(failed);
  EXPECT_TRUE(store.finished().empty());
  EXPECT_TRUE(store.replicates("help").empty());
  EXPECT_EQ(store.runs().at(0).status, "failed");
  EXPECT_EQ(store::read_file(log), failed.failure + "\n");
  store.add(failed);  // fails the same way again
  store.add(small_run("help", 3));
  EXPECT_EQ(store.runs().at(0).status, "done");
  EXPECT_EQ(store.replicates("help"), (std::vector<std::uint32_t>{3}));
  EXPECT_FALSE(fs::exists(log.parent_path()));
  EXPECT_TRUE(store.damage().empty());
}

TEST(Store, RefusesARunThatIsDone) {
  const ScratchFolder scratch;
  Store store = Store::open_or_create(scratch / "r", small_study(), small_header());
  store.add(small_run("help", 0));
  EXPECT_THROW(store.add(small_run("help", 0)), BrokenInvariant);
  EXPECT_EQ(store.runs().size(), 1U);
  EXPECT_TRUE(store.damage().empty());
}

TEST(Store, LeavesNothingOfARunThatDoesNotFit) {
  const ScratchFolder scratch;
  Store store = Store::open_or_create(scratch / "r", small_study(), small_header());
  store.add(small_run("reference", 0));
  RunResult twice = small_run("help", 0);
  twice.observations.ledger.push_back(twice.observations.ledger.front());
  EXPECT_THROW(store.add(twice), BrokenInvariant);
  EXPECT_EQ(store.runs().size(), 1U);
  EXPECT_TRUE(store.series({"help", "NL", "", "employed"}, 0).empty());
  EXPECT_TRUE(store.damage().empty());
}

TEST(Store, CanBeReadWhileItIsWritten) {
  const ScratchFolder scratch;
  Store writer = Store::open_or_create(scratch / "r", small_study(), small_header());
  writer.add(small_run("help", 0));
  const Store reader = Store::open(scratch / "r");
  EXPECT_EQ(reader.replicates("help").size(), 1U);
  writer.add(small_run("help", 1));
  EXPECT_EQ(reader.replicates("help").size(), 2U);
  EXPECT_EQ(reader.series({"help", "NL", "", "population"}, 1).size(), 24U);
}

TEST(StoreLedger, HasEveryPaymentOnceAtALevel) {
  testing::ScratchFolder scratch;
  testing::small_result(scratch / "r", 1);
  const store::Database database(scratch / "r" / "results.db", store::Database::Use::Read);
  const auto count = [&](const std::string& level) {
    store::Statement row(database, "SELECT count(*) FROM ledger WHERE scenario = 'reference' AND level = ?1");
    row.bind(1, level);
    return row.step() ? row.integer(0) : -1;
  };
  EXPECT_EQ(count("country"), 24) << "a payment a month";
  EXPECT_EQ(count("municipality"), 4) << "two municipalities, two years";
}

}  // namespace
}  // namespace polder
