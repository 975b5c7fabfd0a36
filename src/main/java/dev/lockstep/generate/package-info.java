/**
 * Makes new values and passwords, and judges how hard they are to guess.
 */
@NullMarked
package dev.lockstep.generate;

import org.jspecify.annotations.NullMarked;
