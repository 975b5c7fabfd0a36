package dev.lockstep.sync.apply;

import dev.lockstep.model.RemoteId;
import dev.lockstep.model.RowId;
import dev.lockstep.model.VaultException;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.RemoteVault;
import dev.lockstep.sync.ledger.LedgerChange;
import dev.lockstep.sync.ledger.RemoteLedger;
import dev.lockstep.sync.ledger.Run;
import dev.lockstep.sync.ledger.RunPart;
import dev.lockstep.sync.plan.Row;
import dev.lockstep.vault.Remote;
import java.security.SecureRandom;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that is done at one remote, from the first row of its run to the last look. */
final class Errand implements Runnable {
    private final Means means;
    private final Local local;
    private final RemoteId remote;
    private final Work work;
    private final Progress progress;
    private final RowId run = RowId.random(new SecureRandom());

    Errand(Means means, Local local, RemoteId remote, Work work, Progress progress) {
        this.means = means;
        this.local = local;
        this.remote = remote;
        this.work = work;
        this.progress = progress;
    }

    @Override
    public void run() {
        Lane lane = new Lane(work.rows(), progress);
        try {
            begin();
            visit(lane);
            boolean stopped = lane.stop().isPresent();
            finish(lane.leave(), stopped);
        } catch (VaultException e) {
            Stop why = new Stop.InVault(e.failure());
            if (Journal.isOfTheRow(e.failure())) {
                lane.stop(why);
            } else {
                progress.attempt().stop(why);
            }
        } finally {
            lane.leave();
        }
    }

    private void begin() throws VaultException {
        List<RunPart> parts = work.parts(run);
        means.ledgers().<@Nullable Void>change(remote, change -> {
            if (!parts.isEmpty()) {
                end(change);
                change.begin(new Run(run, means.clock().instant(), parts.size()), parts);
            }
            for (Row row : work.settled()) {
                Settling.remember(change, row, local.planned(row.key()));
            }
            return null;
        });
        work.settled().forEach(row -> progress.ended(row, new RowResult.Remembered()));
    }

    /** Where only something is to be remembered, nobody is asked. */
    private void visit(Lane lane) throws VaultException {
        if (work.rows().isEmpty() && work.former().isEmpty()) {
            return;
        }
        try {
            Remote at = means.vault().remotes().get(remote);
            means.doors().<@Nullable Void>visit(at, open -> {
                work(lane, at, open);
                return null;
            });
        } catch (RemoteException e) {
            lane.stop(new Stop.AtRemote(e.trouble()));
        } catch (InterruptedException e) {
            progress.attempt().stop(new Stop.Cancelled());
            Thread.currentThread().interrupt();
        }
    }

    private void work(Lane lane, Remote at, RemoteVault open) throws VaultException {
        Site site = new Site(at, open, means.ledgers(), run, means.clock());
        Turn turn = new Turn(new Pushing(site, local), new Taking(site, local, means.vault()));
        RemoteLedger before = means.ledgers().load(remote);
        lane.run(turn, new Journal(site), means.executor());
        if (progress.attempt()
                .reason()
                .filter(why -> !(why instanceof Stop.Cancelled))
                .isEmpty()) {
            look(new Aftermath(site, local, means.vault()), before);
        }
    }

    /** Ends soon when it is given up; what cannot be found out then stays unknown. */
    private void look(Aftermath aftermath, RemoteLedger before) throws VaultException {
        progress.attempt().enter();
        try {
            for (String name : aftermath.look(before)) {
                progress.found(work.rows(), name);
            }
        } finally {
            progress.attempt().leave();
        }
    }

    /** Where nothing was left to do, what was begun before is over, unless nobody could look. */
    private void finish(boolean resumed, boolean stopped) throws VaultException {
        if (!resumed) {
            means.ledgers().<@Nullable Void>change(remote, change -> {
                if (!work.rows().isEmpty()) {
                    change.end(run);
                } else if (!stopped) {
                    end(change);
                }
                return null;
            });
        }
    }

    private void end(LedgerChange change) throws VaultException {
        for (RowId former : work.former()) {
            Aftermath.end(change, former);
        }
    }
}
