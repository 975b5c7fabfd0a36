package dev.lockstep.sync.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.model.Failure;
import dev.lockstep.model.RemoteId;
import dev.lockstep.model.RowId;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import dev.lockstep.vault.AuditEvent;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.TestRemotes;
import dev.lockstep.vault.TestVaults;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known of remotes is kept in the vault, whole and once, and in memory exactly as it is in the file. */
class LedgersTest {
    @TempDir
    private Path folder;

    private Path file;
    private OpenVault vault;
    private Ledgers ledgers;
    private RemoteId remote;

    @BeforeEach
    void create() throws Exception {
        file = folder.resolve("a.lockstep");
        vault = TestVaults.create(file);
        ledgers = new Ledgers(vault.sync());
        remote = TestRemotes.add(vault, "Acme", "a").id();
    }

    @AfterEach
    void close() {
        vault.close();
    }

    private static LedgerLine seen(String name) {
        return LedgerLine.of(name).seen(Optional.of(LedgerSamples.OBSERVED));
    }

    private static void put(Ledgers ledgers, RemoteId remote, LedgerLine... lines) throws VaultException {
        ledgers.<Object>change(remote, change -> {
            for (LedgerLine line : lines) {
                change.put(line);
            }
            return "";
        });
    }

    @Test
    void whatWasWrittenIsThereAfterTheNextUnlock() throws Exception {
        assertEquals(RemoteLedger.EMPTY, ledgers.load(remote));
        Head head = Head.NONE.listed(LedgerSamples.NOON, 2);
        LedgerLine ours = seen("OURS").owned(LedgerSamples.ENTRY);
        ledgers.<Object>change(remote, change -> {
            change.put(ours);
            change.put(seen("GONE"));
            change.put(head);
            return "";
        });
        put(ledgers, remote, LedgerLine.of("GONE"), seen("Z\u00fcrich"));
        RemoteLedger expected = RemoteLedger.of(head, List.of(ours, seen("Z\u00fcrich")));
        assertEquals(expected, ledgers.load(remote));
        vault.close();
        vault = TestVaults.unlock(file);
        assertEquals(expected, new Ledgers(vault.sync()).load(remote));
        assertEquals(ours, new Ledgers(vault.sync()).line(remote, "OURS"));
        assertEquals(3, StoredRows.of(file).rows().size());
    }

    @Test
    void onlyWhatChangedIsWritten() throws Exception {
        put(ledgers, remote, seen("A"), seen("B"), seen("C"));
        StoredRows before = StoredRows.of(file);
        put(ledgers, remote, seen("A"), LedgerLine.of("D"));
        assertEquals(0, StoredRows.of(file).writtenSince(before));
        put(ledgers, remote, seen("A"), seen("B").deleted(LedgerSamples.NOON), LedgerLine.of("C"));
        assertEquals(2, StoredRows.of(file).writtenSince(before));
    }

    private LedgerLine open(String name) {
        return seen(name).intending(LedgerSamples.INTENT);
    }

    @Test
    void beginningManyWritesWritesOneRowAndEndingThemTheRestOfIt() throws Exception {
        LedgerLine[] lines = new LedgerLine[40];
        for (int i = 0; i < 40; i++) {
            lines[i] = seen("NAME_" + i);
        }
        put(ledgers, remote, lines);
        StoredRows before = StoredRows.of(file);
        for (int i = 0; i < 40; i++) {
            lines[i] = open("NAME_" + i);
        }
        put(ledgers, remote, lines);
        StoredRows begun = StoredRows.of(file);
        assertEquals(1, begun.writtenSince(before));
        RemoteLedger all = RemoteLedger.of(Head.NONE, List.of(lines));
        assertEquals(all, ledgers.load(remote));
        assertEquals(all, new Ledgers(vault.sync()).load(remote));

        LedgerLine ended = lines[7].owned(LedgerSamples.ENTRY);
        put(ledgers, remote, ended, lines[8].reverting(Optional.empty()));
        assertEquals(2, StoredRows.of(file).writtenSince(begun));
        lines[7] = ended;
        lines[8] = seen("NAME_8");
        RemoteLedger some = RemoteLedger.of(Head.NONE, List.of(lines));
        assertEquals(some, ledgers.load(remote));
        assertEquals(some, new Ledgers(vault.sync()).load(remote));

        for (int i = 0; i < 40; i++) {
            lines[i] = LedgerLine.of("NAME_" + i);
        }
        put(ledgers, remote, lines);
        assertEquals(0, StoredRows.of(file).rows().size());
        assertEquals(RemoteLedger.EMPTY, new Ledgers(vault.sync()).load(remote));
    }

    @Test
    void writesOfTheLongestNamesTakeAsManyRowsAsTheyNeed() throws Exception {
        LedgerLine[] lines = new LedgerLine[30];
        for (int i = 0; i < 30; i++) {
            lines[i] = LedgerLine.of("\u9375".repeat(LedgerLine.MAX_NAME - 2) + (10 + i))
                    .intending(LedgerSamples.INTENT);
        }
        put(ledgers, remote, lines);
        RemoteLedger all = RemoteLedger.of(Head.NONE, List.of(lines));
        assertEquals(all, ledgers.load(remote));
        assertEquals(all, new Ledgers(vault.sync()).load(remote));
    }

    @Test
    void whatFailsLeavesNothingBehind() throws Exception {
        put(ledgers, remote, seen("A"));
        Failure full = new Failure.DiskFull();
        VaultException failed = assertThrows(
                VaultException.class,
                () -> ledgers.<Object>change(remote, change -> {
                    change.put(seen("B"));
                    change.put(LedgerLine.of("A"));
                    change.put(Head.NONE.listed(LedgerSamples.NOON, 9));
                    assertEquals(Set.of("B"), change.ledger().lines().keySet());
                    throw new VaultException(full);
                }));
        assertEquals(full, failed.failure());
        assertEquals(RemoteLedger.of(Head.NONE, List.of(seen("A"))), ledgers.load(remote));
    }

    @Test
    void aChangeThatFailsHasNothingReadAnew() throws Exception {
        put(ledgers, remote, seen("A"), open("B"));
        RemoteLedger known = ledgers.load(remote);
        try (var store = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            store.createStatement().execute("UPDATE sync SET v = zeroblob(length(v))");
        }
        assertThrows(VaultException.class, () -> new Ledgers(vault.sync()).load(remote));
        assertFails(change -> change.put(seen("C")));
        assertEquals(known, ledgers.load(remote));
    }

    private interface Change {
        void make(LedgerChange change) throws VaultException;
    }

    private void assertFails(Change some) {
        assertThrows(
                VaultException.class,
                () -> ledgers.<Object>change(remote, change -> {
                    some.make(change);
                    throw new VaultException(new Failure.DiskFull());
                }));
    }

    @Test
    void whateverFailsIsTakenBackInMemoryAsInTheFile() throws Exception {
        Random random = new Random(5);
        for (int i = 0; i < 150; i++) {
            Change some = change -> {
                for (int left = random.nextInt(6); left >= 0; left--) {
                    any(random, change);
                }
            };
            if (random.nextBoolean()) {
                assertFails(some);
            } else {
                ledgers.<Object>change(remote, change -> {
                    some.make(change);
                    return "";
                });
            }
            Ledgers anew = new Ledgers(vault.sync());
            assertEquals(anew.load(remote), ledgers.load(remote));
            assertEquals(anew.runs(remote), ledgers.runs(remote));
        }
    }

    private static void any(Random random, LedgerChange change) throws VaultException {
        String name = "NAME_" + random.nextInt(8);
        RowId id = new RowId(9, random.nextInt(3));
        switch (random.nextInt(7)) {
            case 0 -> change.put(LedgerLine.of(name));
            case 1 -> change.put(change.line(name).intending(LedgerSamples.INTENT));
            case 2 -> change.put(change.line(name).reverting(Optional.empty()));
            case 3 -> change.put(change.line(name).seen(Optional.of(LedgerSamples.OBSERVED)));
            case 4 -> change.put(change.ledger().head().listed(LedgerSamples.NOON, random.nextInt(9)));
            case 5 -> change.end(id);
            default -> {
                change.end(id);
                List<RunPart.Task> tasks =
                        List.of(new RunPart.Task(name, Action.CREATE, Optional.of(LedgerSamples.SECRET)));
                change.begin(new Run(id, LedgerSamples.NOON.plusSeconds(id.low()), 1), RunPart.of(id, tasks));
            }
        }
    }

    @Test
    void eachOfTwoProcessesKnowsWhatTheOtherWroteBeforeItWrites() throws Exception {
        try (OpenVault second = TestVaults.unlock(file)) {
            Ledgers others = new Ledgers(second.sync());
            put(ledgers, remote, seen("A"));
            put(others, remote, seen("B"));
            put(ledgers, remote, seen("C"));
            assertEquals(Set.of("A", "B", "C"), others.load(remote).lines().keySet());
            put(others, remote, LedgerLine.of("A"));
            int before = ledgers.<Integer>change(
                    remote, change -> change.ledger().lines().size());
            assertEquals(2, before);
            assertEquals(others.load(remote), ledgers.load(remote));
        }
    }

    @Test
    void theSameNameWrittenByTwoProcessesIsOneLine() throws Exception {
        try (OpenVault second = TestVaults.unlock(file)) {
            put(new Ledgers(second.sync()), remote, seen("A"));
            LedgerLine own = seen("A").deleted(LedgerSamples.NOON);
            put(ledgers, remote, own);
            assertEquals(List.of(own), List.copyOf(ledgers.load(remote).lines().values()));
        }
    }

    @Test
    void whoIsToldOfAChangeFindsIt() throws Exception {
        put(ledgers, remote, seen("A"));
        List<Set<String>> told = new ArrayList<>();
        Supplier<Set<String>> names = () -> {
            try {
                return ledgers.load(remote).lines().keySet();
            } catch (VaultException e) {
                throw new AssertionError(e);
            }
        };
        vault.onChange(() -> told.add(names.get()));
        put(ledgers, remote, seen("B"));
        put(ledgers, remote, seen("C"));
        assertEquals(List.of(Set.of("A", "B"), Set.of("A", "B", "C")), told);
        assertEquals(Set.of("A", "B", "C"), names.get());
    }

    @Test
    void aRunIsKnownWithAllItsTasksUntilItEnds() throws Exception {
        List<RunPart.Task> tasks = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            tasks.add(new RunPart.Task("n" + i, Action.CREATE, Optional.of(LedgerSamples.SECRET)));
        }
        List<RunPart> parts = RunPart.of(LedgerSamples.RUN, tasks);
        Run run = new Run(LedgerSamples.RUN, LedgerSamples.NOON, parts.size());
        Run earlier = new Run(new RowId(7, 7), LedgerSamples.NOON.minusSeconds(1), 1);
        ledgers.<Object>change(remote, change -> {
            change.begin(run, parts);
            change.begin(earlier, RunPart.of(earlier.id(), tasks.subList(0, 1)));
            return "";
        });
        List<OpenRun> expected = List.of(new OpenRun(earlier, tasks.subList(0, 1)), new OpenRun(run, tasks));
        assertEquals(expected, ledgers.runs(remote));
        assertEquals(expected, new Ledgers(vault.sync()).runs(remote));
        ledgers.<Object>change(remote, change -> {
            change.end(run.id());
            return "";
        });
        assertEquals(expected.subList(0, 1), ledgers.runs(remote));
        assertEquals(2, StoredRows.of(file).rows().size());
    }

    @Test
    void notesAndSecretsAreOfTheSameChange() throws Exception {
        SecretId secret = TestVaults.add(vault, "ALPHA", "a").id();
        ledgers.<Object>change(remote, change -> {
            change.put(seen("alpha"));
            change.note(AuditEvent.SYNC_ADOPTED, secret, "alpha");
            return "";
        });
        assertEquals(
                "Acme: alpha", vault.audit().page(1, 1000).entries().getLast().note());
    }

    @Test
    void aRowThatDoesNotStandInItsPlaceIsDamage() throws Exception {
        vault.sync().<Object>change(change -> {
            change.put(remote, new RowId(1, 1), LedgerCodec.encode(seen("A")));
            return "";
        });
        VaultException refused = assertThrows(VaultException.class, () -> ledgers.load(remote));
        assertEquals(new Failure.PartDamaged(Failure.Part.SYNC), refused.failure());
    }

    @Test
    void aRemoteIsHeldByOneAtATime() throws Exception {
        RemoteId other = TestRemotes.add(vault, "Other", "b").id();
        Hold first = ledgers.hold(remote);
        ledgers.hold(other).close();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<RemoteId> second = executor.submit(() -> {
                try (Hold hold = ledgers.hold(remote)) {
                    return hold.remote();
                }
            });
            assertFalse(second.isDone());
            first.close();
            first.close();
            assertEquals(remote, second.get());
        }
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, () -> ledgers.hold(remote));
    }

    @Test
    void nothingIsToldOnceTheVaultIsLocked() throws Exception {
        put(ledgers, remote, seen("A"));
        vault.close();
        assertInstanceOf(
                Failure.Locked.class,
                assertThrows(VaultException.class, () -> ledgers.load(remote)).failure());
        ledgers.close();
        assertTrue(
                assertThrows(VaultException.class, () -> put(ledgers, remote, seen("B")))
                                .failure()
                        instanceof Failure.Locked);
    }
}
