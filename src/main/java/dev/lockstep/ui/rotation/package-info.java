/**
 * Rotation runs: which secrets get new values, the new values, and which remotes still have the old ones. The list of values that somebody who
 * leaves may know is the start of one. Nothing is sent from here: the plan of sync does that.
 */
@NullMarked
package dev.lockstep.ui.rotation;

import org.jspecify.annotations.NullMarked;
