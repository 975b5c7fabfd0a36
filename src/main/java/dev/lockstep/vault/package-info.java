/**
 * The use cases of the local vault: the one place where plaintext and ciphertext meet.
 *
 * <h2>Format 3, part 3 of 3: the contents of sealed rows</h2>
 *
 * Parts 1 and 2, the tables and how rows are sealed, are in {@code dev.lockstep.store} and {@code dev.lockstep.crypto}. Numbers are
 * big-endian; a text is {@code length u16 | UTF-8} without an end mark, its length in bytes; times are milliseconds since 1970 as u64, 0 for
 * never; nothing is trimmed or normalised. A reader refuses layouts,
 * codes and flags that it does not know and bytes that are left over; of a value's origin and of the events of the audit log it need not
 * know anything.
 *
 * <h3>Head (item.ov)</h3>
 *
 * <pre>
 *   0  layout u8 = 2
 *   1  flags u8: 1 favourite, others 0
 *   2  kind u8: 0 API key, 1 token, 2 webhook secret, 3 password, 4 certificate, 5 other
 *   3  created u64 | modified u64 | value changed u64 | last revealed u64 | moved to the trash u64
 *  43  rotate-by day, days since 1970-01-01, i32 in two's complement, 0x80000000 for none | lead days u16
 *  49  collection id 16
 *  65  number of value fields u8 = 1
 *  66  field u16 = 1, val.f
 *  68  size of the value in bytes u32 | number of values kept, the present one included, u32
 *  76  strength u8: 0 empty, 1 weak, 2 fair, 3 good, 4 strong
 *  77  the value row's version u64 | its tag 16
 * 101  fingerprint of the value 8
 * 109  sum over the history rows of this secret 16
 * 125  texts: name | description | URL, empty so far
 *      number of tags u16 | texts: tags
 * </pre>
 *
 * Limits, in UTF-16 units: name 1 to 255 and unique in its collection outside the trash, description 10,000, 64 different tags of 1 to 64.
 *
 * <h3>Value (val.v and hist.v)</h3>
 *
 * <pre>
 *   0  written u64 | origin u8: 1 typed, 2 imported, 3 duplicated, 4 restored from the history, 5 from
 *      a remote
 *   9  the value, 0 to 1,048,576 bytes of any kind
 * </pre>
 *
 * The value that belongs to a head is the row (item.id, 1) whose version and tag are those in the head; any other is refused. When a value is
 * replaced, its content is sealed again as a history row under its old version, the oldest beyond the number in the policy are
 * deleted; a value replaced within the
 * transaction that wrote it leaves no history. Deleting a secret deletes its head, value and history.
 *
 * <h3>Key-value rows (kv.v)</h3>
 *
 * All begin with {@code layout u8 = 1 | id 16}; the row's key is the blind index of kind and id. After those 17 bytes:
 *
 * <pre>
 * kind 1, collection:  texts: name | environment, may be empty | id of its naming rule
 * kind 2, layout:      number of columns u16, for each: text id | width in pixels f64 (IEEE 754)
 *                      text: order, a name of {@link dev.lockstep.vault.Query.Order} | descending u8
 *                      (one row, its id is 15 zeros and a one)
 * kind 3, draft:       flags u8: 1 has a base, 2 has a value
 *                      id of the secret edited 16 | version of its head then u64; zeros without a base
 *                      when u64
 *                      length u32 | a head, of which flags, kind, day, lead days, collection, name, description and tags count
 *                      the bytes of the value, to the end
 * kind 4, policy:      how many former values of a secret are kept u16; 20 without such a row
 *                      after how many days in the trash the user is asked u16, 0 for never, at most 3650; 30 without such a row
 *                      when the user last answered with keeping it u64
 *                      (one row, its id is 15 zeros and a one)
 * kind 5, slots:       number of key slots u8, for each by rising number: number u8
 *                      SHA-256 over (number u8 | length u32 | bytes) of that slot alone 32 | when it was written u64
 *                      (one row, its id is 15 zeros and a one; a vault whose slots never changed since it was written may have none)
 * kind 6, remote:      flags u8: 1 paused, 2 what was deleted here may be deleted there, 16 pull, 32 two-way; neither of the last two: push
 *                      id of its collection 16 | created u64 | changed u64
 *                      texts: id of the vendor | name | place | name mapping: as-is, lower-snake or upper-snake | prefix, may be empty
 *                      number of settings u8, at most 32, for each by rising id: texts: id | what was chosen
 *                      number of credentials u8, at most 16, for each by rising id: text: id | length u32, 1 to 65,536 | that many bytes
 *                      (the ids of vendor, settings and credentials are 1 to 64 of a-z, 0-9 and hyphen, compared byte by byte)
 * kind 7, all remotes: flags u8: 1 paused
 *                      (one row, its id is 15 zeros and a one; nothing paused without such a row)
 * kind 8, fingerprints: the key of fingerprints of values at remotes 32
 *                      (one row, its id is 15 zeros and a one; only in a vault that got new keys)
 * kind 9, rotation:    bytes that the vault does not interpret, up to 1,048,576
 * </pre>
 *
 * A remote is one connection to a vault of a vendor, for the secrets of one collection, which cannot be removed while it has one. Its
 * place is a text that is the same for two remotes exactly if they lead to the same vendor, host and scope; no two remotes of a vendor
 * have the same, unless damage brought that about: then all but one of them are paused. What vendors, places and settings mean is not the
 * vault's to know. Credentials are decoded only for the moment of their use. At most 500 remotes; in UTF-16 units: name 1 to 100, place
 * 4096, prefix 100, a setting 16,384.
 *
 * <p>A vault has at least one collection; no two have the same title, which is the name, or name and environment joined by a comma and a space.
 *
 * <h3>Rows about remotes (sync.v)</h3>
 *
 * <pre>
 *   0  layout u8 = 1
 *   1  id of the remote 16 | id of the row 16
 *  33  bytes that the vault does not interpret, up to 65,536
 * </pre>
 *
 * What is known of the secrets at a remote. They are not read when a vault is unlocked. Whoever relies on them first opens those of all remotes
 * and compares their number and sum with the manifest. They are deleted with their remote, in the same transaction. They hold fingerprints,
 * whose key therefore stays when the vault gets a new key: it is carried over in the row of kind 8.
 *
 * <h3>Key slots that are not as they were last saved</h3>
 *
 * Where the digest of the slots differs from that in the manifest, a reader goes on only if the very slot that opened the vault is one that the
 * row of kind 5 knows: then another slot was damaged, removed or put there, and nothing may be written but what ends that, namely the removal
 * of the slots that are not known under their number. Otherwise it refuses the vault: the slot may be one of before. A writer that changes
 * slots writes the row of kind 5 anew in the same transaction, and never leaves a vault without a password or recovery slot.
 *
 * <h3>A new password, and a new key</h3>
 *
 * A new password is a new slot: the vault key stays, so whoever has an older copy of the file and what opened it can open later copies too. A
 * new key is a new file with a new vault id. All rows are sealed again; rows keep their ids and versions, the manifest counts on from the old
 * counter, heads pin the new tags, the audit log is chained anew and ends with an entry that says so. Every row is checked against manifest,
 * pins and chain while it is read, the new file is read in the same way, and both have to hold the same, before the new one takes the name.
 *
 * <h3>Audit entry (audit.v)</h3>
 *
 * <pre>
 *   0  layout u8 = 1
 *   1  when u64
 *   9  event u8, a number of {@link dev.lockstep.vault.AuditEvent}
 *  10  secret 16, zeros if it is not about one
 *  26  how many secrets or attempts it stands for u32
 *  30  value of the chain before it 32
 *  62  texts: the secret's name then | note
 * </pre>
 *
 * <h3>Format 1</h3>
 *
 * A head had layout 1, without the sum at 109; the texts began there. A draft held such a head. There was no policy, there were no remotes, no audit
 * entries, and key slots of types 1 and 3 only.
 *
 * <h3>Format 2</h3>
 *
 * There were no rows about remotes and none of kinds 7 to 9, of the flags of a remote only the first, and the manifest had layout 1.
 *
 * <h2>Backups</h2>
 *
 * A backup is a vault file of its own, in the folder {@code NAME backups} beside the vault or in one that the user chose: {@code NAME 2026-11-26
 * 14-05-33Z.lockstep}, in universal time, {@code NAME before upgrade ...} where it was made before the format changed. Beside the vault stand
 * {@code NAME before restore ...} and {@code NAME before repair ...}, the files that others took the place of. A restored or repaired vault goes
 * on above every counter that was seen, with an audit entry that says so.
 *
 * <h2>What a computer remembers outside the file</h2>
 *
 * In the folder for state, named by the vault's identity: {@code .anchor}, two marks of {@code counter u64 | tag of the manifest 16 | wall
 * time u64 | HMAC-SHA256(anchor, vault id 16 | the 32 bytes before) 32}, of which the one with the higher counter counts; and {@code .failed},
 * {@code number u32 | first u64 | last u64} of unlocks with a wrong password since the last right one.
 */
@NullMarked
package dev.lockstep.vault;

import org.jspecify.annotations.NullMarked;
