package dev.lockstep.sync.check;

import dev.lockstep.model.RemoteId;
import dev.lockstep.remote.RemoteSecret;
import dev.lockstep.sync.ledger.LedgerLine;
import dev.lockstep.sync.ledger.Observed;
import dev.lockstep.sync.ledger.Setback;
import java.util.HashMap;
import java.util.Map;
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
    private int text;

    Seen(RemoteId remote, CheckProgress progress) {
        this.remote = remote;
        this.progress = progress;
    }

    @Override
    public void accept(RemoteSecret told) {
        if (!LedgerLine.isName(told.name())) {
            throw new Unlistable(Setback.STRANGE_NAME);
        }
        Observed seen = Observed.of(told);
        text += told.name().length()
                + seen.vendorId().map(String::length).orElse(0)
                + seen.traces().mask().map(String::length).orElse(0);
        Observed twin = names.put(told.name(), seen);
        if (names.size() > MOST_NAMES || text > MOST_TEXT) {
            throw new Unlistable(Setback.TOO_MANY);
        }
        if (twin != null && !isSame(twin, seen)) {
            throw new Unlistable(Setback.SAME_NAME);
        }
        if (names.size() % STEP == 0) {
            progress.reached(remote, names.size());
        }
    }

    /** A list that is changed while it is read may hand over the same secret twice. */
    private static boolean isSame(Observed one, Observed other) {
        return one.vendorId().isPresent() && one.vendorId().equals(other.vendorId());
    }

    /** What was seen, by name. */
    Map<String, Observed> names() {
        return names;
    }
}
