package dev.lockstep.vault;

import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has been in the trash for as many days as the {@link Policy} says. Nothing of it is ever deleted without having been asked. */
public final class Trash {
    private final Session session;

    Trash(Session session) {
        this.session = session;
    }

    /** The secrets that have been in the trash for longer than that, in no order; none where the policy says never. */
    public List<SecretId> lying() {
        Policy policy = policy();
        return policy.trashDays() == 0 ? List.of() : session.catalog().trashedBefore(now().minus(wait(policy)));
    }

    /** Those to be asked about: as {@link #lying}, but none for as many days after having been kept. */
    public List<SecretId> due() {
        Policy policy = policy();
        return policy.trashKept().plus(wait(policy)).isAfter(now()) ? List.of() : lying();
    }

    /** After how many days in the trash the user is asked; 0 for never. */
    public int days() {
        return policy().trashDays();
    }

    /** Leaves everything in the trash and asks no more for as many days. */
    public void keep() throws VaultException {
        session.<@Nullable Void, VaultException>change(batch -> {
            policy().withTrashKept(now()).write(batch);
            return null;
        });
    }

    /** Changes after how many days in the trash the user is asked; 0 for never. */
    public void ask(int days) throws VaultException {
        session.<@Nullable Void, VaultException>change(batch -> {
            Policy policy = policy();
            if (days != policy.trashDays()) {
                policy.withTrashDays(days).write(batch);
                batch.audit().note(AuditEvent.POLICY_CHANGED, 1, "trash: " + policy.trashDays() + " -> " + days);
            }
            return null;
        });
    }

    private static Duration wait(Policy policy) {
        return Duration.ofDays(policy.trashDays());
    }

    private Policy policy() {
        return session.keyValues().policy();
    }

    private Instant now() {
        return session.clock().instant();
    }
}
