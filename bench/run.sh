#!/usr/bin/env bash
# Builds and runs the benchmarks, and compares them with a kept result.
#   bench/run.sh                 everything, against bench/results/latest.json
#   bench/run.sh --keep [NAME]   the same, and keeps it as bench/results/NAME.json (latest); draws docs/performance.svg
set -euo pipefail
cd "$(dirname "$0")/.."
cmake --preset bench
cmake --build --preset bench
build/bench/polder_bench --benchmark_filter=-counted --benchmark_out=build/bench/result.json
name=latest
if [ "${1:-}" = --keep ]; then
  name=${2:-latest}
fi
if [ -e "bench/results/$name.json" ]; then bench/compare.py "bench/results/$name.json" build/bench/result.json; fi
if [ "${1:-}" = --keep ]; then
  grep -v -e '"host_name"' -e '"executable"' build/bench/result.json > "bench/results/$name.json"
  bench/chart.py "bench/results/$name.json" docs/performance.svg
fi
