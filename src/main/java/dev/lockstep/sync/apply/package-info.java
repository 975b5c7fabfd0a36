/**
 * Does what a plan says, row by row: first the intent is made durable, then the request leaves, then the answer closes the intent. Each remote has
 * a lane of its own, so what befalls one holds up no other, and what becomes of a row is no matter of the others.
 */
@NullMarked
package dev.lockstep.sync.apply;

import org.jspecify.annotations.NullMarked;
