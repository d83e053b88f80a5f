# Sourced by the tests of this folder: fresh Debian systems, made by debootstrap, to try things on.
#
# A test runs in mount and process namespaces of its own. However it ends, its mounts and processes end with it, and
# the folder of its machines is deleted from outside, where nothing was ever mounted in it.
#
#   KEEP=1             leaves the machines where they are, and says where
#   MACHINE_BASE=DIR   copies this debootstrap system instead of making one
#   MACHINE_MIRROR=URL the Debian mirror; default: the one that this machine itself uses
# shellcheck shell=bash

skipped=77 # CTest's SKIP_RETURN_CODE

skip() {
    echo "SKIPPED: $*"
    exit $skipped
}

# own_namespaces "$0" "$@": starts the script again in namespaces of its own and ends with its exit code; there it
# returns, with the folder for machines in $machines.
own_namespaces() {
    if [ -n "${CUTAWAY_MACHINES:-}" ]; then
        machines=$CUTAWAY_MACHINES
        return 0
    fi
    [ "$(id -u)" = 0 ] || skip "making a Debian system needs root"
    command -v debootstrap >/dev/null || skip "debootstrap is not installed"
    unshare --mount --pid --fork true 2>/dev/null || skip "namespaces are not permitted here"
    machines=$(mktemp -d "${TMPDIR:-/tmp}/cutaway-machines.XXXXXX")
    child=
    trap 'end_namespaces' EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM HUP
    # In the background, so that a signal is answered at once and not after the test.
    CUTAWAY_MACHINES=$machines unshare --mount --propagation private --pid --fork --kill-child --mount-proc "$@" &
    child=$!
    local code=0
    wait "$child" || code=$?
    exit "$code"
}

end_namespaces() {
    # --kill-child: when unshare dies, so does the first process of the namespace, and with it all others.
    kill -KILL "$child" 2>/dev/null || true
    wait "$child" 2>/dev/null || true
    if [ -n "${KEEP:-}" ]; then
        echo "The machines are kept in $machines"
    elif grep -q " $machines/" /proc/self/mountinfo; then
        echo "Something is mounted in $machines: it is left alone."
    else
        rm -rf --one-file-system "$machines"
    fi
}

# The Debian mirror that apt uses here.
debian_mirror() {
    if [ -n "${MACHINE_MIRROR:-}" ]; then
        echo "$MACHINE_MIRROR"
        return
    fi
    local found
    found=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources 2>/dev/null |
        awk '$1 == "deb" || $1 == "URIs:" {for (i = 2; i <= NF; i++) if ($i ~ /\/debian\/?$/) {print $i; exit}}')
    [ -n "$found" ] || { echo "No Debian mirror is named in /etc/apt; set MACHINE_MIRROR." >&2; return 1; }
    echo "$found"
}

# make_base: a minimal Debian 12 in $machines/base, with the mirror, updates and network settings of this machine.
make_base() {
    local base=$machines/base mirror file
    if [ -n "${MACHINE_BASE:-}" ]; then
        cp -a "$MACHINE_BASE" "$base"
    else
        mirror=$(debian_mirror)
        debootstrap --variant=minbase --include=ca-certificates bookworm "$base" "$mirror" \
            >"$machines/debootstrap.log" 2>&1 || { tail "$machines/debootstrap.log"; return 1; }
    fi
    # The same Debian suites as here (security updates among them), and none of anybody else's.
    for file in /etc/apt/sources.list.d/*.sources; do
        grep -q debian-archive-keyring "$file" 2>/dev/null || continue
        cp "$file" "$base/etc/apt/sources.list.d/"
        : >"$base/etc/apt/sources.list"
    done
    apt-config dump | grep -E '^Acquire::(http|https|Check-Date|Check-Valid-Until|Retries)\b.* ".+"' \
        >"$base/etc/apt/apt.conf.d/99network" || true
    cp /etc/resolv.conf "$base/etc/resolv.conf"
}

# make_machine NAME: a copy of the base, made ready to run programs; its folder is $machines/NAME.
make_machine() {
    local root=$machines/$1
    [ -d "$machines/base" ] || make_base
    cp -a "$machines/base" "$root"
    mount -t proc proc "$root/proc"
    mount -t sysfs -o ro sysfs "$root/sys" 2>/dev/null || true
    mount -t tmpfs -o mode=1777,nosuid,nodev shm "$root/dev/shm"
    mount -t devpts -o newinstance,ptmxmode=0666,mode=0620,gid=5 devpts "$root/dev/pts"
}

# on NAME COMMAND ...: runs it on that machine, with nothing of this one's environment but its proxies.
on() {
    local root=$machines/$1 variable
    shift
    local environment=(PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root
        LANG=C.UTF-8 TERM=dumb DEBIAN_FRONTEND=noninteractive)
    for variable in http_proxy https_proxy no_proxy; do
        [ -z "${!variable:-}" ] || environment+=("$variable=${!variable}")
    done
    chroot "$root" env -i "${environment[@]}" "$@"
}

# on_without_network NAME COMMAND ...: the same, with a loopback of its own and no other network.
on_without_network() {
    export -f on
    export machines
    # shellcheck disable=SC2016  # expanded by the shell inside
    if command -v ip >/dev/null && unshare --net true 2>/dev/null; then
        unshare --net bash -c 'ip link set lo up && on "$@"' bash "$@"
    else
        echo "(network namespaces are not permitted here: run with the network)"
        on "$@"
    fi
}

# boot NAME: systemd as the first process of that machine, in namespaces and a network of its own, until it powers off.
boot() {
    local root=$machines/$1
    # Units get mounts of their own, which a chroot does not allow: the machine becomes the root of its namespace.
    # shellcheck disable=SC2016  # expanded by the shell inside
    timeout 300 unshare --net --mount --pid --fork --kill-child --cgroup --uts --ipc sh -ec '
        ip link set lo up
        mount --bind "$1" "$1"
        cd "$1"
        mount -t tmpfs tmpfs run
        mount -t sysfs sysfs sys
        mount -t cgroup2 cgroup2 sys/fs/cgroup
        mount -t proc proc proc
        mkdir -p srv/outside
        pivot_root . srv/outside
        umount -l /srv/outside
        exec env -i container=cutaway-test PATH=/usr/sbin:/usr/bin:/sbin:/bin \
            chroot . /lib/systemd/systemd --log-target=console --unit=multi-user.target' sh "$root"
}

# step WORDS: a headline with the seconds since the start.
step() { echo "== $(printf '%4d' "$SECONDS") s  $*"; }

fail() {
    echo "FAILED: $*"
    exit 1
}
