package dev.lockstep.vault;

import dev.lockstep.crypto.Manifest;
import dev.lockstep.model.RemoteId;
import dev.lockstep.model.VaultException;
import dev.lockstep.store.Transaction;
import java.util.Set;

/** Brings the rows about remotes of a damaged vault into a new file, those of remotes that are still there. */
final class SalvagedSync {
    private final Salvage salvage;
    private final Transaction target;
    private Manifest.Rows rows = Manifest.Rows.NONE;
    private long unreadable;

    SalvagedSync(Salvage salvage, Transaction target) {
        this.salvage = salvage;
        this.target = target;
    }

    /** Does it. */
    void run(Set<RemoteId> remotes) throws VaultException {
        if (!salvage.hasSync()) {
            return;
        }
        for (RemoteId remote : remotes) {
            salvage.orElse(false, source -> {
                bring(remote, new SyncWalk(source, salvage.keys(), salvage.cipher()));
                return true;
            });
        }
        Manifest.Rows all =
                salvage.orElse(rows, source -> new SyncWalk(source, salvage.keys(), salvage.cipher()).sum());
        long stray = all.count() - rows.count() - unreadable;
        tell(CheckFinding.Kind.SYNC_UNREADABLE, unreadable);
        tell(CheckFinding.Kind.SYNC_STRAY, stray);
        Manifest.Rows expected = salvage.manifest().map(Manifest::sync).orElse(all);
        if (!expected.equals(all)) {
            salvage.report().add(new CheckFinding(CheckFinding.Kind.SYNC, "", expected.count(), all.count()));
        }
    }

    private void bring(RemoteId remote, SyncWalk walk) throws VaultException {
        walk.<VaultException>each(remote, new SyncWalk.Visitor<>() {
            @Override
            public void found(SyncWalk.Found found) throws VaultException {
                target.putSync(
                        salvage.keys().syncGroup(remote.row()),
                        found.key(),
                        found.sealed().wire());
                rows = rows.with(salvage.cipher().element(found.sealed()));
            }

            @Override
            public void unreadable(byte[] sealed) {
                unreadable++;
            }
        });
    }

    private void tell(CheckFinding.Kind kind, long found) {
        if (found > 0) {
            salvage.report().add(new CheckFinding(kind, "", 0, found));
        }
    }

    Manifest.Rows rows() {
        return rows;
    }
}
