package dev.lockstep.ui.kit;

import java.time.Clock;
import java.time.Instant;

/**
 * How names and times stand in sentences.
 *
 * @param clock also tells the time zone
 */
public record Telling(Discretion discretion, Clock clock) {
    /** A name as it may be drawn; one of a secret that is gone is told so. */
    public String name(String name) {
        return name.isEmpty() ? Text.of("sync.gone") : discretion.line(name);
    }

    /** How long ago, as part of a sentence. */
    public String ago(Instant when) {
        Instant now = clock.instant();
        return when.plusSeconds(60).isAfter(now) ? Text.of("sync.ago.now") : Text.of("sync.ago", Ago.of(when, now));
    }

    /** To the minute. */
    public String exact(Instant when) {
        return Ago.exact(when, clock.getZone());
    }
}
