package dev.lockstep.sync.check;

import dev.lockstep.model.RemoteId;
import dev.lockstep.remote.RemoteSecret;
import dev.lockstep.sync.ledger.Head.Unclear;
import dev.lockstep.sync.ledger.LedgerLine;
import dev.lockstep.sync.ledger.Observed;
import dev.lockstep.sync.ledger.Setback;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/** What a list hands over, kept within bounds whatever a vendor sends. Ends the list where no use could be made of it. */
final class Seen implements Consumer<RemoteSecret> {
    /** The most names of one remote. */
    static final int MOST_NAMES = 100_000;

    /** The most UTF-16 units of all names, ids and masks of one remote. */
    static final int MOST_TEXT = 1 << 24;

    private static final int STEP = 100;

    private final RemoteId remote;
    private final CheckProgress progress;
    private final Map<String, Observed> names = new HashMap<>();
    private final SortedSet<String> doubled = new TreeSet<>();
    private int strange;
    private int text;
    private int doubledText;

    Seen(RemoteId remote, CheckProgress progress) {
        this.remote = remote;
        this.progress = progress;
    }

    @Override
    public void accept(RemoteSecret told) {
        if (!LedgerLine.isName(told.name())) {
            strange++;
            requireFew();
            return;
        }
        Observed seen = Observed.of(told);
        text += told.name().length()
                + seen.vendorId().map(String::length).orElse(0)
                + seen.traces().mask().map(String::length).orElse(0);
        Observed twin = names.put(told.name(), seen);
        requireFew();
        if (twin != null && !isSame(twin, seen) && doubled.add(told.name())) {
            doubledText += told.name().length();
            if (doubledText > Unclear.MAX_DOUBLED) {
                throw new Unlistable(Setback.SAME_NAME);
            }
        }
        if (names.size() % STEP == 0) {
            progress.reached(remote, names.size());
        }
    }

    private void requireFew() {
        if (names.size() + strange > MOST_NAMES || text > MOST_TEXT) {
            throw new Unlistable(Setback.TOO_MANY);
        }
    }

    /** A list that is changed while it is read may hand over the same secret twice. */
    private static boolean isSame(Observed one, Observed other) {
        return one.vendorId().isPresent() && one.vendorId().equals(other.vendorId());
    }

    /** What cannot be kept of it. */
    Unclear unclear() {
        return new Unclear(strange, doubled);
    }

    /** What was seen, by name; one of several that have the same. */
    Map<String, Observed> names() {
        return names;
    }
}
