/** The JSON exports of Bitwarden and of what is compatible with it, plain and under a password: reading. */
@NullMarked
package dev.lockstep.transfer.bitwarden;

import org.jspecify.annotations.NullMarked;
