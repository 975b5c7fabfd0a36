package dev.lockstep.sync;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.practice.Watch;
import dev.lockstep.remote.NewSecret;
import dev.lockstep.remote.PracticeRemote;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.RemoteVault;
import dev.lockstep.remote.Vendor;
import dev.lockstep.remote.connect.Connector;
import dev.lockstep.sync.apply.Follower;
import dev.lockstep.sync.apply.Outcome;
import dev.lockstep.sync.check.CheckProgress;
import dev.lockstep.sync.plan.Plan;
import dev.lockstep.vault.Catalog;
import dev.lockstep.vault.Importing;
import dev.lockstep.vault.Query;
import dev.lockstep.vault.Remote;
import dev.lockstep.vault.TestVaults;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Measures sync of 10,000 secrets with the simulators of all vendors, beside what their adapters do alone in the same run, after a smaller
 * round of all that warms up. Prints tables, and writes them to {@code target/benchmarks-sync.txt}.
 */
final class SyncBenchmark implements AutoCloseable {
    private static final int SECRETS = 10_000;
    private static final int WARMING = 2_000;

    /** The most calls that sync makes to one remote at once. */
    private static final int HANDS = 8;

    /** Until lists are late enough to be believed. */
    private static final Duration LATER = Duration.ofMinutes(3);

    private static final Path FOLDER = Path.of("target", "bench").toAbsolutePath();

    private final SyncGround ground;
    private final int secrets;
    private final Path folder;

    private SyncBenchmark(int secrets) throws Exception {
        this.secrets = secrets;
        folder = Files.createTempDirectory(Files.createDirectories(FOLDER), "sync");
        ground = new SyncGround(folder);
        List<Importing.Item> items = new ArrayList<>();
        for (int i = 0; i < secrets; i++) {
            items.add(new Importing.Item(name(i), TestVaults.value("a value of thirty-five bytes " + i), ""));
        }
        ground.vault()
                .importing()
                .write(
                        TestVaults.collection(ground.vault()),
                        items,
                        Collections.nCopies(secrets, Importing.Choice.ADD),
                        done -> {});
    }

    /** Measures the vendors that are named, or all. */
    public static void main(String[] arguments) throws Exception {
        List<Vendor> vendors = new ArrayList<>();
        for (String name : arguments) {
            vendors.add(Vendor.valueOf(name));
        }
        if (vendors.isEmpty()) {
            vendors.addAll(List.of(Vendor.values()));
        }
        StringBuilder table = new StringBuilder();
        tell(
                table,
                "%-14s %9s %8s %8s %7s %8s %9s %6s %9s %7s %12s",
                "",
                "adapter",
                "first",
                "",
                "",
                "again",
                "",
                "",
                "1 %",
                "",
                "heap MiB");
        tell(
                table,
                "%-14s %9s %8s %8s %7s %8s %9s %6s %9s %7s %12s",
                "vendor",
                "alone /s",
                "push s",
                "push /s",
                "ratio",
                "check s",
                "plan s",
                "calls",
                "all s",
                "writes",
                "before after");
        for (Vendor vendor : vendors) {
            measured(vendor, WARMING);
        }
        for (Vendor vendor : vendors) {
            tell(table, "%s", measured(vendor, SECRETS));
        }
        six(table, vendors);
        Files.writeString(Path.of("target", "benchmarks-sync.txt"), table);
    }

    private static void tell(StringBuilder table, String format, Object... arguments) {
        String line = String.format(Locale.ROOT, format, arguments);
        System.out.println(line);
        table.append(line).append('\n');
    }

    private static String name(int number) {
        return "SERVICE_API_KEY_" + number;
    }

    private interface Work {
        void run() throws Exception;
    }

    private static double seconds(Work work) throws Exception {
        long begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / 1e9;
    }

    private static String measured(Vendor vendor, int secrets) throws Exception {
        try (SyncBenchmark benchmark = new SyncBenchmark(secrets)) {
            return benchmark.vendor(vendor);
        }
    }

    private String vendor(Vendor vendor) throws Exception {
        double before = alone(vendor);
        List<Remote> remote = List.of(ground.remote(vendor));
        double heap = heap();
        double push = seconds(() -> apply(remote));
        double after = heap();
        double alone = (before + alone(vendor)) / 2;

        ground.pass(LATER);
        Watch calls = new Watch();
        ground.practice(vendor).simulator().witnessedBy(calls);
        double check = seconds(() -> check(remote));
        double plan = seconds(() -> ground.sync().plan(Optional.empty()));
        int asked = calls.calls().size();
        ground.practice(vendor).simulator().witnessedBy((request, answer) -> {});

        edit(secrets / 100);
        AtomicInteger written = new AtomicInteger();
        double changed = seconds(() -> written.set(apply(remote)));
        return String.format(
                Locale.ROOT,
                "%-14s %9.0f %8.2f %8.0f %6.0f%% %8.3f %9.3f %6d %9.2f %7d %6.1f %5.1f",
                vendor,
                alone,
                push,
                secrets / push,
                100 * secrets / push / alone,
                check,
                plan,
                asked,
                changed,
                written.get(),
                heap,
                after);
    }

    /** All remotes side by side. */
    private static void six(StringBuilder table, List<Vendor> vendors) throws Exception {
        try (SyncBenchmark benchmark = new SyncBenchmark(SECRETS)) {
            SyncGround ground = benchmark.ground;
            List<Remote> remotes = new ArrayList<>();
            for (Vendor vendor : vendors) {
                remotes.add(ground.remote(vendor));
            }
            double heap = heap();
            double push = seconds(() -> benchmark.apply(remotes));
            tell(
                    table,
                    "%d remotes side by side: first push of %,d %.1f s; heap %.1f, then %.1f MiB",
                    remotes.size(),
                    SECRETS * remotes.size(),
                    push,
                    heap,
                    heap());
            ground.pass(LATER);
            tell(table, "unchanged: check %.2f s, plan %s", seconds(() -> benchmark.check(remotes)), benchmark.plans());
            benchmark.edit(1);
            double check = seconds(() -> benchmark.check(remotes));
            double plan = seconds(() -> ground.sync().plan(Optional.empty()));
            tell(
                    table,
                    "1 secret changed: check %.2f s, plan %.3f s, all with apply %.2f s",
                    check,
                    plan,
                    seconds(() -> benchmark.apply(remotes)));
        }
    }

    /** How long plans take. */
    private String plans() throws Exception {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            times.add(seconds(() -> ground.sync().plan(Optional.empty())));
        }
        Collections.sort(times);
        return String.format(Locale.ROOT, "%.3f s (median of 5; best %.3f s)", times.get(2), times.getFirst());
    }

    private void check(List<Remote> remotes) throws Exception {
        ground.sync().check(remotes, CheckProgress.UNTOLD);
    }

    /** Checks, plans and applies, as the user does; tells how many secrets were written there. */
    private int apply(List<Remote> remotes) throws Exception {
        check(remotes);
        Plan plan = ground.sync().plan(Optional.empty());
        int ticked = plan.ticked().size();
        if (!(ground.sync().apply(plan, plan.confirmation(), Follower.NONE) instanceof Outcome.Ended ended)) {
            throw new IllegalStateException("The plan did not hold");
        }
        int done = ended.tally().done().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        if (done != ticked) {
            throw new IllegalStateException(done + " of " + ticked + ": " + ended.tally());
        }
        return done;
    }

    private void edit(int number) throws Exception {
        Catalog.Hits hits = ground.vault().catalog().find(Query.ALL);
        for (int i = 0; i < number; i++) {
            ground.edit(hits.id(i * (secrets / number)), "another value " + i);
        }
    }

    private static double heap() throws InterruptedException {
        for (int i = 0; i < 4; i++) {
            System.gc();
            Thread.sleep(50);
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1048576.0;
    }

    /** Creations in each second by the adapter alone, as many at once as sync makes. */
    private double alone(Vendor vendor) throws Exception {
        List<SecretValue> values = new ArrayList<>();
        for (int i = 0; i < secrets; i++) {
            values.add(TestVaults.value("a value of thirty-five bytes " + i));
        }
        try (PracticeRemote practice = new PracticeRemote(vendor, ground.clock());
                Connector connector = new Connector(ground.executor(), ground.clock());
                var connection = practice.connection(practice.simulator().address());
                RemoteVault open = connector.open(connection)) {
            AtomicInteger next = new AtomicInteger();
            return secrets
                    / seconds(() -> {
                        List<CompletableFuture<Void>> hands = new ArrayList<>();
                        for (int hand = 0; hand < HANDS; hand++) {
                            hands.add(CompletableFuture.runAsync(
                                    () -> create(vendor, open, values, next), ground.executor()));
                        }
                        CompletableFuture.allOf(hands.toArray(CompletableFuture[]::new))
                                .join();
                    });
        } finally {
            values.forEach(SecretValue::close);
        }
    }

    private static void create(Vendor vendor, RemoteVault open, List<SecretValue> values, AtomicInteger next) {
        try {
            for (int i = next.getAndIncrement(); i < values.size(); i = next.getAndIncrement()) {
                open.create(NewSecret.of(SyncGround.there(vendor, name(i)), values.get(i)));
            }
        } catch (RemoteException e) {
            throw new CompletionException(e);
        }
    }

    @Override
    public void close() throws Exception {
        ground.close();
        try (var files = Files.walk(folder)) {
            for (Path file : files.toList().reversed()) {
                Files.delete(file);
            }
        }
    }
}
