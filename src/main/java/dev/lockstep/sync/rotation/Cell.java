package dev.lockstep.sync.rotation;

import dev.lockstep.model.RemoteId;
import dev.lockstep.model.SecretId;
import dev.lockstep.sync.plan.State;
import java.util.Optional;

/**
 * One secret of a rotation at one remote where it is ours.
 *
 * @param there its name there
 * @param version of the value here, as {@code Entry.valueVersion}; 0 if the secret is not here any more
 * @param state the evidence; empty at a vendor that only a later version of this program knows
 * @param blocked whether a plan cannot push the new value, as where a vendor has no way to update
 * @param acceptable whether the user may take it on trust
 */
public record Cell(
        RemoteId remote,
        SecretId secret,
        String there,
        long version,
        Stage stage,
        Optional<State> state,
        boolean blocked,
        boolean acceptable) {
    /** Whether it says the same of the same, be the evidence newer. */
    boolean isAs(Cell other) {
        return remote.equals(other.remote)
                && secret.equals(other.secret)
                && there.equals(other.there)
                && version == other.version
                && stage == other.stage;
    }

    Rotation.Acceptance acceptance() {
        return new Rotation.Acceptance(secret, remote, version);
    }
}
