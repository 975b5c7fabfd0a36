/** The {@code .env} format: reading. */
@NullMarked
package dev.lockstep.transfer.dotenv;

import org.jspecify.annotations.NullMarked;
