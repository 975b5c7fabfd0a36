/** The screens that explain the program: the shortcut sheet and what the program is made of. */
@NullMarked
package dev.lockstep.ui.help;

import org.jspecify.annotations.NullMarked;
