/** Folders with one secret in each file: reading. */
@NullMarked
package dev.lockstep.transfer.folder;

import org.jspecify.annotations.NullMarked;
