#!/usr/bin/env bash
# Makes packages for Linux in target/packages from this checkout. See installer/README.md.
#
#   installer/linux.sh [--image] [--without-aot] [deb] [rpm] [tar.gz]
#
# Without formats it makes all that this machine has the tools for.
#   --image        take target/lockstep as it is, instead of building it
#   --without-aot  leave out the recorded starts (*.aot), which are never the same twice
# VERSION=1.2.3 in the environment builds under another version than that of pom.xml.
set -euo pipefail
cd "$(dirname "$0")/.."
export LC_ALL=C TZ=UTC
umask 022

fail() { echo "linux.sh: $*" >&2; exit 1; }
has() { command -v "$1" > /dev/null; }

formats=() image=build aot=with
for argument; do
    case $argument in
        deb | rpm | tar.gz) formats+=("$argument") ;;
        --image) image=taken ;;
        --without-aot) aot=without ;;
        *) fail "$argument is not one of: deb rpm tar.gz --image --without-aot" ;;
    esac
done
if [ ${#formats[@]} = 0 ]; then
    formats=(tar.gz)
    if has dpkg-deb; then formats+=(deb); fi
    if has rpmbuild; then formats+=(rpm); fi
fi

has mvn || [ $image = taken ] || fail "Maven is missing: install it (on Debian: apt install maven)."
has readelf || fail "readelf is missing: install binutils."
for format in "${formats[@]}"; do
    case $format in
        deb) has dpkg-deb || fail "dpkg-deb is missing: install dpkg, or ask for other formats." ;;
        rpm) has rpmbuild || fail "rpmbuild is missing: install rpm (Debian) or rpm-build (Fedora), or ask for other formats." ;;
    esac
done

case $(uname -m) in
    x86_64) deb_arch=amd64 rpm_arch=x86_64 ;;
    aarch64) deb_arch=arm64 rpm_arch=aarch64 ;;
    *) fail "there is no JavaFX for this processor ($(uname -m))." ;;
esac

app=dev.lockstep.Lockstep
packages=$PWD/target/packages
work=$PWD/target/package-linux
if [ $image = build ]; then
    # the tests are skipped: "mvn verify" runs them
    mvn -B -q -Pimage package -DskipTests ${VERSION:+"-Drevision=$VERSION"}
fi
[ -x target/lockstep/bin/lockstep ] || fail "target/lockstep is missing: leave --image out."
rm -rf "$work"
mkdir -p "$packages" "$work/home"

# the program itself, with nothing of whoever builds
lockstep() {
    env -u LOCKSTEP_VAULT HOME="$work/home" XDG_CONFIG_HOME="$work/home" XDG_STATE_HOME="$work/home" XDG_DATA_HOME="$work/home" \
        target/lockstep/bin/lockstep "$@"
}
version=$(lockstep --version)
version=${version##* }
[ "${VERSION:-$version}" = "$version" ] || fail "target/lockstep is version $version, not $VERSION: leave --image out."
package_version=${version//-/\~}  # 1.0-rc1 comes before 1.0
time=$(sed -n 's|.*<project.build.outputTimestamp>\(.*\)</project.build.outputTimestamp>.*|\1|p' pom.xml)
SOURCE_DATE_EPOCH=$(date -d "$time" +%s)
export SOURCE_DATE_EPOCH

# --- what all formats have in common ---

# changelog: that of the repository, after a later entry for a version that it does not know
changelog() {
    if ! head -1 installer/changelog | grep -qF "($package_version)"; then
        printf 'lockstep (%s) unstable; urgency=medium\n\n  * Built as this version.\n\n' "$package_version"
        printf ' -- The authors of Lockstep <lockstep@localhost>  %s\n\n' "$(date -R -d "@$((SOURCE_DATE_EPOCH + 60))")"
    fi
    cat installer/changelog
}

# releases: the changelog as elements of AppStream
releases() {
    local line version='' text=''
    while IFS= read -r line; do
        case $line in
            "lockstep ("*) version=${line#*\(} version=${version%%\)*} text='' ;;
            "  * "*) text="$text      <li>${line#  \* }" ;;
            "    "*) text="$text ${line#    }" ;;
            " -- "*)
                printf '    <release version="%s" date="%s">\n      <description><ul>\n' "$version" "$(date -d "${line##*>  }" +%F)"
                printf '%s\n' "$text" | sed -E 's|(.)      <li>|\1</li>\n      <li>|g; s|$|</li>|; s|</li></li>|</li>|'
                printf '      </ul></description>\n    </release>\n' ;;
        esac
    done < <(changelog)
}

# elf FOLDER: the native files in it
elf() {
    find "$1" -type f | sort | while IFS= read -r file; do
        if [ "$(head -c 4 "$file" | tr -d '\0')" = $'\x7fELF' ]; then echo "$file"; fi
    done
}

# share FOLDER: everything of /usr/share but what the formats name differently
share() {
    local to=$1 page size
    install -Dm644 "installer/linux/$app.desktop" "$to/applications/$app.desktop"
    install -Dm644 "installer/linux/$app.xml" "$to/mime/packages/$app.xml"
    mkdir -p "$to/metainfo" "$to/man/man1" "$to/bash-completion/completions" "$to/fish/vendor_completions.d" "$to/doc/lockstep"
    sed -e "/@RELEASES@/{r $work/releases" -e 'd}' "installer/linux/$app.metainfo.xml" > "$to/metainfo/$app.metainfo.xml"
    install -Dm644 icons/icon.svg "$to/icons/hicolor/scalable/apps/$app.svg"
    if [ -e icons/lockstep-symbolic.svg ]; then
        install -Dm644 icons/lockstep-symbolic.svg "$to/icons/hicolor/symbolic/apps/$app-symbolic.svg"
    fi
    for size in 16 22 24 32 48 64 128 256 512; do
        if [ -e icons/png/lockstep-$size.png ]; then
            install -Dm644 icons/png/lockstep-$size.png "$to/icons/hicolor/${size}x$size/apps/$app.png"
        fi
    done
    for page in target/man/*.1; do
        gzip -9n < "$page" > "$to/man/man1/${page##*/}.gz"
    done
    lockstep completion bash | tail -n +2 > "$to/bash-completion/completions/lockstep"
    lockstep completion fish > "$to/fish/vendor_completions.d/lockstep.fish"
    cp installer/linux/copyright "$to/doc/lockstep/copyright"
}

# The script is one of bash, which zsh can use. Found by its name it is read at the first completion, and has to answer that one too.
zsh_completion() {
    echo '#compdef lockstep'
    echo '(( $+functions[compopt] )) || compopt() { : }'
    lockstep completion zsh | tail -n +2
    echo '_bash_complete -o default -F _complete_lockstep'
}

# usr FOLDER ZSH: what goes to /usr; ZSH is where completions of packages lie for that shell
usr() {
    local to=$1
    mkdir -p "$to/bin" "$to/lib/lockstep" "$to/share/$2"
    cp -R "$work/image/." "$to/lib/lockstep"
    ln -s ../lib/lockstep/bin/lockstep "$to/bin/lockstep"
    share "$to/share"
    zsh_completion > "$to/share/$2/_lockstep"
}

# level FOLDER: the same modes and times whoever built, whenever
level() {
    find "$1" -type d -exec chmod 755 {} +
    find "$1" -type f -perm -u+x -exec chmod 755 {} +
    find "$1" -type f ! -perm -u+x -exec chmod 644 {} +
    find "$1" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
}

releases > "$work/releases"
cp -R target/lockstep "$work/image"
if [ $aot = without ]; then rm -f "$work"/image/lib/*.aot; fi
# libraries are no programs; what is started are the files in bin and two that Java itself starts
find "$work/image" -name '*.so' -exec chmod 644 {} +
level "$work/image"
missing=$(sed -n 's/.* (\([^ :]*:[^ :]*\):[^ ]* - .*/\1/p' "$work/image/legal/THIRD-PARTY.txt" | cut -d: -f2 | while read -r artifact; do
    case $artifact in javafx-*) artifact=javafx ;; esac
    [ -d "$work/image/legal/$artifact" ] || echo "$artifact"
done)
[ -z "$missing" ] || fail "the image has no licence text of $missing: add it to installer/legal."
if grep -rlF "$PWD" "$work/image" --exclude='*.aot'; then fail "these files of the image name the folder of the build."; fi

elf "$work/image" > "$work/elf"
xargs -d "\n" readelf -d < "$work/elf" | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p' | sort -u > "$work/needed"
sed 's|.*/||' "$work/elf" | sort -u > "$work/own"
comm -23 "$work/needed" "$work/own" > "$work/outside"
glibc=$(xargs -d "\n" readelf -V < "$work/elf" 2> /dev/null | grep -o 'GLIBC_2\.[0-9]*' | sed 's/GLIBC_//' | sort -uV | tail -1)

# --- the formats ---

# depends: what "Depends" of a Debian package says
depends() {
    local library first second
    while read -r library; do
        read -r first second < <(awk -v library="$library" '$1 == library { print $2, $3 }' installer/linux/libraries) || true
        [ -n "${first:-}" ] || fail "the image needs $library, which installer/linux/libraries does not list."
        case $first in
            -) ;;
            libc6) echo "libc6 (>= $glibc)" ;;
            *) echo "$first${second:+ | $second}" ;;
        esac
    done < "$work/outside" | sort -u | paste -sd, | sed 's/,/, /g'
}

make_deb() {
    local root=$work/deb
    usr "$root/usr" zsh/vendor-completions
    changelog | gzip -9n > "$root/usr/share/doc/lockstep/changelog.gz"
    install -Dm644 installer/linux/lintian-overrides "$root/usr/share/lintian/overrides/lockstep"
    mkdir -p "$root/DEBIAN"
    sed -e "s|@VERSION@|$package_version|; s|@ARCHITECTURE@|$deb_arch|" \
        -e "s#@DEPENDS@#$(depends)#; s|@SIZE@|$(size "$root/usr")|" installer/linux/control > "$root/DEBIAN/control"
    (cd "$root" && find usr -type f -print0 | sort -z | xargs -0 md5sum) > "$root/DEBIAN/md5sums"
    level "$root"
    made+=("lockstep_${package_version}_$deb_arch.deb")
    dpkg-deb --root-owner-group -Zxz --build "$root" "$packages/${made[-1]}" > "$work/dpkg-deb.log"
}

# size FOLDER: in KiB, the same on every file system
size() { find "$1" -type f -printf '%s\n' | awk '{ kib += int(($1 + 1023) / 1024) } END { print kib }'; }

make_rpm() {
    local root=$work/rpm library requires='' short
    usr "$root/usr" zsh/site-functions
    while read -r library; do
        case $library in
            ld-linux* | libasound.so.2) ;;
            libc.so.6) requires+="Requires: libc.so.6(GLIBC_$glibc)(64bit)"$'\n' ;;
            *) requires+="Requires: $library()(64bit)"$'\n' ;;
        esac
    done < "$work/outside"
    level "$root"
    printf '%s' "$requires" > "$work/requires"
    sed -e "/@REQUIRES@/{r $work/requires" -e 'd}' -e "s|@VERSION@|$package_version|" installer/linux/lockstep.spec > "$work/lockstep.spec"
    (
        printf '%s\n' /usr/lib/lockstep '%dir /usr/share/doc/lockstep'
        cd "$root"
        find . \( -type f -o -type l \) ! -path './usr/lib/lockstep/*' | sort | sed -e 's|^\.||' -e '\|/man/|s|^|%doc |'
    ) > "$work/files"
    # rpmbuild takes no folder with a space in its name
    short=$(mktemp -d)
    ln -s "$work" "$short/work"
    rpmbuild -bb --quiet --target "$rpm_arch" --define "_topdir $short/work/rpmbuild" --define "_rpmdir $short/work/rpmbuild" \
        --define "tree $short/work/rpm" --define "list $short/work/files" "$short/work/lockstep.spec" > "$work/rpmbuild.log" 2>&1 ||
        { cat "$work/rpmbuild.log" >&2; fail "rpmbuild failed."; }
    rm -r "$short"
    made+=("lockstep-$package_version-1.$rpm_arch.rpm")
    cp "$work/rpmbuild/$rpm_arch/${made[-1]}" "$packages"
}

make_tar_gz() {
    local name=lockstep-$version-linux-$rpm_arch
    local root=$work/tar/$name
    mkdir -p "$root/share/zsh/site-functions"
    cp -R "$work/image/." "$root"
    share "$root/share"
    zsh_completion > "$root/share/zsh/site-functions/_lockstep"
    changelog > "$root/share/doc/lockstep/changelog"
    install -m755 installer/linux/install.sh "$root/install.sh"
    install -m644 installer/linux/INSTALL "$root/INSTALL"
    level "$root"
    made+=("$name.tar.gz")
    tar -C "$work/tar" --sort=name --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner --format=posix \
        --pax-option=exthdr.name=%d/PaxHeaders/%f,delete=atime,delete=ctime -cf - "$name" | gzip -9n > "$packages/${made[-1]}"
}

made=()
for format in "${formats[@]}"; do
    "make_${format//./_}"
done
if [ -e target/lockstep/legal/lockstep.cdx.json ]; then
    cp target/lockstep/legal/lockstep.cdx.json "$packages/lockstep-$version.cdx.json"
    made+=("lockstep-$version.cdx.json")
else
    echo "There is no bill of materials, because Maven worked offline."
fi
cp target/lockstep/legal/THIRD-PARTY.txt "$packages/lockstep-$version-THIRD-PARTY.txt"
made+=("lockstep-$version-THIRD-PARTY.txt")
rm -rf "$work"
cd "$packages"
sha256sum "${made[@]}" > SHA256SUMS
while read -r sum name; do
    printf '%-45s %10d bytes  sha256 %s\n' "$name" "$(stat -c %s "$name")" "$sum"
done < SHA256SUMS
