/** Backups: which there are, what restoring one would change, the check of everything, and what is left to do for a vault that cannot be opened. */
@NullMarked
package dev.lockstep.ui.backups;

import org.jspecify.annotations.NullMarked;
