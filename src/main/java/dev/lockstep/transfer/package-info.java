/**
 * Import and export formats. Imports are read within bounds and without a {@code String} of any value, and what is wrong with a file comes as
 * data; exports are readable by their owner only and never half there.
 */
@NullMarked
package dev.lockstep.transfer;

import org.jspecify.annotations.NullMarked;
