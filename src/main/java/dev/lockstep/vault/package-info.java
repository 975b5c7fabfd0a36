/**
 * The use cases of the local vault: the one place where plaintext and ciphertext meet.
 */
@NullMarked
package dev.lockstep.vault;

import org.jspecify.annotations.NullMarked;
