#!/usr/bin/env bash
# Builds the packages for Linux twice, from two clean clones of what is committed here, under different folders, languages, time zones and
# file modes, and compares them byte for byte. The recorded starts (*.aot) are left out: they are measurements of a run.
#
#   installer/reproduce.sh [FOLDER]
#
# FOLDER, by default target/reproduce, is emptied before. VERSION in the environment is that of installer/linux.sh.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=${1:-target/reproduce}
rm -rf "$folder"
mkdir -p "$folder"
folder=$(cd "$folder" && pwd -P)
first=$folder/first
second="$folder/another folder/second"

build() {
    git clone -q . "$1"
    "$1/installer/linux.sh" --without-aot > "$1.log" 2>&1 || { cat "$1.log" >&2; exit 1; }
}
(umask 022 && export TZ=UTC && build "$first")
(
    umask 077
    export JAVA_TOOL_OPTIONS='-Duser.language=de -Duser.country=DE -Duser.timezone=Pacific/Kiritimati'
    export LANG=de_DE.UTF-8 TZ=Pacific/Kiritimati
    mkdir -p "${second%/*}"
    build "$second"
)

different=0
for file in "$first"/target/packages/*; do
    if cmp "$file" "$second/target/packages/${file##*/}"; then
        echo "the same: ${file##*/}"
    else
        different=1
    fi
done
[ $different = 0 ]
