/**
 * What would be done, and why. {@link dev.lockstep.sync.plan.Planner} compares three things, the secrets here, what is known to be ours there, and
 * what was seen there last, and asks nobody and changes nothing. A {@link dev.lockstep.sync.plan.Plan} is a value: choosing makes another one.
 *
 * <p>Values are compared by fingerprints, and those are made only of values that changed since they were last written or read there. What a
 * vendor does not tell stays unknown; a name that is not ours is never changed, and nothing is concluded from a list that is not whole.
 */
@NullMarked
package dev.lockstep.sync.plan;

import org.jspecify.annotations.NullMarked;
