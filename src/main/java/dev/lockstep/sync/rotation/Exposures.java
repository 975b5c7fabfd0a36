package dev.lockstep.sync.rotation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which values people may know.
 *
 * @param all the newest first
 * @param damaged whether entries of the audit log are missing or not as they were written, so that more may have happened
 * @param setBack when the vault last went back to an older state or was repaired; what was done between is in no log
 * @param unnamed how many times values of many secrets were shown or handed out at once, of which the log keeps only the number
 */
public record Exposures(List<Exposure> all, boolean damaged, Optional<Instant> setBack, int unnamed) {
    public Exposures {
        all = List.copyOf(all);
    }

    /** Whether the list may lack something. */
    public boolean isDoubtful() {
        return damaged || setBack.isPresent();
    }
}
