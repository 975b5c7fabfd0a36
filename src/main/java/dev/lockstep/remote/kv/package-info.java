/**
 * HashiCorp Vault and OpenBao, key-value engine of version 2. Known from OpenBao's documents (kv-v2, API) and its source of the engine; logins,
 * {@code lookup-self}, {@code renew-self}, {@code revoke-self}, {@code capabilities-self} and {@code sys/internal/ui/mounts} are common
 * knowledge of both servers and not in the contract.
 *
 * <p>What this package makes of it:
 *
 * <ul>
 *   <li>A secret is a path whose data is {@code {"value": text}}. Anything else there is somebody else's: it is listed and told of, its value is
 *       {@code Refused}, and it is never overwritten. So an update reads what it replaces, which needs the right to read.
 *   <li>Every write has {@code cas} inside {@code options}. A mismatch is status 400. A soft-deleted secret keeps its version, so creating it
 *       again compares with that version, after the server itself has said that no value is there.
 *   <li>404 means absent ({@code errors} empty), soft-deleted ({@code metadata} and no value), or no such mount ({@code errors} with a text).
 *       Only the first makes a list empty.
 *   <li>A list has names alone, of soft-deleted secrets too; the inspector tells which these are, from the metadata of one.
 *   <li>403 stands for a token that is not valid and for a right that is missing. {@code lookup-self} tells which.
 *   <li>A token that was had by logging in is revoked when the remote is closed; one that was given is the user's.
 *   <li>A description is custom metadata named {@code description}, of printable text of at most 512 bytes. Metadata has no check-and-set on both
 *       servers: it is read, changed and written back. If that fails after a value was written, the answer has no description.
 *   <li>Deleting is the soft delete of the newest version.
 * </ul>
 */
@NullMarked
package dev.lockstep.remote.kv;

import org.jspecify.annotations.NullMarked;
