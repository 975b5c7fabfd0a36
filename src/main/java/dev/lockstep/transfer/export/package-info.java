/**
 * Export: secrets in the file of somebody else's format, readable by its owner only, whole or not at all.
 *
 * <p>{@link dev.lockstep.transfer.export.Export} is the one use case. It is given an open vault, a
 * {@link dev.lockstep.transfer.export.ExportFormat} (the catalogue is {@link dev.lockstep.transfer.formats.ExportFormats}), what that format has
 * to be told, and the ids of the chosen secrets in the order in which they are to stand. It goes through them in two steps, and opens their values
 * once if what the format writes meanwhile is no more than can be held in memory until every one was looked at, else once in each:
 *
 * <ol>
 *   <li>A {@link dev.lockstep.transfer.export.Screening} looks at every name and value. What the format cannot hold is a
 *       {@link dev.lockstep.transfer.export.Refusal} that names the secret and says why; with one of them nothing is written. Whoever wants the
 *       rest leaves those out of the choice and asks again.
 *   <li>The format writes to a channel. Values go from {@link dev.lockstep.cleartext.SecretValue} to bytes in memory that is overwritten, a
 *       few at a time, and never through a {@code String}.
 * </ol>
 *
 * <p>A file gets its name only once it is complete and on the medium; a stream gets what it can. Just before the first byte of a stream, or
 * before a file gets its name, the audit log tells of it: each secret counts as shown (the list for whoever leaves is made of that), so at worst
 * the log tells of an export that failed in its last step, and never lacks one. A format without values opens no value and has none counted.
 */
@NullMarked
package dev.lockstep.transfer.export;

import org.jspecify.annotations.NullMarked;
