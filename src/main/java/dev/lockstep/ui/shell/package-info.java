/** The window: which screen is shown, the sheets over it, menus, status bar, and when the vault locks. The only screen that knows others. */
@NullMarked
package dev.lockstep.ui.shell;

import org.jspecify.annotations.NullMarked;
