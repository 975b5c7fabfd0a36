/**
 * The words of the program, for whoever shows them: every text stands once, in the bundle {@code words.properties}. Nothing here needs a display.
 */
@NullMarked
package dev.lockstep.words;

import org.jspecify.annotations.NullMarked;
