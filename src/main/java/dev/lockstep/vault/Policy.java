package dev.lockstep.vault;

import dev.lockstep.model.VaultException;
import java.time.Instant;

/**
 * What a vault does with what it no longer needs, the same on every computer that opens it.
 *
 * @param historyKept how many former values of each secret are kept, 0 to {@value #MOST_KEPT}
 * @param trashDays after how many days in the trash the user is asked about a secret, 0 for never, at most {@value #MOST_DAYS}
 * @param trashKept when the user last chose to keep what had been in the trash for long; 1970 for never
 */
public record Policy(int historyKept, int trashDays, Instant trashKept) {
    /** The most former values of a secret. */
    public static final int MOST_KEPT = 1000;

    /** The most days in the trash before the user is asked. */
    public static final int MOST_DAYS = 3650;

    /** What holds in a vault where nothing was chosen. */
    public static final Policy DEFAULT = new Policy(20, 30, Instant.EPOCH);

    /** @throws IllegalArgumentException for a number out of range */
    public Policy {
        if (historyKept < 0 || historyKept > MOST_KEPT || trashDays < 0 || trashDays > MOST_DAYS) {
            throw new IllegalArgumentException("History of " + historyKept + ", trash of " + trashDays);
        }
    }

    Policy withHistoryKept(int number) {
        return new Policy(number, trashDays, trashKept);
    }

    Policy withTrashDays(int days) {
        return new Policy(historyKept, days, trashKept);
    }

    Policy withTrashKept(Instant when) {
        return new Policy(historyKept, trashDays, when);
    }

    void write(Batch batch) throws VaultException {
        batch.put(Kind.POLICY, OpenVault.SINGLE, KeyValueCodec.encode(OpenVault.SINGLE, this));
    }
}
