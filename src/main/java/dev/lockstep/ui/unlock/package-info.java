/** The screen that opens a vault with its password and key file, its recovery code, or what the system keeps. */
@NullMarked
package dev.lockstep.ui.unlock;

import org.jspecify.annotations.NullMarked;
