package dev.lockstep.sync.rotation;

import dev.lockstep.model.RemoteId;
import dev.lockstep.model.RowId;
import dev.lockstep.model.SecretId;
import dev.lockstep.sync.ledger.Fingerprint;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A run in which secrets get new values here and at their remotes.
 *
 * @param finished when nothing was left to do; empty while there is
 * @param chosen 1 to {@value #MAX_SECRETS}, each secret once, in the order in which they were chosen
 * @param accepted what the user took on trust, up to {@value #MAX_ACCEPTED}
 */
public record Rotation(
        RowId id, Instant begun, Optional<Instant> finished, List<Chosen> chosen, List<Acceptance> accepted) {
    public static final int MAX_SECRETS = 1_000;
    public static final int MAX_ACCEPTED = 20_000;

    /** @throws IllegalArgumentException for too few or too many, and for one that is there twice */
    public Rotation {
        chosen = List.copyOf(chosen);
        accepted = List.copyOf(accepted);
        long different = chosen.stream().map(Chosen::secret).distinct().count();
        boolean sound = !chosen.isEmpty()
                && chosen.size() <= MAX_SECRETS
                && different == chosen.size()
                && accepted.size() <= MAX_ACCEPTED
                && new HashSet<>(accepted).size() == accepted.size();
        if (!sound) {
            throw new IllegalArgumentException("No rotation");
        }
    }

    /**
     * A secret that is to get a new value.
     *
     * @param replaced the number of the value that it had, as {@code Entry.valueVersion}
     * @param former that value
     */
    public record Chosen(SecretId secret, long replaced, Fingerprint former) {}

    /**
     * That a remote is taken to have no former value, although nobody can see it.
     *
     * @param version of the value here then; with another one it counts no more
     */
    public record Acceptance(SecretId secret, RemoteId remote, long version) {}

    public Set<SecretId> secrets() {
        Set<SecretId> secrets = new HashSet<>();
        chosen.forEach(one -> secrets.add(one.secret()));
        return Set.copyOf(secrets);
    }

    public boolean isOpen() {
        return finished.isEmpty();
    }

    Rotation accepting(Collection<Acceptance> more) {
        Set<Acceptance> all = new LinkedHashSet<>(accepted);
        all.addAll(more);
        return new Rotation(id, begun, finished, chosen, List.copyOf(all));
    }

    Rotation finishedAt(Instant when) {
        return new Rotation(id, begun, Optional.of(when), chosen, accepted);
    }
}
