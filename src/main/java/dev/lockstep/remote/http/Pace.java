package dev.lockstep.remote.http;

import java.time.Clock;
import java.time.Duration;

/**
 * How patient calls are.
 *
 * @param whole time of one call, from the connection to the last byte of the answer
 * @param pause before the first repetition; it doubles with each
 * @param longestPause longest pause that is made, also where the vendor asks for one
 * @param atOnce most calls that are under way to one remote
 * @param clock for the times that a vendor names
 */
public record Pace(Duration whole, Duration pause, Duration longestPause, int atOnce, Clock clock) {
    public Pace {
        if (!whole.isPositive() || !pause.isPositive() || pause.compareTo(longestPause) > 0 || atOnce < 1) {
            throw new IllegalArgumentException(
                    "Times and numbers have to be positive, and the first pause the shortest");
        }
    }

    /** The rules of this program: 30 s for a call, pauses from 0.5 to 30 s, 8 calls at once. */
    public static Pace usual(Clock clock) {
        return new Pace(Duration.ofSeconds(30), Duration.ofMillis(500), Duration.ofSeconds(30), 8, clock);
    }
}
