#!/bin/sh
# Writes the KeePass files that the tests of dev.lockstep.transfer.keepass read, with KeePassXC's own program, and what it says is in them.
#
#   src/test/peers/keepassxc.sh [FOLDER]
#
# FOLDER is src/test/resources/dev/lockstep/transfer/keepass if not given. Needs Debian's packages keepassxc (2.7.4 wrote what is kept there)
# and python3-pykeepass. keepassxc-cli makes files of KDBX 3.1 with AES-KDF and AES only, but keeps what it finds in a file: so empty files of
# the other kinds are made with pykeepass, and keepassxc-cli merges the content into them, which writes them anew. It exports XML and CSV;
# HTML is exported by its window alone, and not read: page.html was built by hand to the layout of HtmlExporter.cpp of 2.7.
#
#   v31.kdbx           import of keepassxc.xml, then edited twice, with an attachment
#   v4-*.kdbx          the same content; v4-argon2d.kdbx wants peers.keyx besides the password, the others the password alone
#   key-*.kdbx         one entry each, opened by key-*.key or .keyx alone
#   export.xml, .csv   of v31.kdbx
#   EXPECTED.tsv       what "keepassxc-cli show" tells of v31.kdbx: path, attribute, value in base64; the attachments as "@"
set -eu
here=$(cd "$(dirname "$0")" && pwd)
to=${1:-$here/../resources/dev/lockstep/transfer/keepass}
mkdir -p "$to"
cd "$to"
rm -f -- *.kdbx *.key *.keyx export.* EXPECTED.tsv
password=peers
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cli() {
    what=$1
    shift
    printf '%s\n' $password $password $password | keepassxc-cli "$what" -q "$@" 2>/dev/null
}

cli import -p "$here/keepassxc.xml" v31.kdbx
# as many rounds as the tests have time for; from here on the file is written by keepassxc-cli again
/usr/bin/python3 - <<'END'
from pykeepass import PyKeePass
database = PyKeePass('v31.kdbx', password='peers')
database.kdbx.header.value.dynamic_header.transform_rounds.data = 1000
header_hash = database.tree.find('Meta/HeaderHash')
header_hash.getparent().remove(header_hash)
del database.kdbx.header.data
database.save()
END
# two edits: two former versions
printf '%s\n' $password edited-once | keepassxc-cli edit -q -p v31.kdbx Servers/GitHub/Deep/DEEP_TOKEN 2>/dev/null
printf '%s\n' $password edited-twice | keepassxc-cli edit -q -p v31.kdbx Servers/GitHub/Deep/DEEP_TOKEN 2>/dev/null
printf 'attached\n' > "$work/note.txt"
cli attachment-import v31.kdbx STRIPE_API_KEY note.txt "$work/note.txt"
cli mkdir v31.kdbx Added
printf '%s\n' $password added | keepassxc-cli add -q -p -u me --url https://example.com v31.kdbx Added/ADDED_BY_CLI 2>/dev/null

cli export -f xml v31.kdbx > export.xml
cli export -f csv v31.kdbx > export.csv

# the other kinds
/usr/bin/python3 - "$work" <<'END'
import os, sys
from construct import Container
from pykeepass import PyKeePass, create_database

KDFS = {
    'argon2d': bytes.fromhex('ef636ddf8c29444b91f7a9a403e30a0c'),
    'argon2id': bytes.fromhex('9e298b1956db4773b23dfc3ec6f0a1e6'),
    'aes': bytes.fromhex('c9d9f39a628a4460bf740d08c18a4fea'),
}

def make(name, kdf, cipher):
    database = create_database(os.path.join(sys.argv[1], name), password='peers')
    header = database.kdbx.header.value.dynamic_header
    header.cipher_id.data = cipher
    header.encryption_iv.data = os.urandom(12 if cipher == 'chacha20' else 16)
    parameters = header.kdf_parameters.data.dict
    parameters['$UUID'].value = KDFS[kdf]
    if kdf == 'aes':
        for key in 'IMPV':
            del parameters[key]
        parameters['R'] = Container(type=0x05, key='R', value=1000, next_byte=0x42)
        seed = parameters.pop('S')
        seed.value, seed.next_byte = os.urandom(32), 0
        parameters['S'] = seed
    else:
        parameters['I'].value, parameters['M'].value = 2, 1 << 20
    del database.kdbx.header.data
    database.save()

make('v4-argon2d.kdbx', 'argon2d', 'aes256')
make('v4-argon2id.kdbx', 'argon2id', 'chacha20')
make('v4-twofish.kdbx', 'aes', 'twofish')
END
for file in v4-argon2d v4-argon2id v4-twofish; do
    cp "$work/$file.kdbx" .
    cli merge -s $file.kdbx v31.kdbx
    # what is the bin of v31.kdbx is any group here
    cli rm $file.kdbx "Recycle Bin/THROWN_AWAY"
done
cli db-edit --set-key-file peers.keyx v4-argon2d.kdbx

# key files of every kind
printf '0123456789abcdef0123456789abcdef' > key-raw.key
printf '000102030405060708090A0B0C0D0E0F101112131415161718191a1b1c1d1e1f' > key-hex.key
printf 'any file will do\n' > key-any.key
cat > key-xml1.key <<'END'
<?xml version="1.0" encoding="utf-8"?>
<KeyFile>
	<Meta>
		<Version>1.00</Version>
	</Meta>
	<Key>
		<Data>AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=</Data>
	</Key>
</KeyFile>
END
for kind in raw.key hex.key any.key xml1.key xml2.keyx; do
    keepassxc-cli db-create -q --set-key-file key-$kind key-${kind%.*}.kdbx
    printf '%s\n' by-key | keepassxc-cli add -q --no-password -k key-$kind -p key-${kind%.*}.kdbx ONE 2>/dev/null
done

cli ls -R -f v31.kdbx | grep -v '^$' | grep -v '/$' | grep -v '\[empty\]$' | while IFS= read -r entry; do
    printf '%s\t@\t%s\n' "$entry" "$(cli show --show-attachments v31.kdbx "/$entry" | sed -n '/^Attachments:/,$p' | base64 -w0)"
    cli show --all v31.kdbx "/$entry" | sed -n 's/^\([A-Za-z][A-Za-z -]*\): .*/\1/p;s/^\([A-Za-z][A-Za-z -]*\):$/\1/p'  | sort -u | while IFS= read -r attribute; do
        case $attribute in Uuid | Tags) continue ;; esac
        value=$(cli show -s -a "$attribute" v31.kdbx "/$entry" && printf x)
        value=${value%?x}
        printf '%s\t%s\t%s\n' "$entry" "$attribute" "$(printf '%s' "$value" | base64 -w0)"
    done
done > EXPECTED.tsv
