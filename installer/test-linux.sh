#!/usr/bin/env bash
# Installs the package for Debian on this machine, upgrades and purges it, and looks at what is there after each step. For a machine that
# may be thrown away, as root; the user of the vault is made and removed again.
#
#   installer/test-linux.sh OLDER.deb NEWER.deb
set -euo pipefail
export LC_ALL=C
here=$(cd "$(dirname "$0")" && pwd)

step() { printf '\n== %s\n' "$*"; }
fail() { echo "FAILED: $*" >&2; exit 1; }
# is EXPECTED COMMAND...: what the command says
is() {
    local expected=$1 said
    shift
    said=$("$@") || fail "$* ended with $?"
    [ "$said" = "$expected" ] || fail "$*: \"$said\" instead of \"$expected\""
    echo "$*: $said"
}
there() { for place; do [ -e "$place" ] || fail "$place is missing"; done; }
gone() { for place; do if [ -e "$place" ] || [ -L "$place" ]; then fail "$place is left"; fi; done; }

[ $# = 2 ] || { sed -n '2,5s/^# \{0,1\}//p' "$0" >&2; exit 2; }
[ "$(id -u)" = 0 ] || fail "dpkg wants root."
for tool in desktop-file-validate appstreamcli xdg-mime man lintian; do
    command -v $tool > /dev/null ||
        fail "$tool is missing: apt install desktop-file-utils appstream xdg-utils man-db shared-mime-info lintian"
done
! dpkg -s lockstep > /dev/null 2>&1 || fail "lockstep is installed already."
older=$(realpath "$1") newer=$(realpath "$2")
older_version=$(dpkg-deb -f "$older" Version) newer_version=$(dpkg-deb -f "$newer" Version)
dpkg --compare-versions "$newer_version" gt "$older_version" || fail "$newer is not the newer one."

user=lockstep-test
entry=/usr/share/applications/dev.lockstep.Lockstep.desktop
useradd --create-home --shell /bin/bash $user
trap 'userdel --remove $user 2> /dev/null; apt-get purge -qq -y lockstep > /dev/null 2>&1 || :' EXIT
home=$(getent passwd $user | cut -d: -f6)
# as COMMAND: in a fresh session of the user
as() { runuser -l $user -c "$1"; }
# the state of everything that belongs to the user
kept() { (cd "$home" && find . -type f ! -name '*.log' -print0 | sort -z | xargs -0 sha256sum); }

step "lintian"
lintian --fail-on error,warning "$older" "$newer"
step "install $older_version"
ls -l "$older"
before=$(find /usr /etc /var/lib -xdev 2> /dev/null | grep -i lockstep || :)
[ -z "$before" ] || fail "there is already: $before"
apt-get install -qq -y --no-install-recommends "$older" > /dev/null
du -sh --apparent-size /usr/lib/lockstep
is "Lockstep ${older_version//\~/-}" as "lockstep --version"
is /usr/bin/lockstep as "command -v lockstep"
there $entry /usr/share/metainfo/dev.lockstep.Lockstep.metainfo.xml \
    /usr/share/icons/hicolor/scalable/apps/dev.lockstep.Lockstep.svg /usr/share/doc/lockstep/copyright \
    /usr/lib/lockstep/legal/THIRD-PARTY.txt /usr/share/bash-completion/completions/lockstep
for page in lockstep lockstep-run; do is "/usr/share/man/man1/$page.1.gz" as "man -w $page"; done
desktop-file-validate $entry
appstreamcli validate --no-net /usr/share/metainfo/dev.lockstep.Lockstep.metainfo.xml
dpkg --verify lockstep
[ -z "$(find /usr/lib/lockstep \( -perm -o+w ! -type l -o ! -user root \))" ] || fail "others may write"

step "a vault and settings of a user"
as 'set -e; umask 077; mkdir -p vaults .config/lockstep; printf "a long made-up password" > password
    lockstep --vault vaults/mine.lockstep --password-fd 3 init --recovery-to code 3< password
    printf "a made-up value" | lockstep --vault vaults/mine.lockstep --password-fd 3 set MADE_UP_TOKEN 3< password
    lockstep --vault vaults/mine.lockstep --password-fd 3 backup 3< password
    printf "{\"look\": {\"theme\": \"DARK\"}}\n" > .config/lockstep/settings.json' > /dev/null
is "a made-up value" as 'lockstep --vault vaults/mine.lockstep --password-fd 3 get MADE_UP_TOKEN --reveal 3< password'
is application/vnd.lockstep.vault as "xdg-mime query filetype vaults/mine.lockstep"
is application/vnd.lockstep.vault as "cp vaults/mine.lockstep other; xdg-mime query filetype other; rm other"
is dev.lockstep.Lockstep.desktop as "xdg-mime query default application/vnd.lockstep.vault"
there "$home/.config/lockstep/settings.json" "$home/vaults/mine backups"

step "a window, from the command of the desktop entry"
if command -v Xvfb > /dev/null && command -v xwininfo > /dev/null; then
    Xvfb :97 -screen 0 1280x900x24 > /dev/null 2>&1 &
    screen=$!
    started=$(sed -n 's/^Exec=\([^ ]*\).*/\1/p' $entry)
    as "DISPLAY=:97 exec $started" > /dev/null 2>&1 &
    for _ in $(seq 60); do
        if DISPLAY=:97 xwininfo -root -tree 2> /dev/null | grep -q '"Lockstep"'; then break; fi
        sleep 0.5
    done
    DISPLAY=:97 xwininfo -root -tree | grep "\"$(sed -n 's/^StartupWMClass=//p' $entry)\"" || fail "there is no window of the entry's class"
    pkill -u $user java || :
    kill $screen
    wait || :
else
    echo "not tried: xvfb and x11-utils are missing"
fi

step "nothing is unpacked at run time"
! find / -xdev -user $user -name '*.so*' 2> /dev/null | grep . || fail "that was"
echo "no library was written"

step "upgrade to $newer_version"
mine=$(kept)
apt-get install -qq -y --no-install-recommends "$newer" > /dev/null
is "Lockstep ${newer_version//\~/-}" as "lockstep --version"
dpkg --verify lockstep
[ "$(kept)" = "$mine" ] || fail "the upgrade changed a file of the user"
is "a made-up value" as 'lockstep --vault vaults/mine.lockstep --password-fd 3 get MADE_UP_TOKEN --reveal 3< password'

step "purge"
mine=$(kept)
apt-get purge -qq -y lockstep > /dev/null
left=$(find /usr /etc /var/lib -xdev 2> /dev/null | grep -i lockstep | grep -v "^$here" || :)
[ -z "$left" ] || fail "left: $left"
gone /usr/lib/lockstep /usr/bin/lockstep
! grep -rqs lockstep /usr/share/mime/globs /usr/share/applications/mimeinfo.cache || fail "the desktop still knows it"
[ "$(kept)" = "$mine" ] || fail "the purge changed a file of the user"
there "$home/vaults/mine.lockstep" "$home/.config/lockstep/settings.json"
echo "nothing is left of the package; vault, backups and settings are"
printf '\nAll is well.\n'
