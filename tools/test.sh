#!/usr/bin/env bash
# Installs what is missing, builds with all tests and runs them: what CI does, about a quarter of an hour on two cores.
#   tools/test.sh          Release with all tests but those labelled `deep` or `validation`, then determinism in Debug
#   tools/test.sh --deep   the same, and: format, clang-tidy, types of the page of reports, unit tests under ASan and
#                          UBSan, tests labelled `deep`, instructions counted (`counts`), and the reference against
#                          published figures (`validation`)
# shellcheck disable=SC2317  # functions are called by `part`
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=tools/packages.sh
. tools/packages.sh

deep=false
case "${1:-}" in
  "") ;;
  --deep) deep=true ;;
  *) echo "usage: tools/test.sh [--deep]" >&2; exit 64 ;;
esac

report=()
failed=0
minutes() { awk -v s="$1" 'BEGIN { printf "%.1f minutes", s / 60 }'; }
# part NAME COMMAND...: runs a command, keeps its time and whether it failed. Later parts still run.
part() {
  local name=$1 start=$SECONDS outcome=ok
  shift
  printf '\n== %s\n' "$name"
  "$@" || { outcome=FAILED; failed=1; }
  report+=("$(printf '%-34s %-6s %s' "$name" "$outcome" "$(minutes $((SECONDS - start)))")")
}
finish() {
  printf '\n'
  printf '%s\n' "${report[@]}"
  echo "$(minutes "$SECONDS") in all"
  exit "$failed"
}
# need NAME COMMAND...: a part without which the others make no sense.
need() {
  part "$@"
  if [ "$failed" -ne 0 ]; then finish; fi
}

build() { cmake --preset "$1" && cmake --build --preset "$1"; }
check_format() {
  find . \( -path ./build -o -path ./results -o -path ./.git \) -prune -o \( -name '*.h' -o -name '*.cpp' \) -print0 |
    xargs -0 clang-format-19 --dry-run -Werror
}
check_tidy() {
  cmake --preset ci -B build/tidy -DCMAKE_UNITY_BUILD=OFF &&
    run-clang-tidy-19 -quiet -p build/tidy "$PWD/engine/.*\.cpp$"
}
check_page() {  # the types of what draws the charts of reports, where npm was there to build it
  if [ ! -d build/ci/viz/node_modules ]; then echo "skipped: built without npm"; return 0; fi
  (cd build/ci/viz && npm run --silent check)
}
test_in() { ctest --preset "$1" -j "$(nproc)"; }
test_deep() { ctest --test-dir build/ci --label-regex '^deep$' --no-tests=ignore --output-on-failure -j "$(nproc)"; }
test_validation() { ctest --preset validation; }
test_counts() { build bench && test_in bench; }
test_sanitized() { build asan && test_in asan; }

packages=("${build_packages[@]}" "${test_packages[@]}")
if $deep; then packages+=("${deep_packages[@]}"); fi
need "packages" install_packages "${packages[@]}"
install_packages "${browser_packages[@]}" || echo "the test in a browser will be skipped" >&2
use_ccache_if_present
need "build (Release, all tests)" build ci
part "tests (Release)" test_in ci
need "build (Debug, determinism)" build debug
part "determinism (Debug)" test_in debug
if $deep; then
  part "clang-format" check_format
  part "clang-tidy" check_tidy
  part "page of reports" check_page
  part "unit tests (ASan, UBSan)" test_sanitized
  part "tests labelled deep" test_deep
  part "instructions of a month" test_counts
  part "reference against figures" test_validation
fi
finish
