package dev.lockstep.vault;

/** The kinds of key-value rows; the number is sealed into each row. */
enum Kind {
    COLLECTION(1),
    LAYOUT(2),
    DRAFT(3),
    POLICY(4),
    SLOTS(5);

    private final int number;

    Kind(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
