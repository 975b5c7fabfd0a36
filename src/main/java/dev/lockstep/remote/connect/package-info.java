/** Opens the vault of any vendor. The one package that knows all adapters. */
@NullMarked
package dev.lockstep.remote.connect;

import org.jspecify.annotations.NullMarked;
