/** Folders with one secret in each file, and what pass writes of its store: reading. */
@NullMarked
package dev.lockstep.transfer.folder;

import org.jspecify.annotations.NullMarked;
