package dev.lockstep.sync.apply;

import dev.lockstep.model.RemoteId;
import dev.lockstep.model.RowId;
import dev.lockstep.remote.RemoteVault;
import dev.lockstep.sync.ledger.Ledgers;
import dev.lockstep.vault.Remote;
import java.time.Clock;

/**
 * One remote while a plan is applied to it.
 *
 * @param open the vendor's vault
 * @param run what is done belongs to
 */
record Site(Remote remote, RemoteVault open, Ledgers ledgers, RowId run, Clock clock) {
    RemoteId id() {
        return remote.id();
    }
}
