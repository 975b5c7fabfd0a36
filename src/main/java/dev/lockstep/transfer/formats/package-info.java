/** The formats that are read, which of them a file is of, and the formats that are written. */
@NullMarked
package dev.lockstep.transfer.formats;

import org.jspecify.annotations.NullMarked;
