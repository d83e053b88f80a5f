#!/usr/bin/env bash
# A signed apt repository of the packages: make_repository.sh PACKAGES_DIR REPOSITORY_DIR KEY_DIR
# KEY_DIR keeps the signing key (made when the folder has none; guard it). The public key is put at
# REPOSITORY_DIR/cutaway.gpg. Prints the line for an administrator's /etc/apt/sources.list.d/cutaway.list.
set -euo pipefail
packages=$(realpath "$1") repository=$(realpath -m "$2")
export GNUPGHOME
GNUPGHOME=$(realpath -m "$3")
mkdir -p "$repository/conf" "$GNUPGHOME"
chmod 700 "$GNUPGHOME"
trap 'gpgconf --kill gpg-agent' EXIT
address=cutaway@example.invalid
if ! gpg --batch --trust-model always --list-secret-keys "$address" >/dev/null 2>&1; then
    gpg --batch --quiet --passphrase '' --quick-gen-key "Cutaway packages <$address>" ed25519 sign 2y
fi
key=$(gpg --batch --trust-model always --list-secret-keys --with-colons "$address" | awk -F: '/^fpr/ {print $10; exit}')
gpg --batch --trust-model always --export "$key" >"$repository/cutaway.gpg"
cat >"$repository/conf/distributions" <<CONF
Origin: Cutaway
Label: Cutaway
Codename: stable
Architectures: $(dpkg --print-architecture)
Components: main
Description: Cutaway for Debian 12
SignWith: $key
CONF
reprepro --silent -b "$repository" includedeb stable "$packages"/*.deb
echo "deb [signed-by=/usr/share/keyrings/cutaway.gpg] file:$repository stable main"
