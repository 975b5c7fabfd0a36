package dev.lockstep.sync.ledger;

import java.util.Arrays;

/** A word with a number in the file, which never changes and is never given to another one. */
interface Coded {
    /** 1 to 255. */
    int code();

    /**
     * The word of a number.
     *
     * @throws IllegalArgumentException if there is none
     */
    static <T extends Coded> T of(T[] words, int code) {
        return Arrays.stream(words)
                .filter(word -> word.code() == code)
                .findFirst()
                .orElseThrow(IllegalArgumentException::new);
    }
}
