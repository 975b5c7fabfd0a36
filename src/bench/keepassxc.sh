#!/usr/bin/env bash
# Lockstep beside KeePassXC: whole processes of both command lines, in turns, on the same secrets, at the same cost of the key derivation.
#
#   src/bench/keepassxc.sh [NUMBER-OF-SECRETS ...]
#
# Without numbers 1000, 10000 and 100000. RUNS says how often each is measured (5, and 3 times from 50,000 secrets on); MVN what Maven is
# called. Writes a table to standard output and to target/benchmarks-keepassxc.txt. Needs keepassxc-cli (Debian's package keepassxc; 2.7.4
# was measured) and python3, whose wait4 tells the time of each process and the most memory that it had (resident set).
#
# Lockstep is the image of "mvn -Pimage package" in target/lockstep if there is one, else the compiled classes on the same JVM options.
#
# Both programs have files with Argon2id, 64 MiB, 3 passes, 4 lanes. keepassxc-cli lets nobody choose that and makes files with AES-KDF, but
# keeps what it finds: so dev.lockstep.cli.BenchmarkFiles writes its files, and each of its changes writes them anew. Its import alone makes
# a file with AES-KDF, which costs less. What a derivation takes is the time of a process that opens a file without secrets, less that with a
# file at about a tenth of the cost, times 10/9.
set -euo pipefail
cd "$(dirname "$0")/../.."
export LC_ALL=C

sizes=("$@")
[ $# -gt 0 ] || sizes=(1000 10000 100000)
for size in "${sizes[@]}"; do
    [[ $size =~ ^[1-9][0-9]{1,5}$ ]] && [ "$size" -le 100000 ] || { echo "10 to 100000 secrets, not $size" >&2; exit 64; }
done
for tool in keepassxc-cli python3; do
    command -v "$tool" > /dev/null || { echo "$tool is needed" >&2; exit 69; }
done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
report=$PWD/target/benchmarks-keepassxc.txt
results=$work/results

"${MVN:-mvn}" -q test-compile exec:exec@bench-keepassxc-files -Dbench.folder="$work" -Dbench.sizes="$(IFS=,; echo "${sizes[*]}")"

image=$PWD/target/lockstep
lockstep=$work/lockstep
java=$(sed -n "s/^exec '\([^']*\)'.*/\1/p" "$lockstep")
what="the compiled classes"
if [ -x "$image/bin/lockstep" ]; then
    lockstep=$image/bin/lockstep
    java=$image/bin/java
    what="target/lockstep"
    [ -z "$(find target/classes -name '*.class' -newer "$image/lib/modules" -print -quit)" ] || what+=", WHICH IS OLDER THAN THE CLASSES"
fi

# Nothing of the user's is read or changed from here on.
python=$(python3 -c 'import sys; print(sys.executable)')
export HOME=$work/home XDG_CONFIG_HOME=$work/config XDG_STATE_HOME=$work/state XDG_DATA_HOME=$work/data XDG_CACHE_HOME=$work/cache
mkdir "$HOME"
printf 'peers\n' > "$work/password"

cat > "$work/measure.py" <<'END'
import os, sys, time

results, row, size, who, output, errors, *command = sys.argv[1:]
flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
to = [(os.POSIX_SPAWN_OPEN, 1, output, flags, 0o600), (os.POSIX_SPAWN_OPEN, 2, errors, flags, 0o600)]
start = time.perf_counter()
child = os.posix_spawnp(command[0], command, os.environ, file_actions=to)
status, usage = os.wait4(child, 0)[1:]
seconds = time.perf_counter() - start
if status != 0:
    print(f"failed with status {status}: {' '.join(command)}", open(errors, errors="replace").read(), sep="\n", file=sys.stderr)
    sys.exit(70)
kib = usage.ru_maxrss // (1024 if sys.platform == "darwin" else 1)
with open(results, "a") as table:
    print(row, size, who, seconds, kib, sep="\t", file=table)
END

# timed ROW WHO COMMAND...: measures a process that reads standard input, and the password of Lockstep from descriptor 3
timed() {
    "$python" "$work/measure.py" "$results" "$1" "$size" "$2" "$work/out-$2" "$work/errors" "${@:3}" 3< "$work/password"
}
# keepassxc ROW COMMAND...: with the password as the first line of standard input, and what is handed in after it
keepassxc() {
    cat "$work/password" - > "$work/typed"
    timed "$1" keepassxc-cli keepassxc-cli "${@:2}" < "$work/typed"
}
# lockstep ROW COMMAND...
lockstep() {
    timed "$1" lockstep "$lockstep" "$2" --password-fd 3 "${@:3}"
}

# What is compared. Each is called with the number of the run.
keepassxc_version() { timed version keepassxc-cli keepassxc-cli --version < /dev/null; }
lockstep_version() {
    timed version lockstep "$lockstep" --version < /dev/null
    timed java lockstep "$java" -version < /dev/null
    timed true lockstep true < /dev/null
}
keepassxc_open() {
    keepassxc derived ls -q "$work/empty.kdbx" < /dev/null
    keepassxc derived-tenth ls -q "$work/tenth.kdbx" < /dev/null
    keepassxc derived-aes ls -q "$work/aes.kdbx" < /dev/null
}
lockstep_open() {
    lockstep derived unlock --vault "$work/empty.lockstep" < /dev/null
    lockstep derived-tenth unlock --vault "$work/tenth.lockstep" < /dev/null
}
keepassxc_import() {
    rm -f "$work/imported.kdbx"
    keepassxc import import -q -p "$work/$size.xml" "$work/imported.kdbx" < "$work/password"
}
lockstep_import() {
    # Where this computer saw a newer state of a vault, its copy would open to be read only.
    rm -rf "$XDG_STATE_HOME" "$work/vault.lockstep" "$work/vault backups"
    cp "$work/empty.lockstep" "$work/vault.lockstep"
    lockstep import import "$work/$size.xml" --yes < /dev/null
}
keepassxc_list() { keepassxc list ls -q -R -f "$kdbx" < /dev/null; }
lockstep_list() { lockstep list list < /dev/null; }
keepassxc_get() { keepassxc get show -q -s -a Password "$kdbx" "$name" < /dev/null; }
lockstep_get() { lockstep get get "$name" --reveal < /dev/null; }
keepassxc_add() { printf 'new-value-%s\n' "$1" | keepassxc add add -q -p "$kdbx" "ADDED_$1"; }
lockstep_add() { printf 'new-value-%s' "$1" | lockstep add set "ADDED_$1" --new; }
keepassxc_edit() { printf 'other-value-%s\n' "$1" | keepassxc edit edit -q -p "$kdbx" "$name"; }
lockstep_edit() { printf 'other-value-%s' "$1" | lockstep edit set "$name"; }
keepassxc_export() { keepassxc export export -q -f csv "$kdbx" < /dev/null; }
lockstep_export() { lockstep export export --format csv --reveal < /dev/null; }

# compare WORK: in turns, as often as is measured
compare() {
    local run
    for run in $(seq "$runs"); do
        if [ $((run % 2)) = 1 ]; then
            "keepassxc_$1" "$run"
            "lockstep_$1" "$run"
        else
            "lockstep_$1" "$run"
            "keepassxc_$1" "$run"
        fi
    done
}
# agree WORK FILTER: what both wrote at last has to be the same
agree() {
    if [ "$("$2" "$work/out-keepassxc-cli")" != "$("$2" "$work/out-lockstep")" ]; then
        echo "the programs do not agree: $1 of $size" >&2
        exit 70
    fi
}
# Lockstep puts the collection in front of a name.
names() { sed 's/.*\t//' "$1" | sort | cksum; }
value() { tr -d '\n' < "$1"; }

size=0
runs=${RUNS:-5}
printf '<KeePassFile><Meta/><Root><Group><UUID>AAAAAAAAAAAAAAAAAAAAAQ==</UUID><Name>Root</Name></Group></Root></KeePassFile>' > "$work/0.xml"
cat "$work/password" "$work/password" | keepassxc-cli import -q -p "$work/0.xml" "$work/aes.kdbx" 2> "$work/errors"
compare version
compare open
export LOCKSTEP_VAULT=$work/vault.lockstep
for size in "${sizes[@]}"; do
    runs=${RUNS:-$((size < 50000 ? 5 : 3))}
    kdbx=$work/$size.kdbx
    keepassxc-cli export -q "$kdbx" < "$work/password" > "$work/$size.xml" 2> "$work/errors"
    compare import
    compare list
    agree list names
    name=$(sed -n "$((size / 2))p" "$work/out-keepassxc-cli")
    compare get
    agree get value
    compare export # before anything is added: a file of more than 100,000 is not written, since none is read
    compare add
    compare edit
    compare get
    agree get value
    # all of 100,000 do not fit into an environment
    if [ "$size" -le 10000 ]; then
        for run in $(seq "$runs"); do lockstep run run -- true < /dev/null; done
    fi
    for file in "keepassxc-cli $kdbx" "lockstep $LOCKSTEP_VAULT"; do
        printf 'file\t%s\t%s\t%s\t0\n' "$size" "${file%% *}" "$(wc -c < "${file#* }")" >> "$results"
    done
    rm -f "$work/$size.xml" "$kdbx" "$work"/out-*
done

{
    printf '%s, %s, %s cores, load %s; Lockstep is %s\n\n' \
        "$(date -u +%Y-%m-%d)" "keepassxc-cli $(keepassxc-cli --version)" "$(getconf _NPROCESSORS_ONLN)" \
        "$(cut -d ' ' -f 1-3 /proc/loadavg 2> /dev/null || uptime)" "$what"
    "$python" - "$results" <<'END'
import statistics, sys

THEIRS, OURS = "keepassxc-cli", "lockstep"
found = {}
for line in open(sys.argv[1]):
    row, size, who, seconds, kib = line.rstrip("\n").split("\t")
    found.setdefault((row, int(size), who), []).append((float(seconds), int(kib)))

def seconds(row, size, who):
    return statistics.median(each[0] for each in found[row, size, who]) if (row, size, who) in found else None

def mib(row, size, who):
    return max(each[1] for each in found[row, size, who]) / 1024 if (row, size, who) in found else None

# a derivation takes 10/9 of what it takes more than one of a tenth
derived = {who: (seconds("derived", 0, who) - seconds("derived-tenth", 0, who)) * 10 / 9 for who in (THEIRS, OURS)}
aes = max(0, seconds("derived-aes", 0, THEIRS) - seconds("derived", 0, THEIRS) + derived[THEIRS])

def left(row, size, who):
    """Without the derivations. KeePassXC derives once more to save, and imports into a file with AES-KDF."""
    whole = seconds(row, size, who)
    if whole is None or who == OURS:
        return whole and whole - derived[OURS]
    if row == "import":
        return whole - 2 * aes
    return whole - derived[THEIRS] * (2 if row in ("add", "edit") else 1)

def shown(number, form):
    return "-" if number is None else form % number

def ratio(ours, theirs):
    if ours is None or theirs is None or min(ours, theirs) <= 0:
        return "-"
    return "1/%.1f" % (theirs / ours) if ours < theirs else "%.1f x" % (ours / theirs)

def line(*cells):
    print("%-16s %8s  %9s %9s %7s  %9s %9s %7s  %9s %9s" % cells)

line("", "", "seconds", "", "", "less KDF", "", "", "MiB", "")
line("work", "secrets", "KeePassXC", "Lockstep", "", "KeePassXC", "Lockstep", "", "KeePassXC", "Lockstep")

def compared(row, name, size, is_derived=True):
    whole = [seconds(row, size, who) for who in (THEIRS, OURS)]
    rest = [left(row, size, who) if is_derived else None for who in (THEIRS, OURS)]
    memory = [mib(row, size, who) for who in (THEIRS, OURS)]
    line(name, f"{size:,}" if size else "",
         *(shown(each, "%.3f") for each in whole), ratio(*reversed(whole)),
         *(shown(each, "%.3f") for each in rest), ratio(*reversed(rest)),
         *(shown(each, "%.0f") for each in memory))

for row, name in (("true", "true"), ("java", "java -version"), ("version", "--version")):
    compared(row, name, 0, False)
line("key derivation", "", *(shown(derived[who], "%.3f") for who in (THEIRS, OURS)), ratio(derived[OURS], derived[THEIRS]), *["-"] * 5)
line("  of an import", "", shown(aes, "%.3f"), *["-"] * 7)
sizes = sorted({size for _, size, _ in found} - {0})
for row, name in (("list", "list"), ("get", "get one"), ("add", "add one"), ("edit", "edit one"), ("import", "import XML"),
                  ("export", "export CSV"), ("run", "run -- true")):
    for size in sizes:
        if (row, size, OURS) in found:
            compared(row, name, size)
print()
for size in sizes:
    each = [seconds("file", size, who) / size for who in (THEIRS, OURS)]
    print(f"file of {size:,}: {each[0]:.0f} and {each[1]:.0f} bytes for each secret")
END
    cat <<END

Medians of $(echo "${RUNS:-5, of 3 from 50,000 secrets on,}") whole processes of each program in turns; memory is the most of all runs.
END
} | tee "$report"
