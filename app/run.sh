#!/usr/bin/env bash
# Installs what is missing, builds, opens the editor. Where there is no display it takes the tour on a virtual one
# and says where its pictures and the delivered file are. app/run.sh [--build-only] [arguments of cutaway]
set -euo pipefail
root=$(dirname "$(dirname "$(readlink -f "$0")")")
bin=$root/build/release/bin

"$root/packaging/install_dependencies.sh" run
cd "$root"
if [ ! -f build/release/build.ninja ]; then
    echo "Building for the first time; this takes some minutes."
    cmake --preset release >/dev/null
fi
# Ninja shows how far it is, and answers in well under a second when nothing has changed.
cmake --build --preset release --target cutaway cutaway-cloud cutaway-ctl cutaway-demo cutaway-bench
if [ "${1:-}" = --build-only ]; then exit 0; fi

if [ -n "${DISPLAY:-}" ]; then exec "$bin/cutaway" "$@"; fi
if [ -n "${WAYLAND_DISPLAY:-}" ]; then
    echo "This desktop offers Wayland only; the window needs its X11 layer (XWayland), which sets DISPLAY." >&2
    exit 1
fi

pictures=${CUTAWAY_TOUR_DIR:-$root/build/tour}
mkdir -p "$pictures"
echo "No display here: taking the tour on a virtual one. It cuts and delivers a highlight, some minutes on 2 cores."
xvfb-run -a -s "-screen 0 1920x1080x24" "$bin/cutaway" --tour "$pictures" "$@"
echo "Pictures and the delivered file:"
find "$pictures" -maxdepth 1 -type f | sort
