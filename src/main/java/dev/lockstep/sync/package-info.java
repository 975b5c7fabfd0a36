/**
 * What the vault and the vendors have to do with each other. {@link dev.lockstep.sync.Connections} leads to the vendors, which are
 * known by their contracts and by {@code remote.connect} alone.
 */
@NullMarked
package dev.lockstep.sync;

import org.jspecify.annotations.NullMarked;
