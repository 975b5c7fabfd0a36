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
    REMOTE(6);

    private final int number;

    Kind(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    static Optional<Kind> of(int number) {
        return Arrays.stream(values()).filter(kind -> kind.number == number).findFirst();
    }
}
