/**
 * Remotes and this vault side by side: what would be done and why, how every secret stands at every remote, and what was found there that is not
 * ours. Nothing is written at a vendor that was not shown here first.
 */
@NullMarked
package dev.lockstep.ui.sync;

import org.jspecify.annotations.NullMarked;
