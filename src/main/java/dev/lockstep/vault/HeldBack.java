package dev.lockstep.vault;

import dev.lockstep.model.VaultException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why an open vault is read but not changed until the user decides: its file is older than what was seen of it. */
final class HeldBack {
    private volatile Optional<Rollback> rollback;

    HeldBack(Optional<Rollback> rollback) {
        this.rollback = rollback;
    }

    boolean holds() {
        return rollback.isPresent();
    }

    Optional<Rollback> rollback() {
        return rollback;
    }

    /** Goes on from the older state, and has that noted. */
    void acceptRollback(Session session) throws VaultException {
        Optional<Rollback> accepted = rollback;
        if (accepted.isPresent()) {
            Rollback older = accepted.get();
            session.<@Nullable Void, VaultException>commit(older.seenCounter(), batch -> {
                batch.audit()
                        .note(
                                AuditEvent.OLDER_COPY_ACCEPTED,
                                1,
                                older.counter() + " < " + older.seenCounter() + ", " + older.seen());
                return null;
            });
            rollback = Optional.empty();
            session.changed();
        }
    }

    /** Lets go: what the file was older than is in the past of its newest state now. */
    void overtaken() {
        rollback = Optional.empty();
    }
}
