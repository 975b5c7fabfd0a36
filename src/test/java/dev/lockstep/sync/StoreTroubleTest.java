package dev.lockstep.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.model.Failure;
import dev.lockstep.remote.Vendor;
import dev.lockstep.sync.apply.Follower;
import dev.lockstep.sync.apply.Outcome;
import dev.lockstep.sync.apply.RowResult;
import dev.lockstep.sync.apply.Stop;
import dev.lockstep.sync.ledger.Action;
import dev.lockstep.sync.plan.Operation;
import dev.lockstep.sync.plan.Plan;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.Remote;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A file that cannot be written any more while a plan is being applied. */
class StoreTroubleTest extends SyncTrial {
    /** Another program that writes to the file and comes to no end. */
    private Connection holder() {
        try {
            Connection holder = DriverManager.getConnection("jdbc:sqlite:" + ground.file());
            holder.createStatement().execute("BEGIN IMMEDIATE");
            return holder;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatWasSentIsUnknownAndFoundOutLaterAndNothingElseIsSent() throws Exception {
        Remote remote = ground.remote(Vendor.KV_V2);
        List<String> names = secrets(40).stream().map(Entry::name).sorted().toList();
        Plan plan = checked(remote);
        AtomicReference<Connection> holder = new AtomicReference<>();
        ground.practice(Vendor.KV_V2).simulator().witnessedBy((asked, answer) -> {
            if (DyingMoment.isWrite(asked) && asked.path().contains("/data/")) {
                synchronized (holder) {
                    if (holder.get() == null) {
                        holder.set(holder());
                    }
                }
            }
        });
        Outcome.Ended cut = applied(plan);
        ground.practice(Vendor.KV_V2).simulator().witnessedBy((asked, answer) -> {});
        holder.get().close();

        assertEquals(40, cut.rows().size());
        int unknown = cut.tally().unknown();
        assertTrue(unknown > 0 && unknown < 40, cut.tally().toString());
        assertEquals(0, cut.tally().done(Action.CREATE));
        assertEquals(names(Vendor.KV_V2).size(), unknown);
        Stop why = new Stop.InVault(new Failure.Busy());
        assertEquals(
                40 - unknown,
                cut.rows().stream()
                        .filter(row -> row.result().equals(new RowResult.NotTried(why))
                                || row.result().equals(new RowResult.NotKept(new Failure.Busy())))
                        .count());

        ground.reopen();
        assertTrue(ground.sync().unfinished().isPresent());
        ground.pass(LATER);
        assertInstanceOf(Outcome.Ended.class, ground.sync().resume(OptionalInt.empty(), Follower.NONE));
        ground.pass(LATER);
        Plan after = checked(remote);
        assertTrue(after.rows().stream().allMatch(row -> row.operation() == Operation.UNCHANGED));
        assertEquals(names, names(Vendor.KV_V2));
        assertEquals(Optional.empty(), ground.sync().unfinished());
    }
}
