package dev.lockstep.ui.rotation;

import dev.lockstep.sync.rotation.Exposure;
import dev.lockstep.ui.kit.Discretion;
import dev.lockstep.words.Ago;
import dev.lockstep.words.Text;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How names, times and what was done with values stand in sentences.
 *
 * @param clock also tells the time zone
 */
record Telling(Discretion discretion, Clock clock) {
    /** A name as it may be drawn; one of a secret that is gone is told so. */
    String name(String name) {
        return name.isEmpty() ? Text.of("sync.gone") : discretion.line(name);
    }

    String ago(Instant when) {
        return Ago.since(when, clock.instant());
    }

    String exact(Instant when) {
        return Ago.exact(when, clock.getZone());
    }

    /** How often a value was shown and handed out, in words. */
    String times(Exposure exposure) {
        List<String> told = new ArrayList<>();
        if (exposure.revealed() > 0) {
            told.add(Text.of("rotation.revealed", exposure.revealed()));
        }
        if (exposure.copied() > 0) {
            told.add(Text.of("rotation.copied", exposure.copied()));
        }
        if (exposure.exported() > 0) {
            told.add(Text.of("rotation.exported", exposure.exported()));
        }
        return told.isEmpty() ? Text.of("rotation.shown") : String.join(", ", told);
    }
}
