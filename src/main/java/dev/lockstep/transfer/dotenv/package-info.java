/** The {@code .env} format, read and written. */
@NullMarked
package dev.lockstep.transfer.dotenv;

import org.jspecify.annotations.NullMarked;
