/**
 * Secrets that get new values everywhere. A {@link dev.lockstep.sync.rotation.Rotation} says which ones and what they had; where each remote stands
 * is never written down but told by plans, so nothing here can disagree with them. What is pushed is pushed by plans alone.
 */
@NullMarked
package dev.lockstep.sync.rotation;

import org.jspecify.annotations.NullMarked;
