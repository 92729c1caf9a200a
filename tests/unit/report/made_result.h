// Results whose numbers a test decides: everything is the same in all scenarios but what it sets.
#pragma once

#include <fmt/format.h>

#include <functional>

#include "report/context.h"
#include "report/report.h"
#include "support/small_results.h"

namespace polder::report {

struct MadeResult {
  testing::ScratchFolder scratch;
  Study study = testing::small_study();
  StoreHeader header = testing::small_header();
  std::string levers;    // of all scenarios, as resolved.yaml writes them
  bool country = true;   // the whole country is simulated

  /// A scenario with its levers, each a line "crisis.help: 100 %".
  void scenario(const std::string& name, const std::vector<std::string>& settings = {}) {
    if (levers.empty()) header.scenarios.clear(), study.scenarios.clear();
    header.scenarios.push_back(name);
    study.scenarios.emplace_back();
    study.scenarios.back().name = name;
    levers += fmt::format("  {}:{}\n", name, settings.empty() ? " {}" : "\n    levers:");
    for (const std::string& setting : settings) {
      const std::size_t colon = setting.find(": ");
      levers +=
          fmt::format("      {}:\n        - {{value: {}}}\n", setting.substr(0, colon), setting.substr(colon + 2));
    }
  }

  Store store() {
    study.resolved = "question: \"What does it do?\"\nscenarios:\n" + levers + study.resolved;
    return Store::open_or_create(scratch / "result", study, header);
  }

  /// A run in which so many more are employed in the region than in the reference, and these payments are made monthly.
  RunResult run(const std::string& name, std::uint32_t replicate, double more,
                const std::vector<LedgerRow>& paid = {}) const {
    RunResult made = testing::small_run("reference", replicate);
    made.scenario = name;
    made.hash = fmt::format("{} {} {}", more, paid.size(), replicate);
    const auto found = std::ranges::find(header.scenarios, name);
    made.run.scenario = index_of<ScenarioIndex>(static_cast<std::size_t>(found - header.scenarios.begin()));
    Observations& seen = made.observations;
    for (auto& row : seen.indicators)
      if (row.area == "AM01") row.values[testing::column_of("employed")] = 5000 + 10.0 * replicate + more;
    if (!country) std::erase_if(seen.indicators, [](const auto& row) { return row.level == AreaLevel::Country; });
    for (int month = 0; month < 24; ++month)
      for (LedgerRow row : paid) {
        row.month = Month::of(2026, 1) + month;
        seen.ledger.push_back(row);
      }
    return made;
  }

  /// Runs of a scenario, one for each difference.
  void add(Store& store, const std::string& name, const std::vector<double>& more) const {
    for (std::uint32_t replicate = 0; replicate < more.size(); ++replicate)
      store.add(run(name, replicate, more[replicate]));
  }
};

/// Texts of the answer: its three sentences.
inline std::vector<std::string> sentences_of(const Report& report) {
  return std::get<List>(report.sections.front().blocks.front()).items;
}

/// Texts that are to be seen before reading on.
inline std::vector<std::string> notices_of(const Report& report, const std::string& id = "answer") {
  std::vector<std::string> notices;
  for (const Section& section : report.sections)
    for (const Block& block : section.blocks)
      if (const auto* paragraph = std::get_if<Paragraph>(&block); paragraph != nullptr && section.id == id)
        if (paragraph->notice) notices.push_back(paragraph->text);
  return notices;
}

inline const Section* section_called(const Report& report, const std::string& id) {
  const auto found = std::ranges::find(report.sections, id, &Section::id);
  return found == report.sections.end() ? nullptr : &*found;
}

}  // namespace polder::report
