package dev.lockstep.vault;

import dev.lockstep.model.CollectionId;
import dev.lockstep.model.SecretId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
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

    /** The longest span between two values that counts as a habit, in days. */
    private static final int LONGEST_SPAN = 3 * 365;

    /** How many days the present value was to be used; empty without a day, and where the span is too short or too long to be a habit. */
    public Optional<Integer> rotationDays(ZoneId zone) {
        return rotateBy.map(day -> ChronoUnit.DAYS.between(LocalDate.ofInstant(valueChanged, zone), day))
                .filter(days -> days > 0 && days <= LONGEST_SPAN)
                .map(Long::intValue);
    }

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
