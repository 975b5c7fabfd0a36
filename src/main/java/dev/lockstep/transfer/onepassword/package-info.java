/** Exports of 1Password (1PUX): reading. */
@NullMarked
package dev.lockstep.transfer.onepassword;

import org.jspecify.annotations.NullMarked;
