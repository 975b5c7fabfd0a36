package dev.lockstep.vault;

import dev.lockstep.crypto.Manifest;
import dev.lockstep.model.RemoteId;
import dev.lockstep.model.VaultException;
import java.util.Optional;
import java.util.Set;

/** Opens every row about a remote, and compares the set of them with the manifest. */
final class SyncCheck {
    private final SyncWalk walk;
    private final Pace pace;
    private final CheckReport.Builder report;
    private long opened;
    private long unreadable;

    SyncCheck(SyncWalk walk, Pace pace, CheckReport.Builder report) {
        this.walk = walk;
        this.pace = pace;
        this.report = report;
    }

    /**
     * Goes through all of them.
     *
     * @param remotes those that are there
     * @param expected the manifest, if it can be read
     */
    void run(Set<RemoteId> remotes, Optional<Manifest> expected) throws VaultException, InterruptedException {
        for (RemoteId remote : remotes) {
            walk.<InterruptedException>each(remote, new SyncWalk.Visitor<>() {
                @Override
                public void found(SyncWalk.Found found) throws InterruptedException {
                    opened++;
                    pace.step();
                }

                @Override
                public void unreadable(byte[] sealed) {
                    unreadable++;
                }
            });
        }
        Manifest.Rows all = walk.sum();
        long stray = all.count() - opened - unreadable;
        if (unreadable > 0) {
            report.add(new CheckFinding(CheckFinding.Kind.SYNC_UNREADABLE, "", 0, unreadable));
        }
        if (stray > 0) {
            report.add(new CheckFinding(CheckFinding.Kind.SYNC_STRAY, "", 0, stray));
        }
        if (expected.isPresent() && !expected.get().sync().equals(all)) {
            report.add(new CheckFinding(
                    CheckFinding.Kind.SYNC, "", expected.get().sync().count(), all.count()));
        }
    }
}
