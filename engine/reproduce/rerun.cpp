#include "reproduce/rerun.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>
#include <map>
#include <set>
#include <tuple>

#include "base/hash.h"
#include "scenario/study.h"
#include "store/files.h"
#include "store/manifest.h"

namespace polder::reproduce {
namespace {

std::string version_text(const StoreHeader& header) {
  std::string text = fmt::format("polder {}, model {}", header.engine_version, header.model_sources.substr(0, 12));
  if (!header.commit.empty()) text += fmt::format(", commit {}", header.commit.substr(0, 12));
  return text;
}

void check_version(const Store& store, const StoreHeader& now) {
  const StoreHeader& then = store.header();
  if (then.engine_version == now.engine_version && then.model_sources == now.model_sources) return;
  const std::string build = then.commit.empty() ? "the sources that wrote it" : "commit " + then.commit;
  store::refuse("E380", store.folder(),
                fmt::format("this result was written by {}; this program is {}", version_text(then), version_text(now)),
                fmt::format("only the same model gives the same bytes: build {} and use that program", build));
}

/// A fact of a run that is compared: in which month, what it is, and a digest of its values.
struct Line {
  Month month;
  std::string what;
  Hash digest = 0;
  friend auto operator<=>(const Line&, const Line&) = default;
};

Hash digest_of(std::span<const double> values) {
  Hash hash = 0;
  for (double value : values) {
    if (value == 0) value = 0;                                                  // -0 is stored as 0
    if (value != value) value = std::numeric_limits<double>::quiet_NaN();       // of the many, one
    std::array<std::byte, sizeof value> bytes{};
    std::memcpy(bytes.data(), &value, sizeof value);
    hash = hash_bytes(bytes, hash);
  }
  return hash;
}

void add_rows(std::vector<Line>& lines, std::string_view table, const std::vector<IndicatorRow>& rows) {
  for (const IndicatorRow& row : rows) {
    std::string what = fmt::format("{} {}", table, row.area);
    if (!row.part.empty()) what += " " + row.part;
    lines.push_back({row.month, std::move(what), digest_of(row.values)});
  }
}

std::vector<Line> lines_of(const Observations& all, Month from) {
  std::vector<Line> lines;
  Month month = from;
  for (const std::uint64_t hash : all.month_hashes) {
    lines.push_back({month, "hash of the world", hash});
    month = month + 1;
  }
  add_rows(lines, "indicators", all.indicators);
  add_rows(lines, "indicators_by", all.indicators_by);
  for (const OccupationRow& row : all.occupations)
    lines.push_back({row.month, fmt::format("region_analysis {} {}", row.area, row.occupation),
                     digest_of(std::array{row.seekers, row.vacancies, row.employed, row.change})});
  std::size_t place = 0;
  for (const DecisionRow& row : all.decisions)
    lines.push_back({row.month, fmt::format("decisions {}", ++place),
                     hash_text(fmt::format("{} {} {} {} {} {} {}", row.actor, row.task, row.level, row.step,
                                           row.outcome, row.waited, row.reason))});
  for (const LedgerRow& row : all.ledger)
    lines.push_back(
        {row.month, fmt::format("ledger {} {} {}", row.payer, row.payee, row.purpose), static_cast<Hash>(row.cents)});
  std::sort(lines.begin(), lines.end());
  return lines;
}

}  // namespace

Study study_of(const Store& store, const StoreHeader& now) {
  check_version(store, now);
  const store::Manifest manifest = store::read_manifest(store.folder());
  StudyCopies copies{store.header().study, store.folder() / "inputs", {}};
  for (const auto& input : manifest.inputs) copies.names.push_back(input.name);
  for (const std::string& damaged : store.damage())
    if (damaged.starts_with("inputs/"))
      store::refuse("E303", store.folder() / damaged,
                    "this copy of an input is gone or is no longer what the runs were made from",
                    "take the folder from a copy");
  if (copies.names.empty()) store::refuse("E382", store.folder(), "this result has no copies of its inputs", {});
  Study study = load_copies(copies, manifest.overrides);
  if (store::manifest_of(study, store.header()).settings != manifest.settings)
    store::refuse(
        "E382", store.folder(),
        "the copies of the inputs do not give the settings of this result: it was made with flags that its manifest "
        "does not hold",
        "run the study again with this version");
  return study;
}

std::vector<Store::Runs> spread(const Store& store, std::size_t count) {
  std::vector<Store::Runs> finished;
  for (const Store::Runs& run : store.runs())
    if (run.status == "done") finished.push_back(run);
  if (finished.empty())
    store::refuse("E381", store.folder(), "no run of this result is finished, so there is nothing to compare with",
                  "finish it: polder run STUDY");
  count = std::min(count, finished.size());
  std::vector<std::vector<std::size_t>> groups;  // by scenario
  for (std::size_t i = 0; i < finished.size(); ++i) {
    if (i == 0 || finished[i].scenario != finished[i - 1].scenario) groups.emplace_back();
    groups.back().push_back(i);
  }
  std::set<std::size_t> chosen;
  for (std::size_t k = 0; k < count; ++k) {
    const auto& group = groups[count <= groups.size() ? k * groups.size() / count : k % groups.size()];
    chosen.insert(group[k * group.size() / count]);
  }
  for (std::size_t i = 0; chosen.size() < count; ++i) chosen.insert(i);  // where scenarios have unequal numbers
  std::vector<Store::Runs> runs;
  for (const std::size_t i : chosen) runs.push_back(finished[i]);
  return runs;
}

std::vector<unsigned> other_threads(const Store& store) {
  std::vector<unsigned> counts{1, 2, 3, 4};
  for (const auto& session : store::read_manifest(store.folder()).sessions) std::erase(counts, session.threads);
  return counts.empty() ? std::vector<unsigned>{5} : counts;
}

Agreement agreement_of(const RunResult& stored, const RunResult& again, Month from, Month to) {
  const std::vector<Line> a = lines_of(stored.observations, from), b = lines_of(again.observations, from);
  std::vector<Line> differ;
  std::set_symmetric_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(differ));
  Agreement result;
  std::map<Month, std::string> months;  // that differ, with the hash of the world before what was measured
  for (const Line& line : differ) {
    auto& what = months[line.month];
    if (what.empty() || line.what == "hash of the world") what = line.what;
  }
  result.months = static_cast<std::size_t>(to - from + 1);
  result.equal = result.months - months.size();
  if (!months.empty()) result.first = RunDifference{months.begin()->first, months.begin()->second};
  return result;
}

}  // namespace polder::reproduce
