/**
 * Key derivation, key slots and sealed rows: here and in the packages below alone javax.crypto and Bouncy Castle are
 * named.
 *
 * <h2>Format 3, part 2 of 3: keys, slots, rows, manifest</h2>
 *
 * Part 1, the SQLite tables, is in {@code dev.lockstep.store}; part 3, the contents of heads, values and key-value rows, in {@code
 * dev.lockstep.vault}. All numbers are unsigned and big-endian; {@code |} joins bytes; {@code u8} to {@code u64} give the width in bits, a
 * plain number the width in bytes; texts in quotes are ASCII. Each offset counts from 0.
 *
 * <h3>Key slot: 160 bytes</h3>
 *
 * <pre>
 *   0  "LKST" | format u8 = 1 | suite u8 = 1 | type u8 (1 password, 2 password and key file, 3 recovery code, 4 keystore) | flags u8 = 0
 *   8  vault id 16, the same in every slot
 *  24  Argon2id memory in KiB u32 | passes u32 | lanes u32; three zeros in a recovery or keystore slot
 *  36  salt 32, random
 *  68  HMAC-SHA256(slot keys [32..64), bytes [0..68) of the slot) 32
 * 100  nonce 12, random
 * 112  AES-256-GCM(slot keys [0..32), nonce, additional data = bytes [0..68), vault key 32) = ciphertext 32 | tag 16
 * </pre>
 *
 * A reader refuses a slot of type 1 or 2 that asks for less than 19 MiB or more than 1 GiB of memory, 0 or more than 64 passes, 0 or more
 * than 16 lanes; a format above 1 is newer; any other unknown byte in front of the vault id, and a cost in a slot of type 3 or 4, are damage.
 * A slot that it refuses does not keep it from trying the others. For each it derives the 64 bytes of slot keys, compares the HMAC (a
 * difference means: wrong password, or an altered header), and only then opens the vault key.
 *
 * <ul>
 *   <li>Password: the text in Unicode NFC as UTF-8; {@code P = HMAC-SHA512(key = 32 zero bytes, password)}; slot keys = Argon2id (RFC 9106,
 *       version 0x13, no secret, no associated data) of P, 64 bytes, with the slot's salt, memory, passes and lanes, tag length 64.
 *   <li>Password and key file: the same with {@code P = HMAC-SHA512(key = the 32 bytes of the key file, password)}. A key file is text of
 *       four lines that end with a line feed: {@code lockstep key file}; {@code version 1}; the 32 random bytes in base64 (RFC 4648, section
 *       4); the first 4 bytes of their SHA-256 in lower-case hexadecimal digits. A reader takes at most 4096 bytes, passes over carriage
 *       returns and over white space at the end, and refuses anything else.
 *   <li>Recovery code: 56 characters of {@code 0123456789ABCDEFGHJKMNPQRSTVWXYZ}, five bits each, most significant first, make 35 bytes: {@code
 *       key 32 | check 3}, where check is the start of {@code SHA-256("lockstep recovery" | key)}. Dashes and white space do not count, nor
 *       does case; O is 0, I and L are 1. Slot keys = HKDF-SHA256(input = key, salt = the slot's salt, info = "lockstep/1/recovery"), 64
 *       bytes.
 *   <li>Keystore: slot keys = HKDF-SHA256(input = the 32 random bytes that the operating system keeps, salt = the slot's salt, info =
 *       "lockstep/1/keystore"), 64 bytes.
 * </ul>
 *
 * <h3>Subkeys: 32 bytes each</h3>
 *
 * {@code HKDF-SHA256(input = vault key, salt = vault id, info = "lockstep/1/" | purpose)}, RFC 5869 extract and expand. Purposes, the epoch
 * in decimal without leading zeros: {@code overview/EPOCH} seals heads; {@code value/EPOCH} seals values and history; {@code settings} seals
 * key-value rows; {@code manifest} seals the manifest; {@code set} makes set elements; {@code nonce} makes nonces; {@code blind-index} makes
 * keys of key-value rows; {@code fingerprint} makes fingerprints of values. {@code audit} seals audit entries;
 * {@code audit-chain} makes the values of their chain. {@code sync/EPOCH} seals rows about remotes; {@code sync-index} makes what they stand
 * under; {@code sync-fingerprint} makes fingerprints of values at remotes. {@code anchor} serves what a computer remembers outside the file.
 *
 * <h3>Sealed row</h3>
 *
 * <pre>
 *   0  suite u8 = 1 | epoch u32 | version u64
 *  13  nonce 12
 *  25  AES-256-GCM(subkey, nonce, additional data, padded content) = ciphertext | tag 16
 *
 * additional data, 52 bytes:
 *   0  "LKS1" | suite u8 = 1 | table u8 | field u16
 *   8  vault id 16 | row id 16 | version u64 | epoch u32
 *
 * padded content:
 *   0  length of the content u32 | content | zeros
 * </pre>
 *
 * <table>
 * <caption>What stands in the additional data, and the padded length</caption>
 * <tr><th>row</th><th>table</th><th>field</th><th>row id</th><th>version</th><th>epoch</th><th>padded to</th></tr>
 * <tr><td>head</td><td>1</td><td>0</td><td>item.id</td><td>counter at writing</td><td>manifest's</td><td>a multiple of 256</td></tr>
 * <tr><td>value</td><td>2</td><td>val.f</td><td>val.id</td><td>counter at writing</td><td>manifest's</td><td>a bucket</td></tr>
 * <tr><td>history</td><td>3</td><td>hist.f</td><td>hist.id</td><td>hist.ver, the version that the value had</td><td>manifest's</td><td>a
 *     bucket</td></tr>
 * <tr><td>key-value</td><td>4</td><td>its kind</td><td>kv.k</td><td>counter at writing</td><td>0</td><td>a bucket</td></tr>
 * <tr><td>audit entry</td><td>5</td><td>0</td><td>8 zeros, then audit.seq as u64</td><td>counter at writing</td><td>0</td><td>a bucket</td>
 *     </tr>
 * <tr><td>about a remote</td><td>7</td><td>0</td><td>sync.k</td><td>counter at writing</td><td>manifest's</td><td>a bucket</td></tr>
 * <tr><td>manifest</td><td>6</td><td>0</td><td>16 zeros</td><td>its counter</td><td>0</td><td>a bucket</td></tr>
 * </table>
 *
 * The lengths include the four bytes in front and the sealed row is 41 bytes longer. Buckets are 64, 128, 256, 512, 1024, 2048 and 4096;
 * above, Padmé: with {@code E = floor(log2 n)}, {@code S = floor(log2 E) + 1}, n is rounded up to a multiple of {@code 2^(E - S)}. A reader
 * need not check the zeros, which are authenticated.
 *
 * <p>The nonce is the first 12 bytes of {@code HMAC-SHA256(nonce subkey, 32 random bytes | additional data | padded content)}; a reader takes
 * it as it is. A writer begins the next epoch, counting seals from 0, with the transaction after 2^28 seals.
 *
 * <h3>Set sum</h3>
 *
 * The element of a row is AES-256 of the row's tag, one block without chaining, under the {@code set} subkey, as a number of 128 bits. A
 * table's sum is the sum of its rows' elements modulo 2^128; an empty table's is 0.
 *
 * <p>A vault that was brought from format 1 to 2 keeps the versions of its heads and drafts, which were sealed again.
 *
 * <h3>Manifest: 213 bytes of content</h3>
 *
 * <pre>
 *   0  layout u8 = 2
 *   1  counter u64: 1 in a new vault, more with every transaction, as a rule by one
 *   9  rows in item u64 | their sum 16
 *  33  rows in kv u64 | their sum 16
 *  57  rows in hist u64 | their sum 16
 *  81  audit entries u64 | value of the chain after the newest 32; zeros without any
 * 121  SHA-256 over (number u8 | length u32 | bytes) of every key slot, by rising number, 32
 * 153  epoch u32 | rows sealed in this epoch u64, the manifests included
 * 165  device 16: random, made new at every unlock so far
 * 181  wall time of the writer, milliseconds since 1970, u64
 * 189  rows in sync u64 | their sum 16
 * </pre>
 *
 * A reader that has opened the manifest compares: counter with the row's version, the digest of the slots (part 3 tells what to do where only
 * that differs), number and sum of {@code item}, {@code kv} and {@code hist}, and, before it relies on what is known of remotes, of {@code sync}. Value rows
 * are not in a sum: the head pins each by version and tag.
 *
 * <p>In formats 1 and 2 the manifest had layout 1, which ended at 189. A reader refuses a layout that is not that of the file's format.
 *
 * <h3>Audit chain</h3>
 *
 * Audit entries are numbered from 1 without gaps. The value of the chain before the first is 32 zeros; after entry n it is {@code
 * HMAC-SHA256(audit-chain, value before it 32 | n u64 | tag of its row 16)}. Each entry holds the value before it, the manifest the value
 * after the last.
 *
 * <h3>Blind index and fingerprint</h3>
 *
 * The key of a key-value row is {@code B | (kind ^ M)}, where B is the first 15 bytes of {@code HMAC-SHA256(blind-index, kind u8 | id 16)} and
 * M the first byte of {@code HMAC-SHA256(blind-index, B)}. A fingerprint is the first 8 bytes of {@code HMAC-SHA256(fingerprint, value)}.
 *
 * <h3>Rows about remotes</h3>
 *
 * {@code sync.r} is the first 16 bytes of {@code HMAC-SHA256(sync-index, "r" | remote 16)}, {@code sync.k} of {@code HMAC-SHA256(sync-index,
 * "k" | remote 16 | row 16)}. A fingerprint of a value at a remote is {@code HMAC-SHA256(F, remote 16 | length of the name u32 | name in
 * UTF-8 | value)}, where F is the {@code sync-fingerprint} subkey, or what stands in the key-value row of kind 8 (part 3).
 */
@NullMarked
package dev.lockstep.crypto;

import org.jspecify.annotations.NullMarked;
