/** The remotes of the open vault: added, tried, changed, browsed. Nothing here changes anything at a vendor. */
@NullMarked
package dev.lockstep.ui.remotes;

import org.jspecify.annotations.NullMarked;
