/**
 * Argon2 (RFC 9106), which makes guessing of passwords slow and large.
 *
 * <p>The same waiting time buys more work for an attacker the faster the derivation is. So the reference implementation in C does it where the
 * program carries it for the platform: the library {@code argon2} in the {@code lib} or {@code bin} folder of the Java runtime of an installed
 * program, or in the folder that the system property {@code lockstep.libraries} names. It is used only after it gave a published answer. Bouncy
 * Castle does the work everywhere else, and whenever the library cannot, as for lack of memory. Nobody can tell by a vault which of them made it.
 */
@NullMarked
package dev.lockstep.crypto.argon2;

import org.jspecify.annotations.NullMarked;
