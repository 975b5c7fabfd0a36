#!/bin/sh
# Writes what the tests of dev.lockstep.transfer.folder read of pass, the standard Unix password manager, with pass itself.
#
#   src/test/peers/pass.sh [FOLDER]
#
# FOLDER is src/test/resources/dev/lockstep/transfer/folder if not given. Needs Debian's packages pass (1.7.4 wrote what is kept there) and
# gnupg. The key is made for this run and thrown away.
#
#   pass-store     the store as pass keeps it, for two of the secrets: encrypted, and so refused
#   pass           all of it written out by the loop below, which is that of the README
#   pass.tsv       what "pass show" tells: name, first line with its end in base64
set -eu
here=$(cd "$(dirname "$0")" && pwd)
to=${1:-$here/../resources/dev/lockstep/transfer/folder}
mkdir -p "$to"
to=$(cd "$to" && pwd)
rm -rf "$to/pass" "$to/pass-store" "$to/pass.tsv"
work=$(mktemp -d)
trap 'gpgconf --kill all; rm -rf "$work"' EXIT
export GNUPGHOME="$work/gnupg" PASSWORD_STORE_DIR="$work/store" LC_ALL=C.UTF-8
mkdir -m 700 "$GNUPGHOME"
gpg --batch --quiet --passphrase '' --quick-generate-key 'Peers <peers@example.invalid>' future-default default never
pass init peers@example.invalid > /dev/null

insert() {
    pass insert -m -f "$1" > /dev/null
}

printf 'sk_live_4eC39HqLyjWDarjtT1zdp7dc\n' | insert STRIPE_API_KEY
printf 'without a line end' | insert no-line-end
printf ' two  blanks, "quotes" & ü 日本 😀 \n' | insert 'Awkward/name with blanks'
cat <<'END' | insert github.com
correct horse battery staple
user: bea
url: https://github.com/login
otpauth://totp/GitHub:bea?secret=JBSWY3DPEHPK3PXP&issuer=GitHub
recovery: 1111-2222
recovery: 3333-4444
END
printf 'deploy-token\nlogin: ci\n' | insert github.com/ci/deploy
printf 'pa55\r\nUsername: windows\r\n' | insert line-ends/windows
printf '\nno password, a note alone\n' | insert notes/alone
printf 'otpauth://totp/Example:bea?secret=GEZDGNBVGY3TQOJQ\n' | insert otp/only
cat <<'END' | insert servers/tls/key
-----BEGIN PRIVATE KEY-----
MC4CAQAwBQYDK2VwBCIEIFAKEFAKEFAKEFAKEFAKEFAKEFAKEFAKEFAKEFAKEFAK
-----END PRIVATE KEY-----
END
printf '\377\376\000\001' | insert servers/binary
printf 'user: nobody\n' | sed '1s/^/\n/' | insert servers/user-alone
pass generate -n generated/by-pass 24 > /dev/null
printf '%s' '' | insert empty

# the loop of the README
umask 077
out=$to/pass
store=${PASSWORD_STORE_DIR:-$HOME/.password-store}
(cd "$store" && find . -name '*.gpg') | sed 's|^\./||; s|\.gpg$||' | while read -r name; do
    mkdir -p "$out/$(dirname "$name")"
    pass show "$name" < /dev/null > "$out/$name.txt"
done
cp "$store/.gpg-id" "$out"

find "$out" -name '*.txt' | sort | while read -r file; do
    name=${file#"$out"/}
    name=${name%.txt}
    printf '%s\t%s\n' "$name" "$(pass show "$name" | sed -n 1p | base64 -w0)"
done > "$to/pass.tsv"

mkdir -p "$to/pass-store/github.com/ci"
cp "$store/.gpg-id" "$to/pass-store"
cp "$store/STRIPE_API_KEY.gpg" "$to/pass-store"
cp "$store/github.com/ci/deploy.gpg" "$to/pass-store/github.com/ci"
