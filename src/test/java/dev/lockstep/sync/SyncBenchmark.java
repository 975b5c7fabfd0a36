package dev.lockstep.sync;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.RemoteId;
import dev.lockstep.practice.Watch;
import dev.lockstep.remote.NewSecret;
import dev.lockstep.remote.PracticeRemote;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.RemoteVault;
import dev.lockstep.remote.Vendor;
import dev.lockstep.remote.connect.Connector;
import dev.lockstep.sync.apply.Applied;
import dev.lockstep.sync.apply.Follower;
import dev.lockstep.sync.apply.Outcome;
import dev.lockstep.sync.check.CheckProgress;
import dev.lockstep.sync.ledger.Action;
import dev.lockstep.sync.plan.Plan;
import dev.lockstep.sync.plan.Row;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.Importing;
import dev.lockstep.vault.Remote;
import dev.lockstep.vault.TestVaults;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;

/** Measures sync with the simulators of all vendors, beside what their adapters do without it, and prints a table. */
final class SyncBenchmark {
    private static final int SECRETS = Integer.getInteger("secrets", 10_000);
    private static final int CHANGED = SECRETS / 100;
    private static final int HANDS = 8;
    private static final Duration LATER = Duration.ofMinutes(3);

    private final PrintStream out;
    private final SyncGround ground;
    private final List<Entry> entries = new ArrayList<>();

    private SyncBenchmark(PrintStream out, SyncGround ground) {
        this.out = out;
        this.ground = ground;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of("target", "bench").toAbsolutePath());
        Path report = Path.of("target", "benchmarks-sync.txt");
        List<Vendor> vendors = arguments.length == 0
                ? List.of(Vendor.values())
                : java.util.Arrays.stream(arguments).map(Vendor::valueOf).toList();
        List<Vendor> all = new ArrayList<>(vendors);
        all.addFirst(vendors.getFirst());
        all.addFirst(vendors.getFirst());
        for (Vendor vendor : all) {
            Path own = Files.createTempDirectory(folder, "sync");
            try (SyncGround ground = new SyncGround(own)) {
                SyncBenchmark benchmark = new SyncBenchmark(System.out, ground);
                benchmark.fill();
                benchmark.vendor(vendor);
            }
        }
    }

    private void fill() throws Exception {
        Random random = new Random(42);
        List<Importing.Item> items = new ArrayList<>();
        for (int i = 0; i < SECRETS; i++) {
            byte[] value = new byte[18 + random.nextInt(15)];
            random.nextBytes(value);
            byte[] text = java.util.HexFormat.of().formatHex(value).substring(0, value.length + 10).getBytes();
            items.add(new Importing.Item("SERVICE_API_KEY_" + i, SecretValue.copyOf(text), ""));
        }
        ground.vault().importing().write(
                TestVaults.collection(ground.vault()),
                items,
                Collections.nCopies(SECRETS, Importing.Choice.ADD),
                done -> {});
        var hits = ground.vault().catalog().find(dev.lockstep.vault.Query.ALL);
        for (int i = 0; i < hits.size(); i++) {
            entries.add(hits.entry(i).orElseThrow());
        }
    }

    private void vendor(Vendor vendor) throws Exception {
        out.println(vendor);
        raw(vendor, 2000);
        double first = raw(vendor, SECRETS);
        Remote remote = ground.remote(vendor);
        long heap = heap();
        long c0 = cpu();
        long t0 = System.nanoTime();
        ground.sync().check(List.of(remote), CheckProgress.UNTOLD);
        Plan plan = ground.sync().plan(Optional.empty());
        long t1 = System.nanoTime();
        AtomicInteger ended = new AtomicInteger();
        Outcome.Ended end = (Outcome.Ended) ground.sync().apply(plan, plan.confirmation(), new Follower() {
            @Override
            public void ended(Applied applied) {
                ended.incrementAndGet();
            }
        });
        long t2 = System.nanoTime();
        long c2 = cpu();
        if (end.tally().done(Action.CREATE) != SECRETS) throw new AssertionError(end.tally());
        double second = raw(vendor, SECRETS);
        double raw = (first + second) / 2;
        double push = SECRETS / ((t2 - t0) / 1e9);
        out.printf("  raw %.0f/s (%.0f, %.0f), check+plan %.3f s, apply %.3f s, push %.0f/s = %.0f %%, heap %.1f -> %.1f%n",
                raw, first, second, (t1 - t0) / 1e9, (t2 - t1) / 1e9, push, 100 * push / raw, heap / 1048576.0, heap() / 1048576.0);
        out.printf("  cpu: raw %.0f us, push %.0f us = %.0f %%%n", rawCpu / 1e3, (c2 - c0) / 1e3 / SECRETS, 100.0 * rawCpu * SECRETS / (c2 - c0));
        end = null;
        plan = null;
        ground.pass(LATER);
        Watch watch = new Watch();
        ground.practice(vendor).simulator().witnessedBy(watch);
        long t3 = System.nanoTime();
        ground.sync().check(List.of(remote), CheckProgress.UNTOLD);
        long t4 = System.nanoTime();
        plan = ground.sync().plan(Optional.empty());
        long t5 = System.nanoTime();
        out.printf("  unchanged: check %.3f plan %.3f calls %d ticked %d%n", (t4 - t3) / 1e9, (t5 - t4) / 1e9, watch.calls().size(), plan.ticked().size());
        for (int i = 0; i < CHANGED; i++) {
            ground.edit(entries.get(i * 100).id(), "another value " + i);
        }
        watch = new Watch();
        ground.practice(vendor).simulator().witnessedBy(watch);
        long t6 = System.nanoTime();
        ground.sync().check(List.of(remote), CheckProgress.UNTOLD);
        long t7 = System.nanoTime();
        plan = ground.sync().plan(Optional.empty());
        long t8 = System.nanoTime();
        ground.sync().apply(plan, plan.confirmation(), Follower.NONE);
        long t9 = System.nanoTime();
        out.printf("  1%% changed: check %.3f plan %.3f apply %.3f calls %d ticked %d%n", (t7 - t6) / 1e9, (t8 - t7) / 1e9, (t9 - t8) / 1e9, watch.calls().size(), plan.ticked().size());
    }

    double rawCpu;

    static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) java.lang.management.ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    static long heap() throws InterruptedException {
        for (int i = 0; i < 4; i++) {
            System.gc();
            Thread.sleep(50);
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** Creations for each second by the adapter alone. */
    private double raw(Vendor vendor, int number) throws Exception {
        try (PracticeRemote practice = new PracticeRemote(vendor, ground.clock());
                Connector connector = new Connector(ground.executor(), ground.clock());
                var connection = practice.connection(practice.simulator().address());
                RemoteVault open = connector.open(connection)) {
            List<SecretValue> values = new ArrayList<>();
            for (int i = 0; i < number; i++) {
                values.add(TestVaults.value("a value of some thirty-five bytes " + i));
            }
            AtomicInteger next = new AtomicInteger();
            long begun = System.nanoTime();
            long cpuBegun = cpu();
            List<CompletableFuture<Void>> hands = new ArrayList<>();
            for (int hand = 0; hand < HANDS; hand++) {
                hands.add(CompletableFuture.runAsync(() -> {
                    for (int i = next.getAndIncrement(); i < number; i = next.getAndIncrement()) {
                        try {
                            open.create(NewSecret.of(SyncGround.there(vendor, "SERVICE_API_KEY_" + i), values.get(i)));
                        } catch (RemoteException e) {
                            throw new CompletionException(e);
                        }
                    }
                }, ground.executor()));
            }
            CompletableFuture.allOf(hands.toArray(CompletableFuture[]::new)).join();
            double seconds = (System.nanoTime() - begun) / 1e9;
            rawCpu = (cpu() - cpuBegun) / (double) number;
            values.forEach(SecretValue::close);
            return number / seconds;
        }
    }
}
