/**
 * Import formats, read within bounds and without a {@code String} of any value; what is wrong with a file comes as data.
 */
@NullMarked
package dev.lockstep.transfer;

import org.jspecify.annotations.NullMarked;
