/** Tables of comma-separated values, read and written. */
@NullMarked
package dev.lockstep.transfer.csv;

import org.jspecify.annotations.NullMarked;
