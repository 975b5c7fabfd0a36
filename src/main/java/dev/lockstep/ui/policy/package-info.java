/** The screen with what a vault does with former values and with its trash. */
@NullMarked
package dev.lockstep.ui.policy;

import org.jspecify.annotations.NullMarked;
