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
    private static final double SPREAD = 0.25;
    private static final int BRIEF = 15;

    public Pace {
        if (!whole.isPositive() || !pause.isPositive() || pause.compareTo(longestPause) > 0 || atOnce < 1) {
            throw new IllegalArgumentException(
                    "Times and numbers have to be positive, and the first pause the shortest");
        }
    }

    /** For a call that nobody waits for: a fifteenth of the time, which is 2 s by the rules of this program, and no long pause. */
    public Pace brief() {
        return new Pace(whole.dividedBy(BRIEF), pause, pause, atOnce, clock);
    }

    /**
     * The pause after a try: up to a quarter longer or shorter than the doubled ones would be, so that many computers do not come back at once,
     * and never longer than the longest.
     *
     * @param tries made so far
     * @param chance from 0 to 1
     */
    Duration pauseAfter(int tries, double chance) {
        double doubled = (double) pause.toNanos() * Math.pow(2, tries - 1);
        double spread = doubled * (1 + SPREAD * (2 * chance - 1));
        return spread < (double) longestPause.toNanos() ? Duration.ofNanos((long) spread) : longestPause;
    }

    /**
     * The pause where a vendor named one: a moment longer, and never longer than the longest.
     *
     * @param named at most {@link #longestPause}
     * @param chance from 0 to 1
     */
    Duration pauseNamed(Duration named, double chance) {
        Duration longer = named.plusNanos((long) ((double) pause.toNanos() * chance));
        return longer.compareTo(longestPause) < 0 ? longer : longestPause;
    }

    /** The rules of this program: 30 s for a call, pauses from 0.5 to 30 s, 8 calls at once. */
    public static Pace usual(Clock clock) {
        return new Pace(Duration.ofSeconds(30), Duration.ofMillis(500), Duration.ofSeconds(30), 8, clock);
    }
}
