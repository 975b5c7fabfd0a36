package dev.lockstep.sync.check;

import dev.lockstep.remote.Trouble;
import java.util.Map;
import java.util.Set;

/**
 * What came of reading values at a remote. Whether they are those here shows in the next plan.
 *
 * @param read names whose values were read
 * @param unread why others could not be
 */
public record Readings(Set<String> read, Map<String, Trouble> unread) {
    public Readings {
        read = Set.copyOf(read);
        unread = Map.copyOf(unread);
    }
}
