/**
 * The export of secrets to a file: which secrets, in which format, to which file. What the format cannot hold is told before anything is written,
 * and who will be able to read the file is told before that.
 */
@NullMarked
package dev.lockstep.ui.exporting;

import org.jspecify.annotations.NullMarked;
