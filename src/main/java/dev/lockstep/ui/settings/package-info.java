/** The screen of the settings of this computer; each choice holds at once. */
@NullMarked
package dev.lockstep.ui.settings;

import org.jspecify.annotations.NullMarked;
