#!/usr/bin/env bash
# The README's two commands on a machine with none of the dependencies: a fresh debootstrap system and a fresh clone.
# test_bare_machine.sh [WORK_DIR] [COMMAND ...]; default: app/run.sh, then tests/run.sh. Needs root and debootstrap.
set -euo pipefail
source=$(dirname "$(dirname "$(dirname "$(readlink -f "$0")")")")
work=$(realpath -m "${1:-$(mktemp -d)}")
shift || true
[ "$(id -u)" = 0 ] || { echo "a chroot needs root"; exit 1; }
mirror=$(awk '$1 == "deb" {for (i = 2; i <= NF; i++) if ($i ~ /^(http|file)/) {print $i; exit}}' /etc/apt/sources.list 2>/dev/null || true)
[ -n "$mirror" ] || mirror=$(awk '$1 == "URIs:" {print $2; exit}' /etc/apt/sources.list.d/*.sources)
root=$work/machine
cleanup() { umount -l "$root/proc" "$root/dev/shm" "$root/dev" 2>/dev/null || true; [ -n "${KEEP:-}" ] || rm -rf "$work"; }
trap cleanup EXIT
mkdir -p "$work"
debootstrap --variant=minbase --include=git,ca-certificates bookworm "$root" "$mirror" >"$work/debootstrap.log" 2>&1 || { tail "$work/debootstrap.log"; exit 1; }
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
git clone -q "$source" "$root/srv/cutaway"
inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 sh -c "cd /srv/cutaway && $*"; }
if [ $# -gt 0 ]; then inside "$@"; else
    time inside app/run.sh
    time inside tests/run.sh
fi
echo "bare machine: done"
