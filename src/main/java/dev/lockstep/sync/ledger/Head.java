package dev.lockstep.sync.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * When a remote was last listed; there is one for each. A listing in which nothing changed changes this alone.
 *
 * @param complete when the last listing began that came to its end
 * @param count how many secrets it had, 0 without one
 * @param unclear what of it cannot be kept
 * @param failed the last listing that did not
 */
public record Head(Optional<Instant> complete, int count, Unclear unclear, Optional<Failed> failed)
        implements LedgerItem {
    /** How late a vendor's list may be. */
    public static final Duration SETTLING = Duration.ofMinutes(2);

    /** Of a remote that was never listed. */
    public static final Head NONE = new Head(Optional.empty(), 0, Unclear.NOTHING, Optional.empty());

    public Head {
        boolean told = count > 0 || !unclear.equals(Unclear.NOTHING);
        if (count < 0 || (complete.isEmpty() && told)) {
            throw new IllegalArgumentException("Something listed without a listing");
        }
    }

    /**
     * What a list had that cannot be kept as it stands.
     *
     * @param strange how many had names that cannot be kept
     * @param doubled names that several have; up to {@value #MAX_DOUBLED} UTF-16 units of them all
     */
    public record Unclear(int strange, SortedSet<String> doubled) {
        public static final int MAX_DOUBLED = 16_000;

        /** Of a list of which everything can be kept. */
        public static final Unclear NOTHING = new Unclear(0, Collections.emptySortedSet());

        public Unclear {
            doubled = Collections.unmodifiableSortedSet(new TreeSet<>(doubled));
            doubled.forEach(LedgerLine::requireName);
            if (strange < 0 || doubled.stream().mapToInt(String::length).sum() > MAX_DOUBLED) {
                throw new IllegalArgumentException("Too much is unclear");
            }
        }
    }

    /** A listing that did not come to its end. */
    public record Failed(Instant when, Setback why) {}

    /** After a listing that began then and came to its end. */
    public Head listed(Instant begun, int found) {
        return listed(begun, found, Unclear.NOTHING);
    }

    /** The same of one of which not everything can be kept. */
    public Head listed(Instant begun, int found, Unclear left) {
        return new Head(Optional.of(begun), found, left, Optional.empty());
    }

    /** After a listing that did not: from now on nothing is concluded from what the listing before it lacked. */
    public Head failed(Instant when, Setback why) {
        return new Head(complete, count, unclear, Optional.of(new Failed(when, why)));
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
