package dev.lockstep.vault;

import java.time.Instant;

/**
 * A vault file that is older than what this computer last saw of the vault, or another continuation of the same past.
 *
 * @param counter of the file: how many changes it has behind it
 * @param saved when the file was last changed
 * @param seenCounter the highest counter that this computer saw; equal to {@code counter} for another continuation
 * @param seen when the state with that counter was saved
 */
public record Rollback(long counter, Instant saved, long seenCounter, Instant seen) {}
