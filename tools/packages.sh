# The Debian packages that Polder needs, and how they are installed. Sourced by quickstart.sh and test.sh.
# Alternatives are written a|b: either will do, the first is installed. (Boost's packages exclude each other.)
# shellcheck shell=bash disable=SC2034

build_packages=(
  g++ cmake ninja-build pkg-config libtbb-dev libyaml-cpp-dev libsqlite3-dev libeigen3-dev
  "libboost-dev|libboost1.81-dev" libfmt-dev nlohmann-json3-dev libcli11-dev libssl-dev libxxhash-dev libzstd-dev
  libnlopt-cxx-dev libarchive-dev
)
test_packages=(libgtest-dev libgmock-dev librapidcheck-dev sqlite3 python3-pandas r-cran-rsqlite)
deep_packages=(clang-format-19 clang-tidy-19 valgrind libbenchmark-dev python3)

# What draws the charts of reports and looks at them, where it did not come in another way. Without it reports have
# tables, and the test in a browser is skipped.
browser_packages=()
if ! command -v node >/dev/null || ! command -v npm >/dev/null; then browser_packages+=(nodejs npm); fi
if ! command -v chromium >/dev/null; then browser_packages+=(chromium); fi

installed() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

# Prints the packages of its arguments that are not installed.
missing_packages() {
  local package name
  for package in "$@"; do
    for name in ${package//|/ }; do
      if installed "$name"; then continue 2; fi
    done
    printf '%s\n' "${package%%|*}"
  done
}

# Installs what is missing on Debian, as root or with sudo, removing nothing; needs no network when all is there.
# Elsewhere it names what to install and goes on: the build says whether it is enough.
install_packages() {
  local missing=() as_root=()
  local system=unknown
  if [ -r /etc/os-release ]; then system=$(. /etc/os-release && echo "$ID"); fi
  if command -v dpkg-query >/dev/null; then mapfile -t missing < <(missing_packages "$@"); else missing=("${@%%|*}"); fi
  if [ ${#missing[@]} -eq 0 ]; then return 0; fi

  if [ "$(id -u)" -ne 0 ]; then as_root=(sudo); fi
  if [ "$system" != debian ] || { [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; }; then
    echo "Polder needs these packages (names of Debian 12); please install them or their likes:" >&2
    echo "  ${missing[*]}" >&2
    return 0
  fi
  echo "installing ${#missing[@]} packages: ${missing[*]}"
  local settings=(env DEBIAN_FRONTEND=noninteractive)
  "${as_root[@]}" "${settings[@]}" apt-get update -q ||
    echo "could not refresh the list of packages; going on with the present one" >&2
  "${as_root[@]}" "${settings[@]}" apt-get install --no-remove --no-install-recommends -y -q "${missing[@]}" || {
    echo "could not install: ${missing[*]}" >&2
    return 1
  }
}

use_ccache_if_present() {
  if command -v ccache >/dev/null; then
    export CMAKE_CXX_COMPILER_LAUNCHER=ccache CCACHE_SLOPPINESS=pch_defines,time_macros
  fi
}
