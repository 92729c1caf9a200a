#include "support/small_results.h"

#include <fmt/format.h>
#include <unistd.h>

#include <atomic>
#include <cmath>
#include <limits>

namespace polder::testing {

ScratchFolder::ScratchFolder() {
  static std::atomic<int> count = 0;
  path_ = std::filesystem::temp_directory_path() / fmt::format("polder-test-{}-{}", ::getpid(), ++count);
  std::filesystem::create_directories(path_);
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

Study small_study() {
  Study study;
  study.name = "small";
  study.from = Month::of(2026, 1);
  study.to = Month::of(2027, 12);
  study.reference = "reference";
  study.scenarios = {{"reference", {}, {}, {}, {}}, {"help", {}, {}, {}, {}}};
  study.resolved = "sample: 1:10\nseed: 1\nreplicates:\n  start: 4\nperiod:\n  from: 2026-01\n";
  study.files = {{"/here/study.yaml", "studies/small/study.yaml", "schema: polder/study/1\n"},
                 {"/here/areas.csv", "countries/toy/areas.csv", "code,name\nGM0001,\"A, B\"\n"}};
  ParameterValue guess;
  guess.key = "search.effort";
  guess.unit = "share";
  guess.value = .25;
  guess.status = Status::Assumed;
  guess.source = "a guess, \"for now\"";
  study.parameter_values = {guess};
  return study;
}

StoreHeader small_header() {
  StoreHeader header;
  header.study = "small";
  header.title_nl = "Een kleine studie";
  header.title_en = "A small study";
  header.engine_version = "0.1.0";
  header.model_sources = "aaaa";
  header.reference = "reference";
  header.scenarios = {"reference", "help"};
  header.weight = 10;
  header.from = Month::of(2026, 1);
  header.to = Month::of(2027, 12);
  header.focus = "AM01";
  return header;
}

std::size_t column_of(std::string_view key) {
  const auto catalogue = indicator_catalogue();
  for (std::size_t column = 0; column < catalogue.size(); ++column) {
    if (catalogue[column].key == key) return column;
  }
  throw std::logic_error("no such indicator");
}

std::vector<double> telling_values(int month, int place, int run) {
  std::vector<double> values;
  for (std::size_t column = 0; column < indicator_catalogue().size(); ++column) {
    const double whole = 1000.0 * static_cast<double>(column) + 40.0 * month + 10.0 * place + run;
    values.push_back(column % 7 == 6 ? std::numeric_limits<double>::quiet_NaN() : column % 2 == 0 ? whole : whole / 3);
  }
  return values;
}

RunResult small_run(const std::string& scenario, std::uint32_t replicate) {
  RunResult result;
  result.run = {index_of<ScenarioIndex>(scenario == "reference" ? 0 : 1), replicate};
  result.scenario = scenario;
  result.hash = fmt::format("hash of {} {}", scenario, replicate);
  result.seconds = 1.5;
  const int run = static_cast<int>(replicate) + (scenario == "reference" ? 0 : 5);
  Observations& seen = result.observations;
  for (int month = 0; month < 24; ++month) {
    const Month now = Month::of(2026, 1) + month;
    seen.indicators.push_back({now, AreaLevel::Country, "NL", "", telling_values(month, 0, run)});
    seen.indicators.push_back({now, AreaLevel::Region, "AM01", "", telling_values(month, 1, run)});
    seen.indicators_by.push_back({now, AreaLevel::Region, "AM01", "cohort:fabriek", telling_values(month, 2, run)});
    seen.ledger.push_back({now, "uwv", "residents", "ww", 100'000'000'00 + run});
    seen.month_hashes.push_back(0x0123456789abcdefULL + static_cast<std::uint64_t>(month));
    if (month == 1) {
      seen.decisions.push_back({now, "AM01", "crisis", "network", "proposed", 1, 0, "closure_announced"});
      seen.decisions.push_back({now, "GM0002", "crisis", "network", "voted", 0, 0, "contribution"});
      seen.decisions.push_back({now + 3, "GM0001", "crisis", "network", "voted", 1, 3, "convinced"});
      seen.decisions.push_back({now, "GM0001", "schools", "joint", "proposed", 1, 0, "level_suits"});
      seen.decisions.push_back({now + 7, "GM0001", "schools", "joint", "joined", 1, 7, "trusts_partners"});
      seen.decisions.push_back({now + 7, "GM0002", "schools", "joint", "joined", 0, 7, "little_gain"});
      seen.decisions.push_back({now + 8, "GM0001", "schools", "joint", "left", 0, 0, "distrust"});
      seen.decisions.push_back({now + 3, "GM0001", "", "local", "fell", 0, 0, "college_disagrees"});
      seen.decisions.push_back({now + 3, "GM0002", "", "GM0001", "merged", 1, 0, "herindeling"});
      seen.decisions.push_back({now + 3, "GM0001", "", "national", "awarded", 1, 0, "good_bid"});
      seen.decisions.push_back({now + 3, "GM0001", "schools", "joint", "joined", 1, 0, "region_works_together"});
      seen.decisions.push_back({now + 4, "GM0001", "schools", "joint", "left", 1, 0, "own_way"});
    }
    if (now.calendar_month() != 12) continue;
    seen.occupations.push_back({now, "AM01", "02", 80.0 + run, 20, 900, month == 11 ? std::nan("") : .25});
    seen.occupations.push_back({now, "AM01", "01", 0, 30.0 + run, 500, -.5});
    for (int m = 1; m <= 2; ++m) {
      const std::string code = fmt::format("GM000{}", m);
      seen.indicators.push_back({now, AreaLevel::Municipality, code, "", telling_values(month, 2 + m, run)});
      seen.ledger.push_back({now, "uwv", "residents " + code, "ww", -300 - run});
    }
    for (const char* part : {"education:high", "education:low"}) {
      seen.indicators_by.push_back({now, AreaLevel::Country, "NL", part, telling_values(month, 5, run)});
    }
  }
  return result;
}

void small_result(const std::filesystem::path& folder, std::uint32_t replicates) {
  Store store = Store::open_or_create(folder, small_study(), small_header());
  for (std::uint32_t replicate = 0; replicate < replicates; ++replicate) {
    store.add(small_run("reference", replicate));
    store.add(small_run("help", replicate));
  }
  store.close_session(0);
}

}  // namespace polder::testing
