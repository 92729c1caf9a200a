#include "store/folder.h"

#include <fmt/format.h>

#include "store/database.h"
#include "store/files.h"
#include "store/tables.h"

namespace polder::store {
namespace {

namespace fs = std::filesystem;

/// Stands in a folder while it is being made; swept like any other temporary.
fs::path unfinished_mark(const fs::path& folder) { return temporary_name(folder / "unfinished"); }

void write_copy(const fs::path& file, std::string_view bytes) {
  fs::create_directories(file.parent_path());
  write_durably(file, bytes);
}

[[noreturn]] void refuse_damaged_folder(const fs::path& file, std::string message) {
  refuse("E303", file, std::move(message), "take the folder from a copy, or run the study again with another --out");
}

}  // namespace

FolderState state_of(const fs::path& folder) {
  if (!fs::exists(folder)) return FolderState::Free;
  if (!fs::is_directory(folder)) return FolderState::Foreign;
  if (fs::exists(folder / "manifest.json")) return FolderState::Result;
  if (fs::exists(unfinished_mark(folder))) return FolderState::Unfinished;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().filename() != FolderLock::file_name) return FolderState::Foreign;
  }
  return FolderState::Free;
}

void make_folder(const fs::path& folder, const Study& study, const Manifest& manifest) {
  write_durably(unfinished_mark(folder), "");
  for (const auto& input : study.files) write_copy(folder / "inputs" / inside(input.name), input.bytes);
  write_copy(folder / "resolved.yaml", study.resolved);
  write_copy(folder / "README.md", readme_text(manifest.header));
  for (const std::string_view name : {"results.db", "results.db-wal", "results.db-shm", "results.db-journal"}) {
    fs::remove(folder / name);  // half of a database from an interrupted start
  }
  Database database(folder / "results.db", Database::Use::Write);
  create_tables(database, study);
  write_durably(folder / "manifest.json", to_text(manifest));
  fs::remove(unfinished_mark(folder));
}

void check_copies(const fs::path& folder, const Study& study) {
  for (const auto& input : study.files) {
    const fs::path copy = folder / "inputs" / inside(input.name);
    if (!fs::exists(copy))
      write_copy(copy, input.bytes);
    else if (read_file(copy) != input.bytes)
      refuse_damaged_folder(copy, "this copy of an input is no longer what the runs were made from");
  }
  const fs::path resolved = folder / "resolved.yaml";
  if (!fs::exists(resolved) || read_file(resolved) != study.resolved) write_copy(resolved, study.resolved);
  const fs::path database = folder / "results.db";
  if (!fs::exists(database) || fs::file_size(database) == 0)
    refuse_damaged_folder(database, "the database of this result is gone or empty");
}

/// README.md of a result: study, title, version, sample, first and last month, reference, area.
constexpr std::string_view readme = R"(# {0}

{1}

A result of polder {2}: study `{0}`, sample 1:{3}, {4} to {5}, compared with scenario `{6}`.

| file | what |
|---|---|
| `manifest.json` | version, commit, inputs with SHA-256, seed, sample, when and where it was run |
| `inputs/`, `resolved.yaml` | exact copies of the inputs, and every setting and default written out |
| `results.db` | all numbers, in SQLite |
| `runs/` | the text of runs that failed, if any |

Tables of `results.db`: `indicators` (a row per scenario, replicate, month and area; a column per indicator),
`indicators_by` (the same for education, age, sector and followed plants), `ledger` (who pays whom what, in cents; sum
one `level`: `country` is every payment by month, `municipality` the same by year where a municipality is named),
`region_analysis` (seekers, vacancies and employed per occupation and labour-market region, each December),
`decisions` (what governments decided, step by step: who, on which task, why, and how many months after the proposal),
`runs`, `months` (hash of the world), `dictionary` (what each column means, in Dutch and English),
`parameters` (value, unit, status and source: recalled and assumed ones are no measurements).
Counts are scaled to the full population; rates are shares from 0 to 1; NULL means not measured.
Run numbers of different scenarios with the same `replicate` met the same luck: compare them in pairs.

## Open it

    polder compare .
    polder verify .

Each of the following prints the mean unemployment rate of {7} in {5}, by scenario, when typed in this folder.

The shell of SQLite:

```sh
sqlite3 results.db "SELECT scenario, avg(unemployment_rate) FROM indicators WHERE area = '{7}' AND month = '{5}' GROUP BY scenario"
```

Python, with nothing but what comes with it:

```python
import sqlite3
query = "SELECT scenario, avg(unemployment_rate) FROM indicators WHERE area = '{7}' AND month = '{5}' GROUP BY scenario"
for row in sqlite3.connect("results.db").execute(query): print(*row)
```

Python with pandas:

```python
import pandas, sqlite3
rows = pandas.read_sql("SELECT * FROM indicators WHERE area = '{7}' AND month = '{5}'", sqlite3.connect("results.db"))
print(rows.groupby("scenario")["unemployment_rate"].mean().to_csv(sep=" ", header=False))
```

R, with the package RSQLite:

```r
rows <- DBI::dbGetQuery(DBI::dbConnect(RSQLite::SQLite(), "results.db"), "SELECT * FROM indicators WHERE area = '{7}' AND month = '{5}'")
write.table(aggregate(unemployment_rate ~ scenario, rows, mean), quote = FALSE, row.names = FALSE, col.names = FALSE)
```

DuckDB (the only one of these lines that no test runs):

```sql
INSTALL sqlite; LOAD sqlite; SELECT scenario, avg(unemployment_rate) FROM sqlite_scan('results.db', 'indicators') WHERE area = '{7}' AND month = '{5}' GROUP BY scenario;
```

Excel and other programs that read text: write the tables, then open `tables/indicators.csv`. For a Dutch Excel add
`--lang nl` (semicolons and decimal commas); `--separator` and `--decimal` choose otherwise.

```sh
polder export . --to excel --out tables
```
)";

std::string readme_text(const StoreHeader& header) {
  const std::string& title = header.title_en.empty() ? header.title_nl : header.title_en;
  return fmt::format(readme, header.study, title, header.engine_version, header.weight, to_text(header.from),
                     to_text(header.to), header.reference, header.focus);
}

}  // namespace polder::store
