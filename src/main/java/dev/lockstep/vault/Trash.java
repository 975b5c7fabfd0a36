package dev.lockstep.vault;

import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has been in the trash for long. Nothing of it is ever deleted without having been asked. */
public final class Trash {
    /** After so long in the trash a secret is asked about; who keeps it is not asked again for as long. */
    public static final Duration LONG = Duration.ofDays(30);

    private final Session session;

    Trash(Session session) {
        this.session = session;
    }

    /** The secrets that have been in the trash for more than 30 days, in no order. */
    public List<SecretId> lying() {
        return session.catalog().trashedBefore(now().minus(LONG));
    }

    /** Those to be asked about: as {@link #lying}, but none within 30 days of having been kept. */
    public List<SecretId> due() {
        Instant kept = session.keyValues().policy().trashKept();
        return kept.plus(LONG).isAfter(now()) ? List.of() : lying();
    }

    /** Leaves everything in the trash and asks no more for 30 days. */
    public void keep() throws VaultException {
        session.<@Nullable Void, VaultException>change(batch -> {
            Policy policy = session.keyValues().policy().withTrashKept(now());
            batch.put(Kind.POLICY, OpenVault.SINGLE, KeyValueCodec.encode(OpenVault.SINGLE, policy));
            return null;
        });
    }

    private Instant now() {
        return session.clock().instant();
    }
}
