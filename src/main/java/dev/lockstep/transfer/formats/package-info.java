/** The formats that are read, and which of them a file is of. */
@NullMarked
package dev.lockstep.transfer.formats;

import org.jspecify.annotations.NullMarked;
