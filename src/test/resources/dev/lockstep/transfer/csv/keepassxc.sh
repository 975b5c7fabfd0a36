#!/bin/sh
# Writes keepassxc.csv anew with KeePassXC's own export (tried with 2.7.4): ./keepassxc.sh, in this folder.
set -eu
database=$(mktemp -d)/database.kdbx
trap 'rm -rf "$(dirname "$database")"' EXIT
password=correct-horse-battery-staple
printf '%s\n%s\n' "$password" "$password" | keepassxc-cli import -p keepassxc.xml "$database"
printf '%s\n' "$password" | keepassxc-cli export -f csv "$database" > keepassxc.csv
