package dev.lockstep.words.sync;

import dev.lockstep.words.Ago;
import dev.lockstep.words.Text;
import java.time.Clock;
import java.time.Instant;
import java.util.function.UnaryOperator;

/**
 * How names and times stand in sentences.
 *
 * @param legible makes of a name what may be shown of it
 * @param clock also tells the time zone
 */
public record Spelling(UnaryOperator<String> legible, Clock clock) {
    /** A name as it may be drawn; one of a secret that is gone is told so. */
    public String name(String name) {
        return name.isEmpty() ? Text.of("sync.gone") : legible.apply(name);
    }

    /** Day and time of day. */
    public String exact(Instant when) {
        return Ago.exact(when, clock.getZone());
    }
}
