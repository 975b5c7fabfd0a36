/** All values of one secret, former and present: listed, compared, shown, copied and restored. */
@NullMarked
package dev.lockstep.ui.history;

import org.jspecify.annotations.NullMarked;
