/**
 * Naming rules of vendors and collections, how a name appears under each, and what is wrong with it. Knows
 * nothing of vaults or screens; the words are keys that the screens look up.
 */
@NullMarked
package dev.lockstep.naming;

import org.jspecify.annotations.NullMarked;
