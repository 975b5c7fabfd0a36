package dev.lockstep.sync;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.lockstep.model.SecretId;
import dev.lockstep.practice.Watch;
import dev.lockstep.remote.Act;
import dev.lockstep.remote.Capability;
import dev.lockstep.remote.RemoteSecret;
import dev.lockstep.remote.RemoteVault;
import dev.lockstep.remote.Vendor;
import dev.lockstep.remote.VendorContracts;
import dev.lockstep.sync.apply.Follower;
import dev.lockstep.sync.apply.Outcome;
import dev.lockstep.sync.check.CheckProgress;
import dev.lockstep.sync.plan.Plan;
import dev.lockstep.sync.plan.Row;
import dev.lockstep.vault.AuditEvent;
import dev.lockstep.vault.Conduct;
import dev.lockstep.vault.Direction;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.Remote;
import dev.lockstep.vault.TestVaults;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A ground for each test, on which remotes are looked at and plans are applied. */
abstract class SyncTrial {
    /** So long after a write, no list shows any more what was there before it. */
    static final Duration LATER = Duration.ofMinutes(3);

    SyncGround ground;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        ground = new SyncGround(folder);
    }

    @AfterEach
    void close() throws Exception {
        ground.close();
    }

    /** Adds secrets {@code KEY_0}, {@code KEY_1} and so on, whose values say which they are. */
    List<Entry> secrets(int count) throws Exception {
        List<Entry> secrets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            secrets.add(ground.add("KEY_" + i, "value " + i));
        }
        return secrets;
    }

    /** A remote to the simulator of a vendor, and how it is used. */
    Remote remote(Vendor vendor, Direction direction, boolean deletions) throws Exception {
        return ground.vault().remotes().conduct(ground.remote(vendor).id(), new Conduct(false, direction, deletions));
    }

    /** Looks at remotes, and makes a plan for all. */
    Plan checked(Remote... remotes) throws Exception {
        ground.sync().check(List.of(remotes), CheckProgress.UNTOLD);
        return ground.sync().plan(Optional.empty());
    }

    /** Applies a plan to its end, as a user does who confirms what is asked. */
    Outcome.Ended applied(Plan plan) throws Exception {
        return applied(plan, Follower.NONE);
    }

    Outcome.Ended applied(Plan plan, Follower follower) throws Exception {
        return assertInstanceOf(Outcome.Ended.class, ground.sync().apply(plan, plan.confirmation(), follower));
    }

    static Row row(Plan plan, SecretId secret) {
        return plan.rows().stream()
                .filter(row -> row.key().secret().equals(Optional.of(secret)))
                .findFirst()
                .orElseThrow();
    }

    /** Sees what a vendor is asked from now on. */
    Watch watch(Vendor vendor) throws Exception {
        Watch watch = new Watch();
        ground.practice(vendor).simulator().witnessedBy(watch);
        return watch;
    }

    /** The names of all secrets there, sorted; one that is there twice, twice. */
    List<String> names(Vendor vendor) throws Exception {
        try (RemoteVault open = ground.practice(vendor).open()) {
            return Act.all(open).stream().map(RemoteSecret::name).sorted().toList();
        }
    }

    /** All secrets there by name, with all that the vendor tells of them. */
    Map<String, RemoteSecret> there(Vendor vendor) throws Exception {
        Map<String, RemoteSecret> there = new HashMap<>();
        try (RemoteVault open = ground.practice(vendor).open()) {
            for (RemoteSecret secret : Act.all(open)) {
                there.put(
                        secret.name(),
                        open.inspector().isPresent()
                                ? open.inspector().get().inspect(secret.id().orElseThrow())
                                : secret);
            }
        }
        return there;
    }

    /** What a secret there holds. */
    String value(Vendor vendor, String there) throws Exception {
        try (RemoteVault open = ground.practice(vendor).open()) {
            return TestVaults.text(open.valueReader().orElseThrow().read(SyncGround.find(open, there)));
        }
    }

    static boolean can(Vendor vendor, Capability capability) {
        return VendorContracts.of(vendor).can(capability);
    }

    /** How many entries of the audit log are of a kind. */
    long count(AuditEvent event) throws Exception {
        long size = ground.vault().audit().size();
        return ground.vault().audit().page(1, (int) size).entries().stream()
                .filter(entry -> entry.event() == event)
                .count();
    }

    /** Has what is being applied end, and waits until that is under way; not until it is done. */
    void stop(Runnable how) {
        ground.executor().execute(how);
        while (!ground.sync().isStopping()) {
            LockSupport.parkNanos(100_000);
        }
    }

    static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
