#!/usr/bin/env bash
# Makes every other file of this folder from icon.svg, the same bytes at each run with the same tools. What it makes is committed.
#
# Debian's packages librsvg2-bin, optipng, icoutils and icnsutils bring what it needs.
set -euo pipefail
cd "$(dirname "$0")"
export LC_ALL=C

missing=()
for tool in rsvg-convert optipng icotool png2icns; do
    command -v "$tool" > /dev/null || missing+=("$tool")
done
[ ${#missing[@]} -eq 0 ] || { echo "Needs ${missing[*]}: apt-get install librsvg2-bin optipng icoutils icnsutils" >&2; exit 69; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# a group of icon.svg as a file of its own: ID VIEW-BOX
group() {
    sed -n "/<g id=\"$1\"/,/<\/g>/p" icon.svg | sed -e '1i <svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="'"$2"'">' \
        -e '$a </svg>' -e 's/^    //'
}

# the drawing from standard input as a PNG: SIDE FILE
png() {
    rsvg-convert --width "$1" --height "$1" --output "$2"
    optipng -quiet -o5 -strip all "$2"
}

mkdir -p png
group small '0 0 16 16' | png 16 png/lockstep-16.png
group medium '1 1 22 22' | png 22 png/lockstep-22.png
group medium '0 0 24 24' | png 24 png/lockstep-24.png
for side in 32 48 64 128 256 512; do
    png "$side" "png/lockstep-$side.png" < icon.svg
done

icotool --create --output lockstep.ico png/lockstep-{16,24,32,48,64}.png --raw=png/lockstep-256.png
png2icns lockstep.icns png/lockstep-{16,32,48,128,256,512}.png > "$work/said" || { cat "$work/said" >&2; exit 1; }

# panels leave a margin around 16 pixels; "light" is for light panels, "dark" for dark ones
group symbolic '0 0 16 16' > lockstep-symbolic.svg
group symbolic '-3 -3 22 22' > "$work/light.svg"
sed 's/#2e3436/#f2f2f2/' "$work/light.svg" > "$work/dark.svg"
for panel in light dark; do
    png 22 "lockstep-tray-$panel.png" < "$work/$panel.svg"
    png 44 "lockstep-tray-$panel@2x.png" < "$work/$panel.svg"
done

# a test compares them, so that nobody changes the drawing alone
sha256sum icon.svg make.sh lockstep.ico lockstep.icns lockstep-symbolic.svg lockstep-tray-*.png png/*.png > SHA256SUMS
