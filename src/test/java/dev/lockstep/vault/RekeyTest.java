package dev.lockstep.vault;

import static dev.lockstep.vault.Sample.failureOf;
import static dev.lockstep.vault.Sample.update;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.crypto.Credential;
import dev.lockstep.crypto.KeySlot;
import dev.lockstep.crypto.VaultKey;
import dev.lockstep.format.FormatContents;
import dev.lockstep.format.FormatKeys;
import dev.lockstep.format.FormatReader;
import dev.lockstep.model.Failure;
import dev.lockstep.model.Failure.Part;
import dev.lockstep.model.VaultException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A vault under a new key holds the same; whatever opened an older copy does not open it; and until it is whole the old file stays. */
class RekeyTest {
    private static final String NEXT = "the next password";

    @TempDir
    private Path folder;

    private Path file;

    /** The golden vault: history, trash, two collections, drafts, a layout, and the audit log of an upgrade. */
    @BeforeEach
    void copyGolden() throws Exception {
        file = GoldenVaultTest.copyTo(folder, 1);
        try (OpenVault vault = unlock()) {
            vault.history().keep(7);
        }
    }

    private OpenVault unlock() throws VaultException {
        return Doors.byCode(file, GoldenVault.RECOVERY_CODE);
    }

    private FormatContents contents(String code) throws Exception {
        try (FormatReader reader = new FormatReader(file)) {
            return reader.read(FormatKeys.byRecoveryCode(reader.slot(2), code));
        }
    }

    private List<String> names() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString())
                    .filter(name -> !name.endsWith(" backups"))
                    .sorted()
                    .toList();
        }
    }

    /** The old file is there, as it was, and goes on working. */
    private void requireUnchanged(FormatContents before, OpenVault vault) throws Exception {
        assertEquals(before, contents(GoldenVault.RECOVERY_CODE));
        assertEquals("three", Sample.value(vault, "ROTATED", "Acme, production"));
        TestVaults.add(vault, "AFTER", "goes on");
        assertTrue(names().stream().noneMatch(name -> name.endsWith(".new")), names().toString());
    }

    private boolean rekey(OpenVault vault, Progress progress, BooleanSupplier goOn) throws VaultException {
        try (Permit permit = vault.keys().permit();
                Passphrase passphrase = TestVaults.passphrase(NEXT);
                SecretValue code = TestVaults.value(Doors.OTHER_CODE)) {
            NewWays next = new NewWays(Password.of(passphrase), code);
            return vault.keys().rekey(permit, next, TestVaults.CHEAP, progress, goOn);
        }
    }

    private boolean rekey(OpenVault vault) throws VaultException {
        return rekey(vault, Progress.UNTOLD, () -> true);
    }

    @Test
    void everythingIsCarriedOver() throws Exception {
        FormatContents before;
        try (OpenVault vault = unlock()) {
            before = contents(GoldenVault.RECOVERY_CODE);
            assertTrue(rekey(vault));
        }
        FormatContents after = contents(Doors.OTHER_CODE);
        Comparator<FormatContents.Secret> byId = Comparator.comparing(FormatContents.Secret::id);
        assertEquals(
                before.secrets().stream().sorted(byId).toList(),
                after.secrets().stream().sorted(byId).toList());
        assertEquals(7, after.secrets().size());
        assertEquals(sorted(before.collections()), sorted(after.collections()));
        assertEquals(sorted(before.drafts()), sorted(after.drafts()));
        assertEquals(2, after.drafts().size());
        assertEquals(before.layouts(), after.layouts());
        assertEquals(List.of(new FormatContents.Policy(7, 30, 0)), after.policies());
        int entries = before.audit().size();
        assertTrue(entries >= 3);
        assertEquals(before.audit(), after.audit().subList(0, entries));
        assertEquals(entries + 1, after.audit().size());
        assertTrue(after.counter() > before.counter());
    }

    private static List<String> sorted(List<?> records) {
        return records.stream().map(Object::toString).sorted().toList();
    }

    @Test
    void theVaultGoesOnUnderItsNewKeyWithHistoryAndAuditLog() throws Exception {
        try (OpenVault vault = unlock()) {
            assertTrue(rekey(vault));
        }
        try (OpenVault vault = Doors.byPassword(file, NEXT)) {
            assertFalse(vault.readOnly());
            Entry rotated = Sample.entry(vault, "ROTATED", "Acme, production");
            List<History.Version> versions = vault.history().versions(rotated.id());
            assertEquals(3, versions.size());
            vault.history()
                    .restore(
                            rotated,
                            SecretDetails.of(rotated),
                            versions.getLast().version());
            assertEquals("one", Sample.value(vault, "ROTATED", "Acme, production"));
            assertEquals(
                    GoldenVault.DRAFT_VALUE,
                    TestVaults.text(vault.drafts()
                            .value(vault.drafts().all().getFirst().id())
                            .orElseThrow()));
            List<AuditEvent> events = Doors.events(vault);
            assertEquals(AuditEvent.FORMAT_UPGRADED, events.getFirst());
            assertTrue(events.contains(AuditEvent.REKEYED));
            assertEquals(List.of(Way.PASSWORD, Way.RECOVERY_CODE), Doors.ways(vault));
            assertTrue(vault.keys().ways().stream().allMatch(way -> way.since().isPresent()));
        }
        Doors.byCode(file, Doors.OTHER_CODE).close();
    }

    @Test
    void nothingThatOpenedTheOldFileOpensTheNewOne() throws Exception {
        byte[] slot;
        try (Connection connection = Sample.connect(file)) {
            slot = Sample.blob(connection, "SELECT v FROM head WHERE k = 2");
        }
        SecretValue kept;
        try (OpenVault vault = unlock();
                Permit permit = vault.keys().permit()) {
            kept = vault.keys().newKeystoreKey();
            vault.keys().allowKeystore(permit, kept);
            Path copy = Files.copy(file, folder.resolve("old copy.lockstep"));
            assertTrue(rekey(vault));
            Doors.byPassword(copy, GoldenVault.PASSWORD).close();
        }
        Failure wrong = new Failure.WrongPassword();
        assertEquals(wrong, failureOf(() -> Doors.byPassword(file, GoldenVault.PASSWORD)));
        assertEquals(wrong, failureOf(() -> Doors.byCode(file, GoldenVault.RECOVERY_CODE)));
        assertEquals(wrong, failureOf(() -> Doors.byKeystore(file, kept)));
        kept.close();
        try (SecretValue code = TestVaults.value(GoldenVault.RECOVERY_CODE);
                Credential credential = Credential.recoveryCode(code);
                LockedVault locked = TestVaults.VAULTS.open(file)) {
            VaultKey key = KeySlot.open(List.of(slot), credential).key();
            assertNotEquals(key.vault(), locked.id());
            assertEquals(
                    new Failure.PartDamaged(Part.MANIFEST),
                    failureOf(() ->
                            locked.unlock(Way.PASSWORD, dev.lockstep.crypto.TestKeys.of(key, new SecureRandom()))));
        }
    }

    @Test
    void aKeyFileCanBelongToTheNewPassword() throws Exception {
        Path key = folder.resolve("key");
        TestVaults.VAULTS.createKeyFile(key);
        try (OpenVault vault = unlock();
                Permit permit = vault.keys().permit();
                Passphrase passphrase = TestVaults.passphrase(NEXT);
                SecretValue code = TestVaults.value(Doors.OTHER_CODE)) {
            NewWays next = new NewWays(new Password(passphrase, Optional.of(key)), code);
            assertTrue(vault.keys().rekey(permit, next, TestVaults.CHEAP, Progress.UNTOLD, () -> true));
        }
        Doors.byPassword(file, NEXT, Optional.of(key)).close();
        assertEquals(new Failure.KeyFileMissing(), failureOf(() -> Doors.byPassword(file, NEXT)));
    }

    @Test
    void afterwardsTheOldSessionIsOver() throws Exception {
        try (OpenVault vault = unlock()) {
            assertTrue(rekey(vault));
            assertEquals(new Failure.Locked(), failureOf(() -> TestVaults.add(vault, "LOST", "x")));
            assertEquals(new Failure.Locked(), failureOf(() -> vault.audit().size()));
            assertEquals(new Failure.Locked(), failureOf(() -> vault.keys().ways()));
            try (OpenVault fresh = Doors.byPassword(file, NEXT)) {
                TestVaults.add(fresh, "KEPT", "y");
            }
        }
        assertEquals(List.of("golden.lockstep"), names());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void thisComputerKnowsTheNewFileAndHoldsAnOldCopyBack() throws Exception {
        Vaults vaults = new Vaults(Clock.systemUTC(), new SecureRandom(), folder.resolve("state"));
        Path old = folder.resolve("old copy.lockstep");
        try (OpenVault vault = unlock(vaults, file, GoldenVault.RECOVERY_CODE)) {
            TestVaults.add(vault, "ADDED", "x");
            Files.copy(file, old);
            assertTrue(rekey(vault));
        }
        try (OpenVault vault = unlock(vaults, file, Doors.OTHER_CODE)) {
            assertTrue(vault.rollback().isEmpty());
        }
        try (OpenVault vault = unlock(vaults, old, GoldenVault.RECOVERY_CODE)) {
            assertTrue(vault.rollback().isPresent());
        }
    }

    private static OpenVault unlock(Vaults vaults, Path file, String text) throws VaultException {
        try (SecretValue code = TestVaults.value(text);
                LockedVault locked = vaults.open(file)) {
            return locked.unlockWithRecoveryCode(code);
        }
    }

    private static void fill(OpenVault vault, int secrets) throws Exception {
        List<Importing.Item> items = new ArrayList<>();
        for (int i = 0; i < secrets; i++) {
            items.add(new Importing.Item("FILL_" + i, TestVaults.value("value " + i), ""));
        }
        vault.importing()
                .write(
                        TestVaults.collection(vault),
                        items,
                        java.util.Collections.nCopies(secrets, Importing.Choice.ADD),
                        done -> {});
    }

    @Test
    void progressRisesToTheWholeOfBothRounds() throws Exception {
        List<Long> told = new ArrayList<>();
        long total;
        try (OpenVault vault = unlock()) {
            fill(vault, 900);
            total = 2 * (907 + vault.audit().size());
            assertTrue(rekey(
                    vault,
                    (done, all) -> {
                        assertEquals(total, all);
                        told.add(done);
                    },
                    () -> true));
        }
        assertEquals(0, told.getFirst());
        assertEquals(told.stream().sorted().distinct().toList(), told);
        assertTrue(told.getLast() > total - 300, told.toString());
        assertTrue(told.size() >= 7, told.toString());
    }

    @Test
    void givenUpAtAnyMomentTheOldFileStays() throws Exception {
        try (OpenVault vault = unlock()) {
            fill(vault, 900);
            FormatContents before = contents(GoldenVault.RECOVERY_CODE);
            AtomicInteger asked = new AtomicInteger();
            int moments = 0;
            boolean done = false;
            while (!done) {
                int last = moments++;
                asked.set(0);
                boolean result = rekey(vault, Progress.UNTOLD, () -> asked.getAndIncrement() < last);
                done = result;
                if (!result) {
                    assertEquals(before, contents(GoldenVault.RECOVERY_CODE));
                    assertEquals(
                            2,
                            names().stream()
                                    .filter(name -> !name.endsWith("-shm"))
                                    .count(),
                            names().toString());
                }
            }
            assertTrue(moments > 8, moments + " moments");
        }
        Doors.byPassword(file, NEXT).close();
    }

    @Test
    void aThreadThatIsInterruptedGivesUp() throws Exception {
        try (OpenVault vault = unlock()) {
            FormatContents before = contents(GoldenVault.RECOVERY_CODE);
            assertFalse(rekey(vault, (done, all) -> Thread.currentThread().interrupt(), () -> true));
            assertTrue(Thread.interrupted());
            requireUnchanged(before, vault);
        }
    }

    @Test
    void lockingDoesNotWaitForItsEnd() throws Exception {
        OpenVault vault = unlock();
        fill(vault, 600);
        FormatContents before = contents(GoldenVault.RECOVERY_CODE);
        Thread lock = new Thread(vault::close);
        AtomicInteger asked = new AtomicInteger();
        assertFalse(rekey(vault, Progress.UNTOLD, () -> {
            if (asked.getAndIncrement() == 0) {
                lock.start();
                while (lock.getState() != Thread.State.WAITING) {
                    Thread.onSpinWait();
                }
            }
            return true;
        }));
        lock.join(TimeUnit.SECONDS.toMillis(20));
        assertEquals(1, asked.get());
        assertTrue(names().stream().noneMatch(name -> name.endsWith(".new")));
        assertEquals(before, contents(GoldenVault.RECOVERY_CODE));
    }

    @Test
    void whatIsNotAsItWasSavedIsNotCarriedOver() throws Exception {
        Map<String, Failure> damages = Map.of(
                "UPDATE val SET v = zeroblob(length(v)) WHERE id = (SELECT max(id) FROM val)",
                new Failure.PartDamaged(Part.VALUE),
                "DELETE FROM val WHERE id = (SELECT min(id) FROM val)",
                new Failure.SetChanged(Part.VALUE),
                "DELETE FROM hist WHERE ver = (SELECT min(ver) FROM hist)",
                new Failure.SetChanged(Part.HISTORY),
                "UPDATE audit SET v = (SELECT v FROM audit WHERE seq = 2) WHERE seq = 1",
                new Failure.PartDamaged(Part.AUDIT),
                "DELETE FROM audit WHERE seq = 2",
                new Failure.SetChanged(Part.AUDIT),
                "DELETE FROM item WHERE id = (SELECT min(id) FROM item)",
                new Failure.SetChanged(Part.HEADS),
                "DELETE FROM kv WHERE k = (SELECT min(k) FROM kv)",
                new Failure.SetChanged(Part.SETTINGS),
                "DELETE FROM head WHERE k = 1",
                new Failure.SetChanged(Part.KEY_SLOT));
        byte[] whole = Files.readAllBytes(file);
        for (Map.Entry<String, Failure> damage : damages.entrySet()) {
            Files.write(file, whole);
            try (OpenVault vault = unlock();
                    Permit permit = vault.keys().permit()) {
                try (Connection connection = Sample.connect(file)) {
                    assertTrue(update(connection, damage.getKey()) > 0);
                }
                Failure expected = damage.getKey().contains("k = 1") ? new Failure.Busy() : damage.getValue();
                assertEquals(
                        expected, failureOf(() -> Doors.rekey(vault, permit, NEXT, Doors.OTHER_CODE)), damage.getKey());
                assertTrue(names().stream().noneMatch(name -> name.endsWith(".new")));
            }
            Files.deleteIfExists(folder.resolve("golden.lockstep-wal"));
            Files.deleteIfExists(folder.resolve("golden.lockstep-shm"));
        }
    }

    @Test
    void whileAnotherHasTheVaultOpenItIsRefused() throws Exception {
        try (OpenVault vault = unlock()) {
            FormatContents before = contents(GoldenVault.RECOVERY_CODE);
            try (Connection other = Sample.connect(file)) {
                assertEquals(7, rows(other));
                assertEquals(new Failure.Busy(), failureOf(() -> rekey(vault)));
                assertEquals(7, rows(other));
            }
            requireUnchanged(before, vault);
        }
    }

    private static int rows(Connection connection) throws Exception {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM item")) {
            return rows.getInt(1);
        }
    }

    @Test
    void whileAnotherProcessWritesItIsRefused() throws Exception {
        try (OpenVault vault = unlock()) {
            FormatContents before = contents(GoldenVault.RECOVERY_CODE);
            Process writer = WriteHolder.start(file);
            assertEquals(new Failure.Busy(), failureOf(() -> rekey(vault)));
            writer.outputWriter().write("\n");
            writer.outputWriter().flush();
            assertTrue(writer.waitFor(20, TimeUnit.SECONDS));
            requireUnchanged(before, vault);
        }
    }

    /** Who opens the old file while the new one is written keeps it from being replaced; nobody's changes are lost. */
    @Test
    void whoComesInMeanwhileKeepsTheOldFile() throws Exception {
        try (OpenVault vault = unlock()) {
            FormatContents before = contents(GoldenVault.RECOVERY_CODE);
            List<Connection> others = new ArrayList<>();
            assertEquals(
                    new Failure.Busy(),
                    failureOf(() -> rekey(vault, Progress.UNTOLD, () -> {
                        if (others.isEmpty()) {
                            others.add(entered());
                        }
                        return true;
                    })));
            others.getFirst().close();
            requireUnchanged(before, vault);
        }
    }

    private Connection entered() {
        try {
            Connection other = Sample.connect(file);
            assertEquals(7, rows(other));
            return other;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aVaultThatCannotBeWrittenIsRefused() throws Exception {
        try (MediumTest.Protection closed = MediumTest.withoutWriting(file);
                OpenVault vault = unlock()) {
            assertEquals(new Failure.ReadOnly(), failureOf(() -> vault.keys().permit()));
        }
    }

    @Test
    void aFileBehindALinkIsReplacedWhereItIs() throws Exception {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path link = Files.createSymbolicLink(elsewhere.resolve("link.lockstep"), file);
        try (OpenVault vault = Doors.byCode(link, GoldenVault.RECOVERY_CODE)) {
            assertTrue(rekey(vault));
        }
        assertTrue(Files.isSymbolicLink(link));
        Doors.byPassword(file, NEXT).close();
        Doors.byPassword(link, NEXT).close();
    }

    @Test
    void onAFullDiskTheOldFileStays() throws Exception {
        for (String size : List.of("300k", "260k", "220k")) {
            Path small = Files.createDirectory(folder.resolve("small" + size));
            assumeTrue(
                    UnreadableFileTest.made("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", small.toString()),
                    "this user may not mount a small disk");
            try {
                Path golden = Files.copy(file, small.resolve("golden.lockstep"));
                try (OpenVault vault = Doors.byCode(golden, GoldenVault.RECOVERY_CODE)) {
                    Files.write(small.resolve("ballast"), new byte[rest(small)]);
                    assertEquals(new Failure.DiskFull(), failureOf(() -> rekey(vault)), size);
                    assertEquals("three", Sample.value(vault, "ROTATED", "Acme, production"));
                    Files.delete(small.resolve("ballast"));
                    TestVaults.add(vault, "AFTER", "goes on");
                    try (Stream<Path> left = Files.list(small)) {
                        assertTrue(left.noneMatch(path -> path.toString().endsWith(".new")));
                    }
                }
                Doors.byCode(golden, GoldenVault.RECOVERY_CODE).close();
            } finally {
                assertTrue(UnreadableFileTest.made("umount", "-l", small.toString()));
            }
        }
    }

    /** Room for nothing but the checkpoint of what was just opened. */
    private static int rest(Path folder) throws Exception {
        return (int) Files.getFileStore(folder).getUsableSpace();
    }
}
