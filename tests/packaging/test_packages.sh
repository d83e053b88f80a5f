#!/usr/bin/env bash
# The packages as an administrator meets them: fresh Debian systems install them with apt from a signed repository.
#   1. the editor takes the tour there, as an ordinary user and without a network;
#   2. the server alone, under systemd, answers, asks for its token, ends when stopped, and brings nothing of a desktop;
#   3. apt refuses what was changed or signed by somebody else.
# test_packages.sh BUILD_DIR [server] [forgeries] [editor]; default: all. BUILD_DIR is a configured build.
# Needs root and the [test] and [long] sections of dependencies.txt.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
# shellcheck source=tests/packaging/machines.sh
. "$here/machines.sh"
own_namespaces "$0" "$@"
build=$(realpath "$1")
shift
[ $# -gt 0 ] || set -- server forgeries editor
source=$(realpath "$here/../..")
version=$(sed -n 's/^CMAKE_PROJECT_VERSION:STATIC=//p' "$build/CMakeCache.txt")

step "packages"
cmake --build "$build" --target cutaway cutaway-cloud cutaway-ctl cutaway-demo cutaway-bench >"$machines/build.log" ||
    { tail -20 "$machines/build.log"; fail "the programs were not built"; }
rm -rf "$build/packages"
(cd "$build" && cpack -G DEB >cpack.log 2>&1) || { tail -20 "$build/cpack.log"; fail "cpack"; }
ls -l "$build"/packages/*.deb
lintian --allow-root --fail-on error --suppress-tags no-manual-page "$build"/packages/*.deb ||
    fail "lintian found errors in the packages"
desktop-file-validate "$source"/packaging/desktop/*.desktop
appstreamcli validate --no-net "$source"/packaging/desktop/*.metainfo.xml

step "a signed repository, and machines"
repository=$machines/repository
"$source/packaging/repository/make_repository.sh" "$build/packages" "$repository" "$machines/key" >/dev/null
# add_repository MACHINE: as docs/packaging.md says, with a folder in place of a web server.
add_repository() {
    cp -r "$repository" "$machines/$1/srv/cutaway"
    cp "$repository/cutaway.gpg" "$machines/$1/usr/share/keyrings/cutaway.gpg"
    echo "deb [signed-by=/usr/share/keyrings/cutaway.gpg] file:/srv/cutaway stable main" \
        >"$machines/$1/etc/apt/sources.list.d/cutaway.list"
}
quietly() { "$@" >"$machines/last.log" 2>&1 || { tail -30 "$machines/last.log"; fail "$*"; }; }

server() {
    step "the server alone"
    quietly on server apt-get update
    quietly on server apt-get install -y --no-install-recommends cutaway-cloud
    quietly on server apt-get install -y --no-install-recommends curl systemd dbus
    [ -z "$(on server dpkg-query -W -f '${Package}' 'libqt6*' 2>/dev/null)" ] || fail "the server brought Qt with it"
    on server systemd-analyze verify --man=no cutaway-cloud.service
    on server systemd-analyze security --offline=true --threshold=20 cutaway-cloud.service | tail -1
    # What docs/packaging.md tells an administrator to do.
    on server install -m 640 -g cutaway-cloud /dev/null /etc/cutaway-cloud/token
    echo the-token-of-the-test >"$machines/server/etc/cutaway-cloud/token"
    quietly on server systemctl enable cutaway-cloud
    cp "$here/server_probe.sh" "$machines/server/srv/"
    cat >"$machines/server/etc/systemd/system/probe.service" <<'UNIT'
[Unit]
After=cutaway-cloud.service
[Service]
Type=oneshot
TimeoutStartSec=120
StandardOutput=append:/srv/probe.log
StandardError=append:/srv/probe.log
ExecStart=/bin/sh /srv/server_probe.sh
ExecStopPost=/bin/systemctl poweroff --force --force
[Install]
WantedBy=multi-user.target
UNIT
    quietly on server systemctl enable probe
    boot server >"$machines/boot.log" 2>&1 || true
    cat "$machines/server/srv/probe.log" || { tail -20 "$machines/boot.log"; fail "systemd did not come up"; }
    grep -qx "the server is well" "$machines/server/srv/probe.log" || fail "the server"
    quietly on server apt-get purge -y cutaway-cloud
    left=$(find "$machines/server/usr" -name '*cutaway*' ! -name cutaway.gpg)
    [ -z "$left" ] || fail "the package left behind: $left"
    [ ! -e "$machines/server/etc/cutaway-cloud" ] || fail "a purge left the token behind"
    [ -f "$machines/server/var/lib/cutaway-cloud/server.lock" ] || fail "a purge took the data"
}

forgeries() {
    step "what apt refuses"
    # accepts NAME: whether the server's apt takes a package from the repository in /srv/NAME, and from nowhere else.
    accepts() {
        echo "deb [signed-by=/usr/share/keyrings/cutaway.gpg] file:/srv/$1 stable main" >"$machines/server/srv/$1.list"
        mkdir -p "$machines/server/srv/lists-$1/partial" "$machines/server/srv/got-$1"
        local apt=(apt-get -o Dir::Etc::SourceList="/srv/$1.list" -o Dir::Etc::SourceParts=/dev/null
            -o Dir::State::Lists="/srv/lists-$1" -o Dir::Cache::archives=/srv/got-"$1" -o APT::Sandbox::User=root)
        { on server "${apt[@]}" update &&
            on server sh -c 'cd "$1" && shift && "$@"' sh "/srv/got-$1" "${apt[@]}" download cutaway-cloud; } \
            >"$machines/$1.log" 2>&1 && [ -n "$(find "$machines/server/srv/got-$1" -name '*.deb')" ]
    }
    refuses() { # refuses NAME REASON
        if accepts "$1"; then
            cat "$machines/$1.log"
            fail "apt accepted the repository '$1'"
        fi
        grep -qE "$2" "$machines/$1.log" || { cat "$machines/$1.log"; fail "'$1' was refused for another reason"; }
        echo "$1: $(grep -E "$2" "$machines/$1.log" | head -1)"
    }
    copy() { cp -r "$repository" "$machines/server/srv/$1" && cd "$machines/server/srv/$1/dists/stable"; }
    change_index() { # another version, so that it would be preferred to the real one
        for index in main/binary-*/Packages; do
            sed -i "s/^Version: .*/Version: 99.0/" "$index"
            gzip -9nc "$index" >"$index.gz"
        done
    }
    # The control: the same check says yes to the repository as it is.
    copy untouched
    accepts untouched || { cat "$machines/untouched.log"; fail "apt refuses the repository as it is"; }
    copy index
    change_index
    refuses index 'Hash Sum mismatch|unexpected size'
    copy release # the index changed, and the release file's sums with it
    change_index
    for file in main/binary-*/Packages main/binary-*/Packages.gz; do
        for sums in md5sum sha1sum sha256sum; do
            sum=$($sums "$file" | cut -d ' ' -f 1)
            awk -v file="$file" -v sum="$sum" -v size="$(stat -c %s "$file")" \
                '$3 == file && length($1) == length(sum) {$0 = " " sum " " size " " file} {print}' InRelease >changed
            mv changed InRelease
        done
    done
    rm -f Release Release.gpg
    refuses release 'signatures? .*invalid|BADSIG|not signed'
    copy unsigned
    rm -f InRelease Release.gpg
    refuses unsigned 'is not signed'
    "$source/packaging/repository/make_repository.sh" "$build/packages" "$machines/server/srv/stranger" "$machines/stranger" \
        >/dev/null
    refuses stranger 'NO_PUBKEY|not available'
    copy package
    printf 'x' | dd of="$(echo ../../pool/main/c/cutaway-cloud/*.deb)" bs=1 seek=5000 conv=notrunc status=none
    refuses package 'Hash Sum mismatch'
    cd "$machines"
}

editor() {
    step "the editor"
    quietly on editor apt-get update
    quietly on editor apt-get install -y --no-install-recommends cutaway
    said=$(on editor cutaway --version)
    [ "$said" = "cutaway $version" ] || fail "cutaway --version says '$said'"
    quietly on editor apt-get install -y --no-install-recommends xvfb xauth ffmpeg
    on editor useradd --create-home anna
    step "the tour, as a user and without a network"
    on_without_network editor runuser -u anna -- env HOME=/home/anna \
        timeout 3000 xvfb-run -a -s "-screen 0 1920x1080x24" cutaway --tour /home/anna/tour
    ls -l "$machines/editor/home/anna/tour"
    [ "$(find "$machines/editor/home/anna/tour" -name '?-*.png' | wc -l)" = 4 ] || fail "the tour did not leave its four pictures"
    delivered=$(find "$machines/editor/home/anna/tour" -name '*.mp4' -printf '/home/anna/tour/%f\n' | head -1)
    [ -n "$delivered" ] || fail "the tour delivered no file"
    shape=$(on editor ffprobe -v error -select_streams v -of csv=p=0 \
        -show_entries stream=width,height,pix_fmt,color_space,color_transfer,color_primaries "$delivered")
    [ "$shape" = 3840,2160,yuv420p10le,bt2020nc,arib-std-b67,bt2020 ] || fail "the delivered file is $shape"
    ids=$(on editor cutaway-ctl frame-ids "$delivered" | awk '{print $2}' | uniq -c | xargs)
    # Three clips from three angles: three runs of ids, none unknown.
    [[ "$ids" =~ ^[0-9]+\ 101\ [0-9]+\ 102\ [0-9]+\ 103$ ]] || fail "frames by angle: $ids"
    echo "delivered: $shape; frames by angle: $ids"
    quietly on editor apt-get purge -y cutaway cutaway-cloud cutaway-demo
    left=$(find "$machines/editor/usr" -name '*cutaway*' ! -name cutaway.gpg)
    [ -z "$left" ] || fail "the packages left behind: $left"
}

make_machine server
make_machine editor
add_repository server
add_repository editor
for part in "$@"; do
    "$part"
done
step "done: $*"
