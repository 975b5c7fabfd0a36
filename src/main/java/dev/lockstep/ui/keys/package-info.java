/** The screen of the ways into a vault: which there are, how to change them, and how to seal everything under a new key. */
@NullMarked
package dev.lockstep.ui.keys;

import org.jspecify.annotations.NullMarked;
