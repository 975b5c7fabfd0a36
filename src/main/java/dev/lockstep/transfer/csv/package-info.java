/** Tables of comma-separated values: reading. */
@NullMarked
package dev.lockstep.transfer.csv;

import org.jspecify.annotations.NullMarked;
