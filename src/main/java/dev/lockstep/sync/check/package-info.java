/**
 * What stands at remotes, found out and remembered. Vendors are only asked here, nothing is changed there; a list that is not whole says nothing
 * of what it lacks, and values are read only where somebody asked for it.
 */
@NullMarked
package dev.lockstep.sync.check;

import org.jspecify.annotations.NullMarked;
