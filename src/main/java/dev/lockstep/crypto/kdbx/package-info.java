/**
 * Opens KeePass files of KDBX 3 and 4 for reading: header, key, ciphers and the mask over protected values; what the XML inside says is for
 * {@code dev.lockstep.transfer.keepass}. Sources: Reichl, <a href="https://keepass.info/help/kb/kdbx.html">KDBX File Format
 * Specification</a>, and the files that KeePassXC 2.7.4 writes. No library does it here: KeePassJava2 2.2.4 cannot be in a module path (its
 * automatic name is none), takes lengths from the file for the size of its arrays, and derives the key before anything is checked.
 *
 * <p>All numbers are little-endian; {@code |} joins bytes; {@code u8} to {@code u64} give the width in bits, a plain number the width in bytes.
 *
 * <pre>
 * file     0x9AA2D903 u32 | 0xB54BFB67 u32 | minor version u16 | major version u16 | fields | body
 * field    id u8 | size u16 (3) or u32 (4) | data; the last one has id 0
 *          2 cipher 16 | 3 compression u32 (0 none, 1 gzip) | 4 seed 32 | 7 IV
 *          only 3: 5 transform seed 32 | 6 rounds u64 | 8 mask key | 9 start 32 | 10 mask u32;   only 4: 11 key derivation
 * key      transform(SHA-256(SHA-256(password) | key of the key file)), each of the two only where there is one; 32 bytes
 *          AES-KDF: each half encrypted so many rounds with AES-256 under the transform seed, then SHA-256; or Argon2d, Argon2id
 * cipher   AES-256 or Twofish, CBC with PKCS 7, or ChaCha20, under SHA-256(seed | key)
 *
 * body 3   cipher(start 32 | blocks);  block   number u32 | SHA-256 of the data 32 | size u32 | data; the last one is empty
 * body 4   SHA-256(header) 32 | HMAC(2^64 - 1, header) 32 | blocks, whose data joined is cipher(content)
 *          block   HMAC(number, number u64 | size u32 | data) 32 | size u32 | data; the last one is empty
 *          HMAC(n, x) is HMAC-SHA256 under SHA-512(n u64 | SHA-512(seed | key | 1 u8))
 *
 * content  gzip or plain: 3: XML;  4: fields id u8 | size u32 | data (0 end, 1 mask u32, 2 mask key, 3 attachment), then XML
 * mask     a key stream over all protected values in the order of the XML: 2 Salsa20 under SHA-256(mask key) with the nonce
 *          E830094B97205D2A; 3 ChaCha20, where SHA-512(mask key) = key 32 | nonce 12 | unused
 * </pre>
 *
 * In KDBX 3 the header is covered by nothing but its SHA-256 in the XML ({@code Meta/HeaderHash}).
 *
 * <p>The bytes of the file are decrypted where they are, outside the heap, and overwritten with the file. The expanded keys inside Bouncy
 * Castle and the window of the inflater cannot be overwritten; they are left to the collector.
 */
@NullMarked
package dev.lockstep.crypto.kdbx;

import org.jspecify.annotations.NullMarked;
