/**
 * What every screen uses: background jobs, theme, fields and drawings for secrets, toasts, the clipboard.
 */
@NullMarked
package dev.lockstep.ui.kit;

import org.jspecify.annotations.NullMarked;
