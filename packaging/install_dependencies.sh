#!/usr/bin/env bash
# Installs what is missing of the named sections of dependencies.txt: install_dependencies.sh run [test]
set -euo pipefail
list=$(dirname "$(readlink -f "$0")")/debian/dependencies.txt

wanted=()
for section in "$@"; do
    mapfile -t -O "${#wanted[@]}" wanted < <(awk -v want="[$section]" \
        '/^\[/ {on = ($1 == want)} /^[a-z0-9]/ && on {print $1}' "$list")
done

# dpkg-query exits non-zero when one is unknown; what counts is which ones it says are installed.
installed=$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' "${wanted[@]}" 2>/dev/null | awk '$2 == "installed" {print $1}' || true)
missing=$(comm -23 <(printf '%s\n' "${wanted[@]}" | sort -u) <(printf '%s\n' "$installed" | sort -u))
[ -n "$missing" ] || exit 0

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null; then sudo "$@"; else
        echo "These packages are missing and only an administrator can install them: $missing" >&2
        exit 1
    fi
}
echo "Installing:" $missing
as_root apt-get update -q
# shellcheck disable=SC2086  # one word a package
DEBIAN_FRONTEND=noninteractive as_root apt-get install -q -y --no-install-recommends $missing
