package dev.lockstep.sync.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * All that is known of one name at one remote.
 *
 * @param name exactly as it stands there, 1 to {@value #MAX_NAME} UTF-16 units
 * @param entry that it is ours
 * @param observed what was seen of it; empty if it was not there when the remote was last listed, or nobody looked
 * @param intent a write without an answer
 * @param deleted when our own deletion was acknowledged; lists may show the name for a while after that
 */
public record LedgerLine(
        String name,
        Optional<LedgerEntry> entry,
        Optional<Observed> observed,
        Optional<Intent> intent,
        Optional<Instant> deleted)
        implements LedgerItem {
    /** Names of vendors that are longer are not kept, so never ours. */
    public static final int MAX_NAME = 4096;

    public LedgerLine {
        requireName(name);
        if (deleted.isPresent() && entry.isPresent()) {
            throw new IllegalArgumentException("Both deleted and ours");
        }
    }

    /** A name of which nothing is known. */
    public static LedgerLine of(String name) {
        return new LedgerLine(name, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Whether a name can be kept: not empty, not too long, no half of a surrogate pair alone. */
    public static boolean isName(String name) {
        return !name.isEmpty()
                && name.length() <= MAX_NAME
                && encodable(name, MAX_NAME).equals(name);
    }

    /** Whether there is nothing to remember. */
    public boolean isBlank() {
        return entry.isEmpty() && observed.isEmpty() && intent.isEmpty() && deleted.isEmpty();
    }

    /** Now that it is ours, and nothing is without an answer. */
    public LedgerLine owned(LedgerEntry ours) {
        return new LedgerLine(name, Optional.of(ours), observed, Optional.empty(), Optional.empty());
    }

    /** No longer ours because it was deleted there by us. */
    public LedgerLine deleted(Instant when) {
        return new LedgerLine(name, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(when));
    }

    /** Once lists show that it was deleted, or that there is another one. */
    public LedgerLine pastDeletion() {
        return new LedgerLine(name, entry, observed, intent, Optional.empty());
    }

    /** No longer ours, without anything being done there. */
    public LedgerLine disowned() {
        return new LedgerLine(name, Optional.empty(), observed, Optional.empty(), deleted);
    }

    /** With what was seen, or with nothing if a complete listing lacks it. */
    public LedgerLine seen(Optional<Observed> now) {
        return new LedgerLine(name, entry, now, intent, deleted);
    }

    /** Before a write is sent. */
    public LedgerLine intending(Intent write) {
        return new LedgerLine(name, entry, observed, Optional.of(write), deleted);
    }

    /** When a write is not sent after all: with the one that was open before, if there was one. */
    public LedgerLine reverting(Optional<Intent> former) {
        return new LedgerLine(name, entry, observed, former, deleted);
    }

    static void requireName(String name) {
        if (!isName(name)) {
            throw new IllegalArgumentException("A name that cannot be kept");
        }
    }

    /** The text as UTF-8 can hold it, cut. */
    static String encodable(String text, int most) {
        String cut = text.length() > most ? text.substring(0, most) : text;
        return new String(cut.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
