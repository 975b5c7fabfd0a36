/**
 * The health report: what is weak, shared, old, due or misplaced, as pictures and as a list that leads to each secret. Values are opened only
 * when the user asks for it, and none is shown here.
 */
@NullMarked
package dev.lockstep.ui.health;

import org.jspecify.annotations.NullMarked;
