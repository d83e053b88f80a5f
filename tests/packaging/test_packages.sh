#!/usr/bin/env bash
# A fresh Debian system installs the packages from the signed repository with apt and runs the tour; an index that was
# tampered with is refused. test_packages.sh BUILD_DIR [WORK_DIR]. Needs root, debootstrap, reprepro, gnupg.
set -euo pipefail
build=$(realpath "$1")
source=$(dirname "$(dirname "$(dirname "$(readlink -f "$0")")")")
work=$(realpath -m "${2:-$(mktemp -d)}")
[ "$(id -u)" = 0 ] || { echo "a chroot needs root"; exit 1; }
# The mirror this machine itself uses.
mirror=$(awk '$1 == "deb" {for (i = 2; i <= NF; i++) if ($i ~ /^(http|file)/) {print $i; exit}}' /etc/apt/sources.list 2>/dev/null || true)
[ -n "$mirror" ] || mirror=$(awk '$1 == "URIs:" {print $2; exit}' /etc/apt/sources.list.d/*.sources)

rm -rf "$build/packages"
(cd "$build" && cpack -G DEB >"$build/cpack.log" 2>&1) || { tail -20 "$build/cpack.log"; exit 1; }
ls -l "$build"/packages/*.deb

root=$work/machine
cleanup() { umount -l "$root/proc" "$root/dev/shm" "$root/dev" 2>/dev/null || true; [ -n "${KEEP:-}" ] || rm -rf "$work"; }
trap cleanup EXIT
debootstrap --variant=minbase bookworm "$root" "$mirror" >"$work.debootstrap.log" 2>&1 || { tail "$work.debootstrap.log"; exit 1; }
# The same Debian suites as here (security updates among them), and none of anybody else's.
if sources=$(grep -l debian-archive-keyring /etc/apt/sources.list.d/*.sources 2>/dev/null); then
    # shellcheck disable=SC2086
    cp $sources "$root/etc/apt/sources.list.d/"
    : >"$root/etc/apt/sources.list"
fi
cp /etc/apt/apt.conf.d/*proxy* "$root/etc/apt/apt.conf.d/" 2>/dev/null || true
cp /etc/resolv.conf "$root/etc/resolv.conf"
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"

line=$("$source/packaging/repository/make_repository.sh" "$build/packages" "$root/srv/cutaway" "$work/gnupg" | sed "s|file:$root|file:|")
cp "$root/srv/cutaway/cutaway.gpg" "$root/usr/share/keyrings/cutaway.gpg"
echo "$line" >"$root/etc/apt/sources.list.d/cutaway.list"
inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }

inside apt-get update -q
inside apt-get install -q -y --no-install-recommends cutaway xvfb xauth ffmpeg
inside cutaway --version
inside sh -c 'mkdir -p /tmp/tour && xvfb-run -a -s "-screen 0 1920x1080x24" cutaway --tour /tmp/tour'
ls -l "$root/tmp/tour"
delivered=$(find "$root/tmp/tour" -name '*.mp4' | head -1)
[ -n "$delivered" ] || { echo "the tour delivered no file"; exit 1; }
inside ffprobe -v error -select_streams v -show_entries stream=width,height,pix_fmt,color_transfer "${delivered#"$root"}"

# A changed index must be refused: same length, one byte other.
index=$(find "$root/srv/cutaway/dists" -name Packages | head -1)
sed -i 's/Priority: optional/Priority: optionaL/' "$index"
rm -f "$index.gz"
inside rm -rf /var/lib/apt/lists
if inside apt-get update -q -o Acquire::Languages=none >"$work.tampered.log" 2>&1 && ! grep -qE 'Hash Sum mismatch|unexpected size|is not signed|W:|E:' "$work.tampered.log"; then
    echo "a tampered index was accepted"
    cat "$work.tampered.log"
    exit 1
fi
grep -hE 'E:|W:|mismatch' "$work.tampered.log" | head -3
echo "packages: installed, toured, tampering refused"
