package dev.lockstep.vault;

import dev.lockstep.model.Failure;
import dev.lockstep.model.VaultException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why an open vault is read but not changed until the user decides: its file is older than what was seen of it, or key slots were altered. */
final class HeldBack {
    private final Contents contents;
    private volatile Optional<Rollback> rollback;

    HeldBack(Contents contents, Optional<Rollback> rollback) {
        this.contents = contents;
        this.rollback = rollback;
    }

    boolean holds() {
        return rollback.isPresent() || contents.slotsAltered();
    }

    Optional<Rollback> rollback() {
        return rollback;
    }

    /** Whether key slots are not as they were last saved: damaged, removed or put back. */
    boolean slotsAltered() {
        return contents.slotsAltered();
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

    /**
     * Goes on with those key slots that are as they were last saved, and has that noted.
     *
     * @throws VaultException {@code ReadOnly} where an older state has to be accepted first
     */
    void dropAlteredSlots(Session session) throws VaultException {
        if (rollback.isPresent()) {
            throw new VaultException(new Failure.ReadOnly());
        }
        if (slotsAltered()) {
            session.<@Nullable Void, VaultException>commit(0, batch -> {
                batch.audit().note(AuditEvent.REPAIRED, batch.slots().dropForeign(), Failure.Part.KEY_SLOT.name());
                return null;
            });
        }
    }

    /** Lets go: what the file was older than is in the past of its newest state now. */
    void overtaken() {
        rollback = Optional.empty();
    }
}
