#!/bin/sh
# Makes the folder that this file lies in known to the desktop of one user, or with "remove" forgotten. See INSTALL.
set -eu
here=$(cd "$(dirname "$0")" && pwd -P)
app=dev.lockstep.Lockstep
bin=$HOME/.local/bin
data=${XDG_DATA_HOME:-$HOME/.local/share}

# what the desktop, the manual and the shells find by its place
files() { (cd "$here/share" && find applications mime icons metainfo man bash-completion zsh fish -type f); }

refresh() {
    for known in 'update-desktop-database applications' 'update-mime-database mime'; do
        if [ -d "$data/${known#* }" ] && command -v "${known% *}" > /dev/null; then "${known% *}" "$data/${known#* }" || :; fi
    done
}

case ${1-} in
    '')
        [ -d "$here/share" ] || { echo "install.sh: share/ is missing beside it" >&2; exit 1; }
        case $here in
            *[\"\`\$\\%]*) echo "install.sh: the folder's name may not have any of \" \` \$ \\ %" >&2; exit 1 ;;
        esac
        files | while read -r file; do
            mkdir -p "$data/$(dirname "$file")"
            cp "$here/share/$file" "$data/$file"
        done
        # the menu has another PATH than a shell
        sed "s|^Exec=lockstep|Exec=\"$here/bin/lockstep\"|" "$here/share/applications/$app.desktop" > "$data/applications/$app.desktop"
        mkdir -p "$bin"
        ln -sfn "$here/bin/lockstep" "$bin/lockstep"
        refresh
        echo "Lockstep is in the menu, and in $bin."
        ;;
    remove)
        files | while read -r file; do rm -f "$data/$file"; done
        if [ "$(readlink "$bin/lockstep" || :)" = "$here/bin/lockstep" ]; then rm -f "$bin/lockstep"; fi
        refresh
        files | while read -r file; do (cd "$data" && rmdir -p "$(dirname "$file")") 2> /dev/null || :; done
        echo "Lockstep is out of the menu. Delete $here too. Vaults and settings are still where they were."
        ;;
    *) echo "usage: install.sh [remove]" >&2; exit 2 ;;
esac
