/** How a secret stands at a remote, as shapes and words that are the same on every screen. */
@NullMarked
package dev.lockstep.ui.kit.states;

import org.jspecify.annotations.NullMarked;
