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

# A fourth camera for the final: what the middle of the first one sees, on the same timecode.
fourth=$out/close.mp4
if [ ! -f "$fourth" ]; then
    ffmpeg -v error -y -i "$here/resources/demo/100m/main.mp4" -map 0:v -map 0:a \
        -vf "crop=1920:1080,scale=3840:2160" -c:v libx265 -preset ultrafast -crf 28 -pix_fmt yuv420p10le \
        -x265-params log-level=none:keyint=25:min-keyint=25:scenecut=0:open-gop=0 -tag:v hvc1 -c:a copy \
        -color_primaries bt2020 -color_trc arib-std-b67 -colorspace bt2020nc -timecode 20:14:29:00 "$out/part.mp4"
    mv "$out/part.mp4" "$fourth"
fi

take() { # WIDTH HEIGHT SCALE SCREEN
    mkdir -p "$out/$1"
    rm -rf "$XDG_CONFIG_HOME"
    QT_SCALE_FACTOR=$3 xvfb-run -a -s "-screen 0 $4x24" "$bin/tests/take_pictures" --data "$out/cloud" \
        --size "$(($1 / $3))x$(($2 / $3))" --language "$language" --fourth "$fourth" "$out/$1"
}
for size in ${SIZES:-1280 1920 3840}; do
    case $size in
        1280) take 1280 720 1 1280x720 ;;
        1920) take 1920 1080 1 1920x1080 ;;
        3840) take 3840 2160 2 3840x2160 ;;
    esac
done
