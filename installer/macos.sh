#!/usr/bin/env bash
# Makes a disk image for macOS (.dmg) in target/packages from this checkout. See installer/README.md.
#
#   installer/macos.sh [--image]
#
# --image takes target/lockstep as it is, instead of building it.
# VERSION=1.2.3 in the environment builds under another version than that of pom.xml.
set -euo pipefail
cd "$(dirname "$0")/.."
export LC_ALL=C
umask 022

fail() { echo "macos.sh: $*" >&2; exit 1; }
[ "$(uname)" = Darwin ] || fail "disk images can be made on macOS only."
jpackage=jpackage
for jdk in "${JAVA25_HOME-}" "${JAVA_HOME-}" "$(/usr/libexec/java_home -v 25 2> /dev/null || :)"; do
    if [ -n "$jdk" ] && [ -x "$jdk/bin/jpackage" ]; then
        jpackage=$jdk/bin/jpackage
        break
    fi
done
command -v "$jpackage" > /dev/null || fail "jpackage is missing: install a JDK 25 and name its folder in JAVA25_HOME."
command -v codesign > /dev/null || fail "codesign is missing: install the command line tools of Xcode (xcode-select --install)."
[ -e icons/lockstep.icns ] || fail "icons/lockstep.icns is missing: icons/make.sh makes it."
case ${1-} in
    '')
        command -v mvn > /dev/null || fail "Maven is missing: install it (brew install maven)."
        mvn -B -q -Pimage package -DskipTests ${VERSION:+"-Drevision=$VERSION"}
        ;;
    --image) ;;
    *) fail "$1 is not --image." ;;
esac
[ -x target/lockstep/bin/lockstep ] || fail "target/lockstep is missing: leave --image out."
version=$(target/lockstep/bin/lockstep --version)
version=${version##* }
[ "${VERSION:-$version}" = "$version" ] || fail "target/lockstep is version $version, not $VERSION: leave --image out."

packages=$PWD/target/packages
work=$PWD/target/package-macos
rm -rf "$work"
mkdir -p "$packages" "$work"
# jpackage takes no version that begins with 0, so the real one is written afterwards, and the bundle sealed again
"$jpackage" @installer/jpackage.args @installer/macos/app.args --app-version 1.0.0 --dest "$work"
plist=$work/Lockstep.app/Contents/Info.plist
/usr/libexec/PlistBuddy -c "Set :CFBundleShortVersionString ${version%%-*}" -c "Set :CFBundleVersion ${version%%-*}" "$plist"
codesign --force --deep --sign - "$work/Lockstep.app"
"$jpackage" --type dmg --name Lockstep --app-image "$work/Lockstep.app" --app-version 1.0.0 --dest "$work"

made=("lockstep-$version-macos-$(uname -m).dmg" "lockstep-$version-THIRD-PARTY.txt")
mv "$work"/*.dmg "$packages/${made[0]}"
cp target/lockstep/legal/THIRD-PARTY.txt "$packages/${made[1]}"
if [ -e target/lockstep/legal/lockstep.cdx.json ]; then
    made+=("lockstep-$version.cdx.json")
    cp target/lockstep/legal/lockstep.cdx.json "$packages/${made[2]}"
fi
rm -rf "$work"
cd "$packages"
shasum -a 256 "${made[@]}" > SHA256SUMS
while read -r sum name; do
    printf '%-45s %10d bytes  sha256 %s\n' "$name" "$(stat -f %z "$name")" "$sum"
done < SHA256SUMS
