package dev.lockstep.sync.plan;

import dev.lockstep.model.RemoteId;
import dev.lockstep.sync.ledger.Setback;
import java.time.Instant;

/** What has to be said of a whole remote before its rows. */
public sealed interface Banner {
    RemoteId remote();

    /**
     * The last list was empty, although things there are ours: the remote has no rows, unless the user says that this list is right.
     *
     * @param listed when
     */
    record EmptyListing(RemoteId remote, int owned, Instant listed) implements Banner {}

    /** The last list did not come to its end: nothing can be done there. */
    record ListingFailed(RemoteId remote, Instant when, Setback why) implements Banner {}

    /** Nothing can be done there before it was listed. */
    record NeverListed(RemoteId remote) implements Banner {}

    /** The remote has no rows. */
    record Paused(RemoteId remote) implements Banner {}

    /** So many names there that are not ours cannot be shown, because they cannot be kept or several secrets have them. */
    record Unclear(RemoteId remote, int names) implements Banner {}

    /** Secrets are to be taken from there, but the vendor gives no values: the remote has no rows. */
    record Unreadable(RemoteId remote) implements Banner {}
}
