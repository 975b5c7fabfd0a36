#!/usr/bin/env bash
# How long Lockstep and KeePassXC take to start: windows, from the start of the process until the password of a vault can be typed, and from
# Enter until its secrets are shown; and whole processes of both command lines, in turns.
#
#   src/bench/startup.sh [FOLDER]
#
# FOLDER holds the image, for example /usr/lib/lockstep where it is installed; without one it is that of "mvn -Pimage package" in
# target/lockstep. RUNS says how often each is measured (10), SIZE how many secrets there are (1000), MVN what Maven is called. Writes a
# table to standard output and to target/benchmarks-startup.txt. Needs Linux with Xvfb, openbox, keepassxc and keepassxc-cli, and python3.
#
# The windows open on an X server of this script's own. window.py, which knows neither program, looks at that display every ten
# milliseconds: a window is usable as soon as it has the keyboard and shows what it goes on showing, and then a key has to change what it
# shows. "Without" is the same image without its caches lib/*.aot, which may be removed.
set -euo pipefail
cd "$(dirname "$0")/../.."
export LC_ALL=C

for tool in Xvfb openbox keepassxc keepassxc-cli python3; do
    command -v "$tool" > /dev/null || { echo "$tool is needed" >&2; exit 69; }
done
image=$(cd "${1:-target/lockstep}" && pwd -P) || { echo "mvn -Pimage package makes the image" >&2; exit 66; }
runs=${RUNS:-10}
report=$PWD/target/benchmarks-startup.txt
python=$(python3 -c 'import sys; print(sys.executable)')
window=$PWD/src/bench/window.py

work=$(mktemp -d)
server=
manager=
finish() {
    [ -z "$manager" ] || kill "$manager" 2> /dev/null || true
    [ -z "$server" ] || kill "$server" 2> /dev/null || true
    rm -rf "$work"
}
trap finish EXIT
results=$work/results
size=${SIZE:-1000}

"${MVN:-mvn}" -q test-compile exec:exec@bench-keepassxc-files -Dbench.folder="$work" -Dbench.sizes="$size"

# Nothing of the user's is read or changed from here on.
export HOME=$work/home XDG_CONFIG_HOME=$work/config XDG_STATE_HOME=$work/state XDG_DATA_HOME=$work/data XDG_CACHE_HOME=$work/cache
export XDG_RUNTIME_DIR=$work/run DBUS_SESSION_BUS_ADDRESS=disabled:
unset WAYLAND_DISPLAY
mkdir -m 700 "$HOME" "$XDG_RUNTIME_DIR"
printf 'peers\n' > "$work/password"

# the same files, in a folder without the caches
mkdir "$work/without"
cp -a "$image/." "$work/without"
rm -f "$work/without/lib"/*.aot

keepassxc-cli export -q "$work/$size.kdbx" < "$work/password" > "$work/$size.xml" 2> "$work/errors"
cp "$work/empty.lockstep" "$work/vault.lockstep"
"$image/bin/lockstep" import "$work/$size.xml" --yes --vault "$work/vault.lockstep" --password-fd 3 3< "$work/password" > /dev/null

Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp 3> "$work/display" 2> "$work/errors" &
server=$!
until [ -s "$work/display" ]; do kill -0 "$server"; read -rt 0.05 < /dev/zero || true; done
DISPLAY=:$(cat "$work/display")
export DISPLAY
openbox 2> "$work/errors" &
manager=$!

# shows WHO COMMAND...
shows() { "$python" "$window" "$results" "$1" peers "${@:2}" 2> "$work/errors" || { cat "$work/errors" >&2; exit 70; }; }

cat > "$work/measure.py" <<'PYTHON'
import os, sys, time

results, row, errors, *command = sys.argv[1:]
null = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0), (os.POSIX_SPAWN_OPEN, 2, errors, os.O_WRONLY | os.O_CREAT, 0o600)]
start = time.perf_counter()
child = os.posix_spawnp(command[0], command, os.environ, file_actions=null)
status, usage = os.wait4(child, 0)[1:]
seconds = time.perf_counter() - start
if status != 0:
    sys.exit(f"failed with status {status}: {' '.join(command)}\n{open(errors, errors='replace').read()}")
with open(results, "a") as table:
    print(row, seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss, sep="\t", file=table)
PYTHON
# ends ROW COMMAND...: the password is on standard input and on descriptor 3
ends() { "$python" "$work/measure.py" "$results" "$1" "$work/errors" "${@:2}" < "$work/password" 3< "$work/password"; }

for run in $(seq "$runs"); do
    shows "window Lockstep" "$image/bin/lockstep" "$work/vault.lockstep"
    shows "window Lockstep, without" "$work/without/bin/lockstep" "$work/vault.lockstep"
    shows "window KeePassXC" keepassxc "$work/$size.kdbx"
    ends "--version Lockstep" "$image/bin/lockstep" --version
    ends "--version Lockstep, without" "$work/without/bin/lockstep" --version
    ends "--version KeePassXC" keepassxc-cli --version
    ends "list Lockstep" "$image/bin/lockstep" list --vault "$work/vault.lockstep" --password-fd 3
    ends "list Lockstep, without" "$work/without/bin/lockstep" list --vault "$work/vault.lockstep" --password-fd 3
    ends "list KeePassXC" keepassxc-cli ls -q -R -f "$work/$size.kdbx"
done

{
    printf '%s, KeePassXC %s, %s cores, load %s; Lockstep is %s\n\n' \
        "$(date -u +%Y-%m-%d)" "$(keepassxc-cli --version)" "$(getconf _NPROCESSORS_ONLN)" "$(cut -d ' ' -f 1-3 /proc/loadavg)" "$image"
    "$python" - "$results" <<'PYTHON'
import statistics, sys

found = {}
for line in open(sys.argv[1]):
    row, *numbers = line.rstrip("\n").split("\t")
    found.setdefault(row, []).append([float(number) for number in numbers])
middle = {row: [statistics.median(each) for each in zip(*measured)] for row, measured in found.items()}

heads = ("seconds", "mapped", "focused", "painted", "usable", "processor", "opened", "MiB", "opened", "at most")
print("%-28s %8s %8s %8s %8s %10s %8s %8s %8s %8s" % heads)
for row, numbers in middle.items():
    if row.startswith("window"):
        *times, waiting, resident, most = numbers
        sizes = [kibibytes / 1024 for kibibytes in (waiting, resident, most)]
        print("%-28s %8.3f %8.3f %8.3f %8.3f %10.3f %8.3f %8.0f %8.0f %8.0f" % (row, *times, *sizes))
print()
print("%-28s %8s %10s %8s" % ("seconds", "whole", "processor", "MiB"))
for row, numbers in middle.items():
    if not row.startswith("window"):
        print("%-28s %8.3f %10.3f %8.0f" % (row, *numbers[:2], numbers[2] / 1024))
PYTHON
    cat <<END

Medians of $runs runs of each in turns, with $size secrets. "Opened" is the time from Enter to the list. That and "list" include the key
derivation, which costs both the same. The memory of a window is its resident set when it waits for the password, when its vault is open,
and at its most.
END
} | tee "$report"
