package dev.lockstep.vault;

import java.util.Arrays;

/** Which way values go between a collection and a remote. */
public enum Direction {
    PUSH(0),
    PULL(1),
    TWO_WAY(2);

    private final int code;

    Direction(int code) {
        this.code = code;
    }

    /** The number in the file. */
    int code() {
        return code;
    }

    static Direction of(int code) {
        return Arrays.stream(values())
                .filter(direction -> direction.code == code)
                .findFirst()
                .orElseThrow(IllegalArgumentException::new);
    }
}
