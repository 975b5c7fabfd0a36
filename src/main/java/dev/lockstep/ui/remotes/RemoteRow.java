package dev.lockstep.ui.remotes;

import dev.lockstep.remote.VendorContract;
import dev.lockstep.sync.Practice;
import dev.lockstep.vault.Remote;
import dev.lockstep.words.VendorWords;
import java.util.Optional;

/**
 * A line of the list.
 *
 * @param contract empty for a vendor that only a later version of this program knows
 * @param collection title of the collection
 */
record RemoteRow(Remote remote, Optional<VendorContract> contract, String collection, RowState state) {
    String vendor() {
        return contract.map(known -> VendorWords.name(known.vendor())).orElse(remote.vendor());
    }

    /** Whether it leads to a practice vault or another service on this computer. */
    boolean isHere() {
        return remote.details().settings().getOrDefault("address", "").startsWith("http://");
    }

    /** Whether it leads to a practice vault that ended and can be started again. */
    boolean ended() {
        return contract.isPresent() && state instanceof RowState.Ended;
    }

    boolean practice() {
        return Practice.isFor(remote);
    }

    boolean paused() {
        return remote.paused();
    }
}
