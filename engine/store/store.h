// The result folder: manifest.json, inputs/, results.db. One transaction per run; a kill at any moment loses at most
// the run under way.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "polder/ensemble/ensemble.h"

namespace polder {

/// What of a study stands in the manifest besides the clock.
struct StoreHeader {
  std::string study, title_nl, title_en, engine_version, model_sources;  // hash of the model's sources
  std::string commit, flags;  // the program was built from and with; empty: not known
  std::string reference;
  std::vector<std::string> scenarios;
  std::map<std::string, Wording> titles{};  // of scenarios that the study gives one; of points under the varied one
  std::uint32_t weight = 1;
  std::uint32_t seed = 1;
  Month from, to;
  std::string focus;  // area code shown first: the region of the scope, or the country
};

/// What a series of numbers is found by; an empty part means the whole area.
struct SeriesKey {
  std::string scenario, area, part, indicator;
};

class Store {
 public:
  /// Opens the folder for writing, or makes it with exact copies of the inputs. A folder belongs to one version of the
  /// model, one study, one sample, one seed and the exact bytes of its input files; replicates and scenarios of that
  /// study can be added. Throws InputError (E301 another version, E302 other inputs, E303 damaged, E304 in use by
  /// another process, E305 not a result and not empty), std::system_error if the disk says no. `threads` is noted.
  static Store open_or_create(const std::filesystem::path& folder, const Study& study, const StoreHeader& header,
                              unsigned threads = 0);
  /// Opens an existing result for reading, whatever version wrote it. Throws InputError if it is none (E306).
  static Store open(const std::filesystem::path& folder);

  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();

  const StoreHeader& header() const;
  const std::filesystem::path& folder() const;
  std::set<std::string> finished() const;  // identities
  /// One transaction. A failed run is noted, with its text in runs/<scenario>-<replicate>/log.txt, and does not count
  /// as finished. Throws std::system_error (full disk, no access); runs added before stay whole.
  void add(const RunResult& result);
  /// Where the text of a failed run stands.
  std::filesystem::path log_of(const RunResult& result) const;
  /// Copies the finished runs of another result whose identity is wanted and not here yet; returns how many. Throws
  /// InputError E303 if one of them is damaged.
  std::size_t take_over(const Store& other, const std::set<std::string>& wanted);
  /// Notes the end of this session in the manifest: when, and the program's exit code.
  void close_session(int exit_code);

  std::vector<std::uint32_t> replicates(const std::string& scenario) const;  // finished ones, ascending
  std::vector<std::string> areas() const;  // country, provinces, regions, municipalities
  std::vector<std::string> areas(AreaLevel level) const;  // codes, ascending
  std::vector<std::string> parts() const;
  std::vector<std::string> areas_of(const std::string& part) const;  // areas in which a part is measured
  std::string first_month_of(const std::string& part) const;  // in which it was measured, "YYYY-MM"; or empty
  /// Values by month for one replicate, NaN where not measured; months as "YYYY-MM" in `months` when given. Throws
  /// InputError for an unknown indicator (E307) or a damaged run (E303).
  std::vector<double> series(const SeriesKey& key, std::uint32_t replicate,
                             std::vector<std::string>* months = nullptr) const;
  /// Payments of a run: by month between kinds of actor, by year (month = December) where a municipality is named.
  std::vector<LedgerRow> ledger(const std::string& scenario, std::uint32_t replicate) const;

  /// Steps of decisions of a run, oldest first.
  std::vector<DecisionRow> decisions(const std::string& scenario, std::uint32_t replicate) const;

  struct Runs {
    std::string scenario;
    std::uint32_t replicate;
    std::string hash, status;
    double seconds;
  };
  std::vector<Runs> runs() const;
  RunResult stored_run(const Runs& run) const;  // of a finished run, what was added; throws InputError E303
  /// The columns of the results, in order, as the version that wrote them described them.
  struct Column {
    std::string key;
    int number;
    std::string unit, name_nl, name_en, meaning_nl, meaning_en;
  };
  const std::vector<Column>& dictionary() const;
  /// What is no longer as it was written, by SQLite's integrity check and by recomputed digests of every run and of the
  /// copies of the inputs: "inputs/study.yaml". Nothing: the result is whole.
  std::vector<std::string> damage() const;

  /// Writes the database as it is now, in one plain file that is not there yet, also while another process adds runs.
  void copy_database(const std::filesystem::path& file) const;

  struct Implementation;

 private:
  friend void export_csv(const Store& store, const std::filesystem::path& folder, const struct CsvStyle& style);
  explicit Store(std::unique_ptr<Implementation> implementation);
  std::unique_ptr<Implementation> implementation_;
};

/// How tables are written: by RFC 4180 but for the ends of lines, unless for Excel.
struct CsvStyle {
  char separator = ',', decimal = '.';
  bool for_excel = false;  // with a byte order mark, and lines that end as RFC 4180 says
};

/// Writes indicators.csv, indicators_by.csv, region_analysis.csv, decisions.csv, ledger.csv, runs.csv, months.csv,
/// dictionary.csv and parameters.csv; nothing in them depends on the clock or the machine. The folder may be absent,
/// empty, or hold an earlier export, which is replaced; anything else in it is refused (InputError E308).
void export_csv(const Store& store, const std::filesystem::path& folder, const CsvStyle& style = {});

}  // namespace polder
