#!/usr/bin/env bash
# From a fresh clone to a first result: installs what is missing, builds the program, runs the closure study on a
# sample and compares its scenarios. Ten minutes at most on two cores; the same command again goes on where it was.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=tools/packages.sh
. tools/packages.sh

result=results/closure-quickstart
install_packages "${build_packages[@]}"
use_ccache_if_present
cmake --preset release >build-configure.log 2>&1 || { cat build-configure.log >&2; exit 1; }
rm -f build-configure.log
cmake --build --preset release --target polder

echo
build/release/polder run scenarios/studies/closure/study.yaml --sample 1:50 --replicates 8 --out "$result"
echo
build/release/polder compare "$result"
echo
echo "What help changes, against no response:"
build/release/polder compare "$result" early_help no_response --part cohort:fabriek --indicator employment_rate \
  --from 2026-01 --to 2027-12
build/release/polder compare "$result" late_help no_response --part cohort:fabriek --indicator employment_rate \
  --from 2026-01 --to 2027-12
cat <<TEXT

The results are in $result: results.db (SQLite) holds every indicator by month and area,
inputs/ the exact inputs, manifest.json what was run with which engine.

  sqlite3 $result/results.db "SELECT key, unit, meaning_en FROM dictionary"
  build/release/polder export $result --to csv --out $result-csv
  build/release/polder report $result -o closure.html     the answer, charts and tables for people (--lang nl)
  build/release/polder --help
TEXT
