package dev.lockstep.sync.plan;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known of one secret at one remote.
 *
 * @param there the name that it has there or would have
 * @param known when its value there was last written or read by us, empty if it never was
 */
public record Whereabouts(String there, State state, Optional<Instant> known) {}
