#!/usr/bin/env bash
# The README's two commands on a machine with none of the dependencies: a fresh Debian system and a fresh clone of what
# is committed here. test_bare_machine.sh [COMMAND]: instead of app/run.sh, then app/run.sh again, then tests/run.sh.
#   BARE_CCACHE=DIR  a compiler cache to use there; without it the build is as cold as a user's first one
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
# shellcheck source=tests/packaging/machines.sh
. "$here/machines.sh"
own_namespaces "$0" "$@"

step "a machine"
make_machine bare
clone=$machines/bare/srv/cutaway
git -c safe.directory='*' clone -q --no-hardlinks "$here/../.." "$clone"
cache=()
if [ -n "${BARE_CCACHE:-}" ]; then
    mkdir -p "$machines/bare/srv/ccache"
    mount --bind "$BARE_CCACHE" "$machines/bare/srv/ccache"
    cache=(CCACHE_DIR=/srv/ccache CCACHE_BASEDIR=/srv/cutaway CCACHE_NOHASHDIR=1
        CCACHE_SLOPPINESS="include_file_ctime,include_file_mtime,time_macros")
fi
inside() { on bare env "${cache[@]}" sh -c "cd /srv/cutaway && $*" </dev/null; }

if [ $# -gt 0 ]; then
    inside "$@"
    step "done"
    exit 0
fi

step "app/run.sh"
inside app/run.sh
find "$clone/build/tour" -name '*.mp4' -size +1M | grep -q . || fail "the tour delivered no file"
[ "$(find "$clone/build/tour" -name '*.png' | wc -l)" -ge 4 ] || fail "the tour left fewer than four pictures"
step "app/run.sh --build-only, again"
before=$SECONDS
inside app/run.sh --build-only
[ $((SECONDS - before)) -lt 5 ] || fail "the second app/run.sh took $((SECONDS - before)) s before it came to the window"
step "tests/run.sh"
inside tests/run.sh
step "done"
