package dev.lockstep.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.model.Failure;
import dev.lockstep.remote.Act;
import dev.lockstep.remote.RemoteSecret;
import dev.lockstep.remote.RemoteVault;
import dev.lockstep.remote.Vendor;
import dev.lockstep.sync.apply.Follower;
import dev.lockstep.sync.apply.Outcome;
import dev.lockstep.sync.apply.RowResult;
import dev.lockstep.sync.apply.Stop;
import dev.lockstep.sync.check.CheckProgress;
import dev.lockstep.sync.ledger.Action;
import dev.lockstep.sync.plan.Operation;
import dev.lockstep.sync.plan.Plan;
import dev.lockstep.vault.Remote;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that cannot be written any more while a plan is being applied. */
class StoreTroubleTest {
    private static final Duration LATER = Duration.ofMinutes(3);

    private SyncGround ground;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        ground = new SyncGround(folder);
    }

    @AfterEach
    void close() throws Exception {
        ground.close();
    }

    private Plan checked(Remote remote) throws Exception {
        ground.sync().check(List.of(remote), CheckProgress.UNTOLD);
        return ground.sync().plan(Optional.empty());
    }

    private List<String> there() throws Exception {
        try (RemoteVault open = ground.practice(Vendor.KV_V2).open()) {
            return Act.all(open).stream().map(RemoteSecret::name).sorted().toList();
        }
    }

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
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            names.add(ground.add("KEY_" + i, "value " + i).name());
        }
        names.sort(null);
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
        Outcome.Ended cut =
                assertInstanceOf(Outcome.Ended.class, ground.sync().apply(plan, OptionalInt.empty(), Follower.NONE));
        ground.practice(Vendor.KV_V2).simulator().witnessedBy((asked, answer) -> {});
        holder.get().close();

        assertEquals(40, cut.rows().size());
        int unknown = cut.tally().unknown();
        assertTrue(unknown > 0 && unknown < 40, cut.tally().toString());
        assertEquals(0, cut.tally().done(Action.CREATE));
        assertEquals(there().size(), unknown);
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
        assertEquals(names, there());
        assertEquals(Optional.empty(), ground.sync().unfinished());
    }
}
