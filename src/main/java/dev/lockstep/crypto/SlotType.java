package dev.lockstep.crypto;

import java.util.Arrays;
import java.util.Optional;

/** What opens a key slot. The number stands in the slot. */
public enum SlotType {
    PASSWORD(1),
    PASSWORD_AND_KEY_FILE(2),
    RECOVERY_CODE(3),
    /** 32 bytes that the operating system keeps. */
    KEYSTORE(4);

    private final int number;

    SlotType(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    /** Whether the slot's keys are derived from something that a person can remember, at a cost. */
    public boolean byPassword() {
        return this == PASSWORD || this == PASSWORD_AND_KEY_FILE;
    }

    static Optional<SlotType> of(int number) {
        return Arrays.stream(values()).filter(type -> type.number == number).findFirst();
    }
}
