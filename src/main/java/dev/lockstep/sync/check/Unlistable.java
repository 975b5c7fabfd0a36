package dev.lockstep.sync.check;

import dev.lockstep.sync.ledger.Setback;

/** Ends a listing of which no use can be made. */
final class Unlistable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Setback why;

    Unlistable(Setback why) {
        super(why.name(), null, false, false);
        this.why = why;
    }

    Setback why() {
        return why;
    }
}
