#!/usr/bin/env bash
# Takes pictures of every page and state of the editor, to be looked at by a person:
#   tests/ui/pictures/take_pictures.sh DIR [LANGUAGE]
# leaves DIR/1280, DIR/1920 and DIR/3840 (scale 2). Needs the build with tests; keeps a cloud with the 100 m final in
# DIR/cloud for the next time (the first run waits for its three angles).
set -euo pipefail
here=$(cd "$(dirname "$0")/../../.." && pwd)
bin=${CUTAWAY_BUILD:-$here/build/release}
out=$(mkdir -p "$1" && cd "$1" && pwd)
language=${2:-en}
export HOME=$out/home XDG_CONFIG_HOME=$out/home/config XDG_DATA_HOME=$out/home/data XDG_RUNTIME_DIR=$out/home/run
mkdir -p "$XDG_RUNTIME_DIR" && chmod 700 "$XDG_RUNTIME_DIR"

take() { # WIDTH HEIGHT SCALE SCREEN
    mkdir -p "$out/$1"
    rm -rf "$XDG_CONFIG_HOME"
    QT_SCALE_FACTOR=$3 xvfb-run -a -s "-screen 0 $4x24" "$bin/tests/take_pictures" --data "$out/cloud" \
        --size "$(($1 / $3))x$(($2 / $3))" --language "$language" "$out/$1"
}
for size in ${SIZES:-1280 1920 3840}; do
    case $size in
        1280) take 1280 720 1 1280x720 ;;
        1920) take 1920 1080 1 1920x1080 ;;
        3840) take 3840 2160 2 3840x2160 ;;
    esac
done
