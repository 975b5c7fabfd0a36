package dev.lockstep.ui.remotes;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.words.FailureWords;

/** One value of a remote. */
sealed interface Peek {
    record Unread() implements Peek {}

    record Running() implements Peek {}

    /**
     * It was read.
     *
     * @param shown whether it may be drawn
     */
    record Read(SecretValue value, boolean shown) implements Peek {
        @Override
        public String toString() {
            return "Read";
        }
    }

    record Failed(FailureWords words) implements Peek {}
}
