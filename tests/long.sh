#!/usr/bin/env bash
# What is long by nature; tests/run.sh --long calls it after the ordinary tests.
set -euo pipefail
root=$(dirname "$(dirname "$(readlink -f "$0")")")
cd "$root"
export LC_ALL=C.UTF-8
display() { xvfb-run -a -s "-screen 0 1920x1080x24" "$@"; }

echo "== format"
git ls-files '*.h' '*.cpp' | xargs clang-format --dry-run --Werror

for preset in asan tsan; do
    echo "== $preset"
    cmake --preset "$preset" >/dev/null
    cmake --build --preset "$preset"
    # Slow under a sanitizer and covered by the others: programs that encode UHD.
    # ThreadSanitizer does not see how Debian's libraries synchronise inside, only what they share with us.
    TSAN_OPTIONS=suppressions=$root/tests/tsan.supp:ignore_noninstrumented_modules=1:die_after_fork=0 \
        LSAN_OPTIONS=suppressions=$root/tests/lsan.supp \
        display ctest --test-dir "build/$preset" --output-on-failure -LE 'uhd|long|package'
done

echo "== clang-tidy"
"$root/tests/lint.sh"
