#!/usr/bin/env bash
# Installs what is missing of the named sections of dependencies.txt: install_dependencies.sh run [test] [long]
set -euo pipefail
list=$(dirname "$(readlink -f "$0")")/debian/dependencies.txt

wanted=()
for section in "$@"; do
    mapfile -t -O "${#wanted[@]}" wanted < <(awk -v want="[$section]" \
        '/^\[/ {on = ($1 == want)} /^[a-z0-9]/ && on {print $1}' "$list")
done

if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    echo "This is not a Debian system, so nothing was installed. Cutaway is made for Debian 12; what it needs is in" >&2
    echo "$list" >&2
    exit 0
fi

# dpkg-query exits non-zero when one is unknown; what counts is which ones it says are installed.
installed=$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' "${wanted[@]}" 2>/dev/null | awk '$2 == "installed" {print $1}' || true)
mapfile -t missing < <(comm -23 <(printf '%s\n' "${wanted[@]}" | sort -u) <(printf '%s\n' "$installed" | sort -u))
[ ${#missing[@]} -gt 0 ] || exit 0

if [ "$(id -u)" = 0 ]; then as_root=(); elif command -v sudo >/dev/null; then as_root=(sudo); else
    echo "These packages are missing, and only an administrator can install them:" >&2
    echo "    apt-get install --no-install-recommends ${missing[*]}" >&2
    exit 1
fi
apt() {
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 \
        apt-get -q -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 "$@"
}

echo "Installing ${#missing[@]} packages: ${missing[*]}"
# One source out of order does not matter when the others have what is missing.
apt update || echo "Not every package source answered; going on with what is known." >&2
if ! apt install -y --no-install-recommends "${missing[@]}"; then
    release=$(. /etc/os-release 2>/dev/null && echo "${PRETTY_NAME:-unknown}")
    echo "apt could not install what is missing; its own words are above. Cutaway is made for Debian 12, this is:" >&2
    echo "$release. Mend it (network, /etc/apt/sources.list.d, a broken package), then run the same command again." >&2
    exit 1
fi
