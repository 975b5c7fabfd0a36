package dev.lockstep.vault;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What a user waits for, at up to 100,000 secrets. Run as the README says. */
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class VaultBenchmark {
    private static final String[] KEYSTROKES = {"s", "st", "str", "stri", "strip", "stripe", "stripe k", "zzz"};

    /** A vault that is open as far as that goes before the password. */
    @State(Scope.Benchmark)
    public static class AtTheDoor {
        @Param({"1000", "10000", "100000"})
        public int secrets;

        private LockedVault locked;
        private OpenVault open;
        private SecretValue code;

        @Setup(Level.Invocation)
        public void arrive() throws VaultException {
            code = BenchmarkVaults.recoveryCode();
            locked = TestVaults.VAULTS.open(BenchmarkVaults.file(secrets));
            TestVaults.VAULTS.warmUp();
        }

        @TearDown(Level.Invocation)
        public void leave() {
            open.close();
            code.close();
        }
    }

    /** A vault of 100,000 secrets, unlocked. */
    @State(Scope.Benchmark)
    public static class Inside {
        private OpenVault vault;
        private SecretValue value;
        private Entry edited;
        private int count;

        @Setup
        public void enter() throws VaultException, InterruptedException {
            vault = BenchmarkVaults.unlockCopy(100_000);
            value = TestVaults.value("sk_live_0123456789abcdefghijklmnopqrstuv");
            edited = vault.catalog().find(Query.ALL).entry(50_000).orElseThrow();
            vault.backups().make((done, total) -> {});
        }

        @TearDown
        public void leave() {
            vault.close();
        }
    }

    /** The key is there, the password's derivation aside: open the heads, check the set, sort, and decode the first screen of rows. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Fork(value = 5, warmups = 1)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    public int unlockAndList(AtTheDoor door) throws VaultException {
        door.open = door.locked.unlockWithRecoveryCode(door.code);
        Catalog.Hits hits = door.open.catalog().find(Query.ALL);
        for (int row = 0; row < 40; row++) {
            hits.entry(row).orElseThrow();
        }
        return hits.size();
    }

    /** A vault of the least cost that new vaults have, and a password that does not open it. */
    @State(Scope.Benchmark)
    public static class WrongPassword {
        private LockedVault locked;
        private Passphrase wrong;

        @Setup
        public void arrive() throws VaultException {
            locked = TestVaults.VAULTS.open(BenchmarkVaults.ordinary());
            wrong = TestVaults.passphrase("not the password at all");
        }

        @TearDown
        public void leave() {
            locked.close();
            wrong.close();
        }
    }

    /** Argon2id at the least cost of a new vault, 64 MiB, three passes, four lanes; a wrong password costs nothing more. */
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @Fork(1)
    @Warmup(iterations = 3, time = 1)
    @Measurement(iterations = 5, time = 1)
    public boolean keyDerivation(WrongPassword door) {
        try {
            door.locked.unlock(door.wrong).close();
            return true;
        } catch (VaultException refused) {
            return false;
        }
    }

    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    @Fork(1)
    @Warmup(iterations = 2, time = 2)
    @Measurement(iterations = 5, time = 2)
    public Entry durableAdd(Inside inside) throws VaultException {
        SecretDetails details = SecretDetails.named(TestVaults.collection(inside.vault), "ADDED_" + inside.count++);
        return inside.vault.secrets().add(details, inside.value);
    }

    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    @Fork(1)
    @Warmup(iterations = 2, time = 2)
    @Measurement(iterations = 5, time = 2)
    public Entry durableEdit(Inside inside) throws VaultException {
        inside.edited = inside.vault.secrets().edit(inside.edited, SecretDetails.of(inside.edited), inside.value);
        return inside.edited;
    }

    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    @Fork(1)
    @Warmup(iterations = 2, time = 2)
    @Measurement(iterations = 5, time = 2)
    public int filterPerKeystroke(Inside inside) {
        String text = KEYSTROKES[inside.count++ % KEYSTROKES.length];
        return inside.vault
                .catalog()
                .find(new Query(new Query.Scope.All(), text, Query.Order.NAME, false))
                .size();
    }

    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    @Fork(1)
    @Warmup(iterations = 2, time = 2)
    @Measurement(iterations = 5, time = 2)
    public int healthReport(Inside inside) {
        return inside.vault.health().report().findings().size();
    }

    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    @Fork(1)
    @Warmup(iterations = 2, time = 2)
    @Measurement(iterations = 5, time = 2)
    public int openOneValue(Inside inside) throws VaultException {
        try (SecretValue opened = inside.vault.secrets().peek(inside.edited.id())) {
            return opened.size();
        }
    }

    /** With its entry in the audit log, on the medium. */
    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    @Fork(1)
    @Warmup(iterations = 2, time = 2)
    @Measurement(iterations = 5, time = 2)
    public int reveal(Inside inside) throws VaultException {
        try (SecretValue shown = inside.vault.secrets().reveal(inside.edited.id())) {
            return shown.size();
        }
    }

    /** Every value opened in the order of the names, and each secret noted as shown; without a format that writes them. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Fork(3)
    @Warmup(iterations = 0)
    @Measurement(iterations = 3)
    public long exportAll(Inside inside) throws VaultException, InterruptedException {
        Catalog.Hits hits = inside.vault.catalog().find(Query.ALL);
        List<SecretId> all = IntStream.range(0, hits.size()).mapToObj(hits::id).toList();
        long[] bytes = {0};
        inside.vault.exporting().<RuntimeException>each(all, true, (entry, in, value) -> bytes[0] += value.size());
        inside.vault.exporting().note(all, "benchmark");
        return bytes[0];
    }

    /** A vault without secrets, and 100,000 to come. */
    @State(Scope.Benchmark)
    public static class Arriving {
        private OpenVault vault;
        private List<Importing.Item> items;

        @Setup(Level.Invocation)
        public void enter() throws VaultException {
            vault = BenchmarkVaults.unlockCopy(0);
            items = IntStream.range(0, 100_000)
                    .mapToObj(i -> new Importing.Item(
                            "SERVICE_" + i + "_API_KEY",
                            TestVaults.value("sk_live_0123456789abcdef" + i),
                            "Number " + i))
                    .toList();
        }

        @TearDown(Level.Invocation)
        public void leave() {
            items.forEach(item -> item.value().close());
            vault.close();
        }
    }

    /** 100,000 sealed and written in one transaction; without a format that reads them. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Fork(3)
    @Warmup(iterations = 0)
    @Measurement(iterations = 3)
    public int importAll(Arriving arriving) throws VaultException, InterruptedException {
        List<Importing.Item> items = arriving.items;
        arriving.vault
                .importing()
                .write(
                        TestVaults.collection(arriving.vault),
                        items,
                        Collections.nCopies(items.size(), Importing.Choice.ADD),
                        done -> {});
        return items.size();
    }

    /** Every row read, opened and compared with what pins it. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Fork(1)
    @Warmup(iterations = 1)
    @Measurement(iterations = 3)
    public boolean fullCheck(Inside inside) throws VaultException, InterruptedException {
        return inside.vault.check((done, total) -> {}).requireSound().sound();
    }

    /** A copy of the file, checked in full before it counts as a backup. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Fork(1)
    @Warmup(iterations = 1)
    @Measurement(iterations = 3)
    public Path backup(Inside inside) throws VaultException, InterruptedException {
        return inside.vault.backups().make((done, total) -> {});
    }

    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Fork(1)
    @Warmup(iterations = 1)
    @Measurement(iterations = 3)
    public Path restore(Inside inside) throws VaultException, InterruptedException {
        return inside.vault.backups().restore(inside.vault.backups().list().getFirst(), (done, total) -> {});
    }

    /** Every row sealed again under another key, in a new file that is read back and compared; the vault is locked then. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Fork(3)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    public boolean rekey(Inside inside) throws VaultException {
        try (Passphrase passphrase = TestVaults.passphrase(TestVaults.PASSWORD);
                SecretValue code = inside.vault.keys().newRecoveryCode();
                Permit permit = inside.vault.keys().prove(Password.of(passphrase))) {
            NewWays next = new NewWays(Password.of(passphrase), code);
            return inside.vault.keys().rekey(permit, next, TestVaults.CHEAP, (done, total) -> {}, () -> true);
        }
    }
}
