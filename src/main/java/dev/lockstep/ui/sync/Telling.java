package dev.lockstep.ui.sync;

import dev.lockstep.ui.kit.Discretion;
import dev.lockstep.words.Ago;
import dev.lockstep.words.Text;
import java.time.Clock;
import java.time.Instant;

/**
 * How names and times stand in sentences.
 *
 * @param clock also tells the time zone
 */
record Telling(Discretion discretion, Clock clock) {
    /** A name as it may be drawn; one of a secret that is gone is told so. */
    String name(String name) {
        return name.isEmpty() ? Text.of("sync.gone") : discretion.line(name);
    }

    String exact(Instant when) {
        return Ago.exact(when, clock.getZone());
    }
}
