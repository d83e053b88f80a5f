#!/usr/bin/env bash
# Installs what is missing, builds, runs every test. tests/run.sh [--long] [ctest arguments]
#   --long   also what is long by nature: sanitizers, clang-tidy, fuzzing, every kill point, a bare machine
set -euo pipefail
root=$(dirname "$(dirname "$(readlink -f "$0")")")
long=no
if [ "${1:-}" = --long ]; then long=yes; shift; fi

sections=(run test)
[ $long = no ] || sections+=(long)
"$root/packaging/install_dependencies.sh" "${sections[@]}"
cd "$root"
cmake --preset release -DCUTAWAY_TESTS=ON >/dev/null
cmake --build --preset release

export LC_ALL=C.UTF-8
display() { xvfb-run -a -s "-screen 0 1920x1080x24" "$@"; }
exclude=(-LE long)
[ $long = no ] || exclude=()
# A second try tells a busy machine from a broken program; a test that needs it is printed as such.
display ctest --test-dir build/release --output-on-failure --repeat until-pass:2 -j2 "${exclude[@]}" "$@"
[ $long = yes ] || exit 0

"$root/tests/long.sh"
