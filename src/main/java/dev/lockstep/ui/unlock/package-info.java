/** The screen that opens a vault with its password or its recovery code. */
@NullMarked
package dev.lockstep.ui.unlock;

import org.jspecify.annotations.NullMarked;
