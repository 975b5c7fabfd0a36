package dev.lockstep.vault;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of key-value rows; the number is sealed into each row. */
enum Kind {
    COLLECTION(1),
    LAYOUT(2),
    DRAFT(3),
    POLICY(4),
    SLOTS(5),
    REMOTE(6),
    SYNC_POLICY(7),
    FINGERPRINTS(8),
    ROTATION(9);

    private final int number;

    Kind(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    /** Whether it counts for what is at remotes, or is to be there. */
    boolean substantial() {
        return switch (this) {
            case COLLECTION, REMOTE, SYNC_POLICY -> true;
            case LAYOUT, DRAFT, POLICY, SLOTS, FINGERPRINTS, ROTATION -> false;
        };
    }

    static Optional<Kind> of(int number) {
        return Arrays.stream(values()).filter(kind -> kind.number == number).findFirst();
    }
}
