/** The screen that tells what was done with the vault. */
@NullMarked
package dev.lockstep.ui.audit;

import org.jspecify.annotations.NullMarked;
