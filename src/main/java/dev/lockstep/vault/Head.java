package dev.lockstep.vault;

import dev.lockstep.crypto.SetHash;
import dev.lockstep.model.SecretId;
import java.time.Instant;
import java.util.Optional;

/**
 * What is sealed about a secret apart from its value. Times are milliseconds since 1970; 0 stands for never.
 *
 * @param trashed when it was moved to the trash
 */
record Head(
        SecretDetails details,
        long created,
        long modified,
        long valueChanged,
        long lastRevealed,
        long trashed,
        ValueInfo value) {

    /**
     * What pins the value's row to its head.
     *
     * @param version of the value's row
     * @param tag of the value's row
     * @param fingerprint equal for equal values of this vault
     * @param history what the rows of its former values add up to
     */
    record ValueInfo(
            int size, int versions, Strength strength, long version, byte[] tag, byte[] fingerprint, SetHash history) {
        static final int TAG_SIZE = 16;
        static final int FINGERPRINT_SIZE = 8;
    }

    Head withDetails(SecretDetails changed, long now) {
        return new Head(changed, created, now, valueChanged, lastRevealed, trashed, value);
    }

    Head withValue(ValueInfo changed, long now) {
        return new Head(details, created, now, now, lastRevealed, trashed, changed);
    }

    Head withRevealed(long now) {
        return new Head(details, created, modified, valueChanged, now, trashed, value);
    }

    Head withTrashed(long when) {
        return new Head(details, created, modified, valueChanged, lastRevealed, when, value);
    }

    /** Whether two heads of one secret differ in nothing but when its value was last shown. */
    boolean sameButRevealed(Head other) {
        return details.equals(other.details)
                && (trashed == 0) == (other.trashed == 0)
                && value.version() == other.value.version();
    }

    Entry entry(SecretId id, long version) {
        return new Entry(
                id,
                version,
                details.collection(),
                details.name(),
                details.description(),
                details.tags(),
                details.kind(),
                details.favourite(),
                Instant.ofEpochMilli(created),
                Instant.ofEpochMilli(modified),
                Instant.ofEpochMilli(valueChanged),
                when(lastRevealed),
                details.rotateBy(),
                details.leadDays(),
                when(trashed),
                value.size(),
                value.versions(),
                value.strength(),
                value.version());
    }

    private static Optional<Instant> when(long millis) {
        return millis == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }
}
