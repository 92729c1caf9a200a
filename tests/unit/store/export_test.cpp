#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <map>

#include "polder/base/error.h"
#include "store/files.h"
#include "support/small_results.h"

namespace polder {
namespace {

namespace fs = std::filesystem;
using testing::ScratchFolder;
using testing::small_header;
using testing::small_run;
using testing::small_study;

std::map<std::string, std::string> tables_of(const fs::path& folder) {
  std::map<std::string, std::string> tables;
  for (const auto& entry : fs::directory_iterator(folder)) {
    tables[entry.path().filename()] = store::read_file(entry.path());
  }
  return tables;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

std::map<std::string, std::string> exported(const ScratchFolder& scratch, const std::string& name) {
  export_csv(Store::open(scratch / name), scratch / (name + "-csv"));
  return tables_of(scratch / (name + "-csv"));
}

TEST(ExportCsv, GivesTheSameBytesWhateverTheOrderInWhichRunsEnded) {
  const ScratchFolder scratch;
  const std::vector<std::pair<std::string, std::uint32_t>> order{
      {"reference", 0}, {"help", 0}, {"reference", 1}, {"help", 1}};
  {
    Store store = Store::open_or_create(scratch / "a", small_study(), small_header());
    for (const auto& [scenario, replicate] : order) store.add(small_run(scenario, replicate));
  }
  for (auto run = order.rbegin(); run != order.rend(); ++run) {  // in four sessions, at another speed, last run first
    RunResult result = small_run(run->first, run->second);
    result.seconds = 99;
    std::reverse(result.observations.indicators.begin(), result.observations.indicators.end());
    std::reverse(result.observations.indicators_by.begin(), result.observations.indicators_by.end());
    std::reverse(result.observations.ledger.begin(), result.observations.ledger.end());
    Store::open_or_create(scratch / "b", small_study(), small_header()).add(result);
  }
  EXPECT_EQ(exported(scratch, "a"), exported(scratch, "b"));
}

TEST(ExportCsv, WritesNineTablesInTheOrderOfTheStudy) {
  const ScratchFolder scratch;
  testing::small_result(scratch / "r");
  const auto tables = exported(scratch, "r");
  EXPECT_EQ(tables.size(), 9U);
  const auto analysis = lines_of(tables.at("region_analysis.csv"));
  ASSERT_EQ(analysis.size(), 1U + 4U * 2 * 2);
  EXPECT_EQ(analysis[0], "scenario,replicate,year,area,occupation,seekers,vacancies,tightness,employed,change");
  EXPECT_EQ(analysis[1], "reference,0,2026,AM01,01,0,30,,500,-0.5") << "no tightness without seekers";
  EXPECT_EQ(analysis[2], "reference,0,2026,AM01,02,80,20,0.25,900,") << "no change in the first year";
  EXPECT_EQ(analysis[4], "reference,0,2027,AM01,02,80,20,0.25,900,0.25");
  const auto decisions = lines_of(tables.at("decisions.csv"));
  ASSERT_EQ(decisions.size(), 1U + 4U * 12);
  EXPECT_EQ(decisions[0], "scenario,replicate,month,actor,task,level,step,outcome,waited_months,reason");
  EXPECT_EQ(decisions[2], "reference,0,2026-02,GM0002,crisis,network,voted,0,0,contribution");
  EXPECT_EQ(decisions[3], "reference,0,2026-05,GM0001,crisis,network,voted,1,3,convinced");
  EXPECT_EQ(lines_of(tables.at("runs.csv")),
            (std::vector<std::string>{"scenario,replicate,seed,hash,status", "reference,0,1,hash of reference 0,done",
                                      "reference,1,1,hash of reference 1,done", "help,0,1,hash of help 0,done",
                                      "help,1,1,hash of help 1,done"}));
  const auto rows = lines_of(tables.at("indicators.csv"));
  ASSERT_EQ(rows.size(), 1U + 4U * (2 * 24 + 2 * 2));
  EXPECT_EQ(rows[0].substr(0, 49), "scenario,replicate,month,area_level,area,populati");
  EXPECT_EQ(rows[1].substr(0, 44), "reference,0,2026-01,region,AM01,10,336.66666");
  EXPECT_EQ(rows[2].substr(0, 32), "reference,0,2026-01,country,NL,0");
  EXPECT_EQ(rows[105].substr(0, 27), "help,0,2026-01,region,AM01,");
  EXPECT_EQ(lines_of(tables.at("ledger.csv"))[1], "reference,0,2026-01,country,uwv,residents,ww,10000000000");
  EXPECT_EQ(lines_of(tables.at("months.csv"))[1], "reference,0,2026-01,0123456789abcdef");
  EXPECT_EQ(lines_of(tables.at("indicators_by.csv"))[1].substr(0, 47),
            "reference,0,2026-01,region,AM01,cohort:fabriek,");
}

TEST(ExportCsv, WritesNumbersThatReadBackAsTheSame) {
  const ScratchFolder scratch;
  testing::small_result(scratch / "r", 1);
  const std::string row = lines_of(exported(scratch, "r").at("indicators.csv"))[1];
  std::vector<std::string> fields{""};
  for (const char c : row) {
    if (c == ',')
      fields.emplace_back();
    else
      fields.back() += c;
  }
  const auto values = testing::telling_values(0, 1, 0);
  ASSERT_EQ(fields.size(), 5 + values.size());
  for (std::size_t column = 0; column < values.size(); ++column) {
    if (std::isnan(values[column]))
      EXPECT_EQ(fields[5 + column], "");
    else
      EXPECT_EQ(std::stod(fields[5 + column]), values[column]);
  }
}

TEST(ExportCsv, QuotesTextWithCommasAndQuotes) {
  const ScratchFolder scratch;
  testing::small_result(scratch / "r", 1);
  EXPECT_EQ(lines_of(exported(scratch, "r").at("parameters.csv")),
            (std::vector<std::string>{"key,value,unit,status,source",
                                      "search.effort,0.25,share,assumed,\"a guess, \"\"for now\"\"\""}));
}

TEST(ExportCsv, ReplacesAnEarlierExportAndNothingElse) {
  const ScratchFolder scratch;
  testing::small_result(scratch / "r", 1);
  const auto first = exported(scratch, "r");
  Store::open_or_create(scratch / "r", small_study(), small_header()).add(small_run("help", 1));
  EXPECT_GT(exported(scratch, "r").at("runs.csv").size(), first.at("runs.csv").size());

  std::ofstream(scratch / "r-csv" / "notes.txt") << "mine";
  const auto before = tables_of(scratch / "r-csv");
  try {
    export_csv(Store::open(scratch / "r"), scratch / "r-csv");
    FAIL();
  } catch (const InputError& error) {
    EXPECT_EQ(error.problems()[0].code, "E308");
    EXPECT_EQ(error.problems()[0].message, "this folder holds 'notes.txt', which no export wrote; nothing was written");
  }
  EXPECT_EQ(tables_of(scratch / "r-csv"), before);
  EXPECT_THROW(export_csv(Store::open(scratch / "r"), scratch / "r-csv" / "notes.txt"), InputError);
}

TEST(ExportCsv, LeavesOutRunsThatFailedButForTheirStatus) {
  const ScratchFolder scratch;
  RunResult failed = small_run("help", 0);
  failed.failure = "broke";
  {
    Store store = Store::open_or_create(scratch / "r", small_study(), small_header());
    store.add(small_run("reference", 0));
    store.add(failed);
  }
  const auto tables = exported(scratch, "r");
  EXPECT_EQ(lines_of(tables.at("runs.csv"))[2], "help,0,1,hash of help 0,failed");
  EXPECT_EQ(tables.at("indicators.csv").find("help"), std::string::npos);
}

}  // namespace
}  // namespace polder
