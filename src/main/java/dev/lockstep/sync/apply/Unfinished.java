package dev.lockstep.sync.apply;

import dev.lockstep.model.RemoteId;
import java.time.Instant;
import java.util.Set;

/**
 * What was begun and cut short, by a lock or a crash.
 *
 * @param started when the oldest of it was begun
 * @param tasks the most that may be left to do: what is not known to be done
 * @param remotes where
 */
public record Unfinished(Instant started, int tasks, Set<RemoteId> remotes) {
    public Unfinished {
        remotes = Set.copyOf(remotes);
    }
}
