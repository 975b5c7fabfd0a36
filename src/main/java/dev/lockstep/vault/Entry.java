package dev.lockstep.vault;

import dev.lockstep.model.CollectionId;
import dev.lockstep.model.SecretId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Everything about a secret except its value, as it stood when it was read.
 *
 * @param version grows with every change of the secret; an edit names the version that it started from
 * @param kind what the value is used for
 * @param modified last change of anything that the user edits
 * @param valueChanged last change of the value
 * @param lastRevealed last time that the value was shown or copied
 * @param rotateBy the day by which a new value is due
 * @param leadDays how many days before {@code rotateBy} the secret counts as due soon
 * @param trashed when it was moved to the trash; empty if it is not there
 * @param size of the value, in bytes
 * @param versions how many values are kept, the present one included
 * @param strength how hard the value is to guess
 * @param valueVersion tells the value from all that the secret had before, as {@link History.Version#version} does
 */
public record Entry(
        SecretId id,
        long version,
        CollectionId collection,
        String name,
        String description,
        List<String> tags,
        Kind kind,
        boolean favourite,
        Instant created,
        Instant modified,
        Instant valueChanged,
        Optional<Instant> lastRevealed,
        Optional<LocalDate> rotateBy,
        int leadDays,
        Optional<Instant> trashed,
        int size,
        int versions,
        Strength strength,
        long valueVersion) {

    /** What a value is used for; chooses the generator's default. */
    public enum Kind {
        API_KEY(0),
        TOKEN(1),
        WEBHOOK_SECRET(2),
        PASSWORD(3),
        CERTIFICATE(4),
        OTHER(5);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        /** The number in the file. */
        int code() {
            return code;
        }

        static boolean known(int code) {
            return code >= API_KEY.code && code <= OTHER.code;
        }

        static Kind of(int code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code == code)
                    .findFirst()
                    .orElseThrow(IllegalArgumentException::new);
        }
    }
}
