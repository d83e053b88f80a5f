#!/usr/bin/env bash
# clang-tidy over the product's code; every finding is an error. tests/lint.sh [BUILD_DIR] [PATH_REGEX]
# Wants a configured build directory, for its compile commands.
set -euo pipefail
root=$(dirname "$(dirname "$(readlink -f "$0")")")
build=${1:-$root/build/release}
cd "$root"
# clang-tidy 14 cannot read C++20 coroutines; Boost 1.74 does not know that clang 19 can. What clang 19 calls
# deprecated is inside g++ 12's own library.
run-clang-tidy-19 -clang-tidy-binary clang-tidy-19 -p "$build" -j "$(nproc)" -quiet \
    -extra-arg=-DBOOST_ASIO_HAS_CO_AWAIT=1 -extra-arg=-Wno-deprecated-declarations "${2:-^$root/(core|ui|app)/.*\.cpp$}"
