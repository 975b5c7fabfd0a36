package dev.lockstep.vault;

import dev.lockstep.model.Failure;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A copy of a vault, as found in the folder for them.
 *
 * @param taken when it was made, by its name
 * @param size in bytes
 */
public record Backup(Path file, Instant taken, long size, Kind kind, State state) {
    /** Why it is there. */
    public enum Kind {
        /** One of the newest. */
        SAVE,
        /** The last of its day, kept for a week of days. */
        DAILY,
        /** The file as it was before the vault was brought to a newer format. */
        BEFORE_UPGRADE,
        /** The file that a restore replaced, beside the vault. */
        BEFORE_RESTORE,
        /** The file that a repair replaced, beside the vault. */
        BEFORE_REPAIR
    }

    /** What is known of its contents without reading all of them. */
    public sealed interface State {
        /**
         * It opens with the key of the open vault.
         *
         * @param counter how many changes the vault had behind it
         * @param saved when the last of these was made
         * @param secrets those in the trash included
         */
        record Known(long counter, Instant saved, long secrets) implements State {}

        /** It is sealed; the number of secrets stands open in the file, and anybody could have changed it. */
        record Sealed(long secrets) implements State {}

        /** It has this vault's name and another key: from before the vault was re-encrypted, or of another vault of the same name. */
        record OtherKey() implements State {}

        /** It cannot be read, for that reason. */
        record Unreadable(Failure failure) implements State {}
    }

    Backup as(Kind other) {
        return new Backup(file, taken, size, other, state);
    }
}
