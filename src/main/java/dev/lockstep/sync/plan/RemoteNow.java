package dev.lockstep.sync.plan;

import dev.lockstep.sync.ledger.RemoteLedger;

/**
 * A remote and what is known of it at one moment.
 *
 * @param emptied whether the user said that it was emptied on purpose, so that an empty list is to be believed
 */
public record RemoteNow(Target target, RemoteLedger ledger, boolean emptied) {
    /** A remote of which nobody said anything. */
    public RemoteNow(Target target, RemoteLedger ledger) {
        this(target, ledger, false);
    }
}
