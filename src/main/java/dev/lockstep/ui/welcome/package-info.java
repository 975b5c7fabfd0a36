/** The screen that is shown while no vault is open: the recent vaults, and the ways to get one. */
@NullMarked
package dev.lockstep.ui.welcome;

import org.jspecify.annotations.NullMarked;
