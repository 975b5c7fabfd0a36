package dev.lockstep.sync.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a remote was last listed; there is one for each. A listing in which nothing changed changes this alone.
 *
 * @param complete when the last listing began that came to its end
 * @param count how many secrets it had, 0 without one
 * @param failed the last listing that did not
 */
public record Head(Optional<Instant> complete, int count, Optional<Failed> failed) implements LedgerItem {
    /** How late a vendor's list may be. */
    public static final Duration SETTLING = Duration.ofMinutes(2);

    /** Of a remote that was never listed. */
    public static final Head NONE = new Head(Optional.empty(), 0, Optional.empty());

    public Head {
        if (count < 0 || (complete.isEmpty() && count > 0)) {
            throw new IllegalArgumentException("A count without a listing");
        }
    }

    /** A listing that did not come to its end. */
    public record Failed(Instant when, Setback why) {}

    /** After a listing that began then and came to its end. */
    public Head listed(Instant begun, int found) {
        return new Head(Optional.of(begun), found, Optional.empty());
    }

    /** After a listing that did not: from now on nothing is concluded from what the listing before it lacked. */
    public Head failed(Instant when, Setback why) {
        return new Head(complete, count, Optional.of(new Failed(when, why)));
    }

    /** Whether the last listing came to its end, so that a name it lacked was not there. */
    public boolean isCurrent() {
        return complete.isPresent() && failed.isEmpty();
    }

    /** Whether the last whole listing shows what was done there then: it is not too soon after it. */
    public boolean shows(Instant write) {
        return complete.filter(begun -> !begun.isBefore(write.plus(SETTLING))).isPresent();
    }
}
