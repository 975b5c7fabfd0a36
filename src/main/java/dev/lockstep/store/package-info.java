/**
 * One SQLite file: rows, transactions, migrations. The only package that names java.sql; it sees sealed bytes only.
 *
 * <h2>Format 3, part 1 of 3: the file</h2>
 *
 * A SQLite 3 database, by custom named {@code NAME.lockstep}, with {@code application_id} 0x4C4B5354 ("LKST"), {@code user_version} 3 = the
 * format, pages of 4096 bytes, write-ahead log. Parts 2 and 3 are in {@code dev.lockstep.crypto} and {@code dev.lockstep.vault}. The schema is
 * exactly that of the numbered SQL files; a reader refuses a file with one object more, less or different:
 *
 * <pre>
 * head   k INTEGER, v           1 to 8: key slots; 100: the sealed manifest
 * item   id 16, ov              one sealed head for each secret
 * val    id 16, f INTEGER, v    sealed values; f = 1
 * hist   id 16, f, ver, v       sealed former values; ver is the version that the value had
 * kv     k 16, v                sealed key-value rows; k is a blind index
 * audit  seq INTEGER, v         sealed audit entries, numbered from 1
 * sync   r 16, k 16, v          sealed rows about remotes; r is the same for those about one remote
 * </pre>
 *
 * No text, type or time stands outside sealed bytes. To be seen from outside: numbers of rows, how many there are about each remote, padded sizes, slots with their costs, the
 * counter in each row's version, and which rows differ between two copies.
 *
 * <p>A writer sets {@code trusted_schema=OFF, cell_size_check=ON, mmap_size=0, temp_store=MEMORY, secure_delete=ON, journal_mode=WAL,
 * synchronous=FULL}, begins with {@code BEGIN IMMEDIATE}, reads the manifest, reads everything again if its counter is not the one last seen,
 * and ends by writing the manifest of the next counter. One transaction makes one counter. A file of format 1
 * or 2, which have no table {@code sync}, is brought to format 3 by the first writer that unlocks it, in one transaction. New files appear under their name only when they
 * are whole, with permissions 0600. To put a new file in the place of an old one, a writer keeps everybody from the old one ({@code
 * journal_mode=DELETE}, {@code BEGIN EXCLUSIVE}, no log beside it), looks once more whether it is the one it read, and renames.
 *
 * <p>A reader of a medium that cannot be written opens {@code mode=ro&immutable=1}, unless a log that is not empty stands beside the file:
 * {@code immutable} would ignore what is saved there.
 */
@NullMarked
package dev.lockstep.store;

import org.jspecify.annotations.NullMarked;
