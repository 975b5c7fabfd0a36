package dev.lockstep.ui.secrets;

import dev.lockstep.model.RemoteId;
import dev.lockstep.sync.plan.Whereabouts;
import dev.lockstep.ui.kit.states.Sign;
import java.util.Optional;

/**
 * How a secret stands at one remote.
 *
 * @param name of the remote, as the user wrote it
 * @param where empty where the secret has no name and is to get none
 */
record Mark(RemoteId remote, String name, Sign sign, Optional<Whereabouts> where) {
    static Mark of(RemoteId remote, String name, Whereabouts where) {
        return new Mark(remote, name, Sign.of(where.state()), Optional.of(where));
    }

    /** Which mark of a secret it is, however it stands. */
    String key() {
        return remote + " " + where.map(Whereabouts::there).orElse("");
    }

    static Mark unbound(RemoteId remote, String name) {
        return new Mark(remote, name, Sign.UNBOUND, Optional.empty());
    }
}
