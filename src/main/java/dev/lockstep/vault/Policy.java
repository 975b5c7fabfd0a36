package dev.lockstep.vault;

import java.time.Instant;

/**
 * What a vault does with what it no longer needs, the same on every computer that opens it.
 *
 * @param historyKept how many former values of each secret are kept, 0 to {@value #MOST_KEPT}
 * @param trashKept when the user last chose to keep what had been in the trash for long; 1970 for never
 */
public record Policy(int historyKept, Instant trashKept) {
    /** The most former values of a secret. */
    public static final int MOST_KEPT = 1000;

    /** What holds in a vault where nothing was chosen. */
    public static final Policy DEFAULT = new Policy(20, Instant.EPOCH);

    /** @throws IllegalArgumentException for a number out of range */
    public Policy {
        if (historyKept < 0 || historyKept > MOST_KEPT) {
            throw new IllegalArgumentException("History of " + historyKept);
        }
    }

    Policy withHistoryKept(int number) {
        return new Policy(number, trashKept);
    }

    Policy withTrashKept(Instant when) {
        return new Policy(historyKept, when);
    }
}
