/**
 * Random histories of a vault and its remotes, and an oracle that knows what is true: {@link dev.lockstep.sync.model.Shop} stands for a vendor
 * and forgets nothing, {@link dev.lockstep.sync.model.Oracle} keeps what the user saved, and neither knows how sync comes to its conclusions.
 */
@NullMarked
package dev.lockstep.sync.model;

import org.jspecify.annotations.NullMarked;
