package dev.lockstep.vault;

import static dev.lockstep.vault.Sample.failureOf;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.Failure;
import dev.lockstep.model.VaultException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A repair saves what can be read into a sound file, names what it could not save, and keeps the damaged file. */
class RepairTest {
    private static final String RECOVERED = "Recovered";

    @TempDir
    private Path folder;

    private Computer computer;
    private byte[] alpha;
    private byte[] beta;

    @BeforeEach
    void vault() throws Exception {
        computer = new Computer(folder);
        try (OpenVault vault = computer.create()) {
            alpha = Sample.id(vault, "ALPHA");
            beta = Sample.id(vault, "BETA");
            vault.backups().make(Progress.UNTOLD);
            TestVaults.add(vault, "DELTA", "delta value");
        }
        computer.pass(Duration.ofHours(1));
    }

    private void change(String sql, Object... arguments) throws Exception {
        try (Connection connection = Sample.connect(computer.file())) {
            assertTrue(Sample.update(connection, sql, arguments) > 0);
        }
    }

    private CheckReport rescue() throws Exception {
        try (Passphrase passphrase = TestVaults.passphrase(TestVaults.PASSWORD)) {
            return computer.vaults
                    .rescue(computer.file())
                    .repair(new Rescue.WithPassword(Password.of(passphrase)), RECOVERED, Progress.UNTOLD);
        }
    }

    private OpenVault requireSound() throws Exception {
        OpenVault vault = computer.unlock();
        CheckReport report = vault.check(Progress.UNTOLD);
        assertTrue(report.sound(), report.findings().toString());
        assertTrue(vault.rollback().isEmpty());
        assertEquals(List.of(), vault.audit().page(1, 1000).damage());
        assertTrue(
                vault.audit().page(1, 1000).entries().stream().anyMatch(entry -> entry.event() == AuditEvent.REPAIRED));
        return vault;
    }

    @Test
    void anOpenVaultGoesOnWithWhatWasSaved() throws Exception {
        change("UPDATE val SET v = zeroblob(80) WHERE id = ?", alpha);
        change("DELETE FROM hist");
        try (OpenVault vault = computer.unlock()) {
            byte[] damaged = Files.readAllBytes(computer.file());
            CheckReport report = vault.repair(RECOVERED, Progress.UNTOLD);
            assertEquals(4, report.secrets());
            assertEquals(
                    java.util.Set.of(
                            new CheckFinding(CheckFinding.Kind.VALUE_UNREADABLE, "ALPHA"),
                            new CheckFinding(CheckFinding.Kind.FORMER_CHANGED, "BETA", 1, 0)),
                    java.util.Set.copyOf(report.findings()));
            assertEquals("", Sample.value(vault, "ALPHA"), "its name and details are kept");
            assertEquals("beta value", Sample.value(vault, "BETA"));
            TestVaults.add(vault, "AFTER", "goes on");
            Backup kept = vault.backups().list().getFirst();
            assertEquals(Backup.Kind.BEFORE_REPAIR, kept.kind());
            assertTrue(damaged.length > 0);
        }
        try (OpenVault vault = requireSound()) {
            assertEquals("goes on", Sample.value(vault, "AFTER"));
        }
    }

    @Test
    void aSoundVaultComesOutAsItWentIn() throws Exception {
        CheckReport report = rescue();
        assertEquals(List.of(), report.findings());
        assertEquals(4, report.secrets());
        assertEquals(1, report.formerValues());
        try (OpenVault vault = requireSound()) {
            assertEquals("alpha value", Sample.value(vault, "ALPHA"));
            assertEquals(
                    2,
                    vault.history().versions(Sample.entry(vault, "BETA").id()).size());
        }
    }

    @Test
    void headsThatDoNotOpenAreLostAndTheRestIsSaved() throws Exception {
        change("UPDATE item SET ov = zeroblob(300) WHERE id = ?", alpha);
        assertEquals(new Failure.PartDamaged(Failure.Part.HEADS), failureOf(() -> computer.unlock()));
        CheckReport report = rescue();
        assertEquals(List.of(new CheckFinding(CheckFinding.Kind.SECRET)), report.findings());
        assertEquals(3, report.secrets());
        try (OpenVault vault = requireSound()) {
            assertEquals("beta value", Sample.value(vault, "BETA"));
            assertEquals(3, vault.catalog().counts().all());
        }
    }

    @Test
    void deletedHeadsAreCounted() throws Exception {
        change("DELETE FROM item WHERE id = ?", alpha);
        assertEquals(List.of(new CheckFinding(CheckFinding.Kind.SECRETS, "", 4, 3)), rescue().findings());
        requireSound().close();
    }

    @Test
    void aValueThatWasPutBackIsKeptAndNamed() throws Exception {
        byte[] former;
        Path backup = computer.backups().resolve("work 2026-11-20 10-00-00Z.lockstep");
        try (Connection connection = Sample.connect(backup)) {
            former = Sample.blob(connection, "SELECT v FROM val WHERE id = ?", beta);
        }
        try (OpenVault vault = computer.unlock()) {
            Computer.change(vault, "BETA", "newest");
        }
        change("UPDATE val SET v = ? WHERE id = ?", former, beta);
        List<CheckFinding> findings = rescue().findings();
        assertTrue(findings.contains(new CheckFinding(CheckFinding.Kind.VALUE_REPLACED, "BETA")), findings.toString());
        try (OpenVault vault = requireSound()) {
            assertEquals("beta value", Sample.value(vault, "BETA"));
        }
    }

    @Test
    void aLostManifestOrCollectionIsMadeAnew() throws Exception {
        change("DELETE FROM head WHERE k = 100");
        change("DELETE FROM kv");
        List<CheckFinding> findings = rescue().findings();
        assertTrue(findings.contains(new CheckFinding(CheckFinding.Kind.MANIFEST)), findings.toString());
        assertTrue(
                findings.contains(new CheckFinding(CheckFinding.Kind.COLLECTION_MADE, RECOVERED)), findings.toString());
        try (OpenVault vault = requireSound()) {
            assertEquals(RECOVERED, vault.collections().all().getFirst().name());
            assertEquals("alpha value", Sample.value(vault, "ALPHA"));
        }
    }

    @Test
    void whereKeySlotsWereAlteredOnlyTheOneThatOpensStays() throws Exception {
        change("UPDATE head SET v = zeroblob(160) WHERE k = 2");
        List<CheckFinding> findings = rescue().findings();
        assertEquals(List.of(new CheckFinding(CheckFinding.Kind.WAYS_IN)), findings);
        requireSound().close();
        try (SecretValue code = TestVaults.value(Sample.CODE);
                LockedVault locked = computer.vaults.open(computer.file())) {
            assertEquals(new Failure.WrongPassword(), failureOf(() -> locked.unlockWithRecoveryCode(code)));
        }
    }

    @Test
    void auditEntriesBehindAGapAreChainedAnew() throws Exception {
        long before;
        try (OpenVault vault = computer.unlock()) {
            before = vault.audit().size();
        }
        change("DELETE FROM audit WHERE seq = 3");
        assertEquals(List.of(new CheckFinding(CheckFinding.Kind.AUDIT, "", 3, 3)), rescue().findings());
        try (OpenVault vault = requireSound()) {
            assertEquals(before + 1, vault.audit().size(), "one is lost, the repair and this unlock are new");
        }
    }

    @Test
    void aWrongPasswordChangesNothing() throws Exception {
        byte[] before = Files.readAllBytes(computer.file());
        try (Passphrase wrong = TestVaults.passphrase("not this one")) {
            Rescue rescue = computer.vaults.rescue(computer.file());
            var access = new Rescue.WithPassword(Password.of(wrong));
            assertEquals(
                    new Failure.WrongPassword(), failureOf(() -> rescue.repair(access, RECOVERED, Progress.UNTOLD)));
            assertEquals(
                    new Failure.WrongPassword(),
                    failureOf(() -> rescue.restore(rescue.backups().getFirst(), access, Progress.UNTOLD)));
        }
        assertArrayEquals(before, Files.readAllBytes(computer.file()));
        assertEquals(List.of("state", "work backups", "work.lockstep"), Computer.names(folder));
    }

    private Optional<Path> restore(Rescue.Access access) throws Exception {
        Rescue rescue = computer.vaults.rescue(computer.file());
        Backup backup = rescue.backups().getFirst();
        assertEquals(new Backup.State.Sealed(3), backup.state());
        return rescue.restore(backup, access, Progress.UNTOLD);
    }

    @Test
    void aBackupTakesThePlaceOfAFileThatCannotBeOpened() throws Exception {
        byte[] garbage = new byte[9000];
        Files.write(computer.file(), garbage);
        Path kept;
        try (SecretValue code = TestVaults.value(Sample.CODE)) {
            kept = restore(new Rescue.WithCode(code)).orElseThrow();
        }
        assertArrayEquals(garbage, Files.readAllBytes(kept));
        assertEquals(
                "work before restore 2026-11-20 11-00-00Z.lockstep",
                kept.getFileName().toString());
        try (OpenVault vault = computer.unlock()) {
            assertTrue(vault.rollback().isEmpty(), "a restored backup is no rollback");
            assertEquals(3, vault.catalog().counts().all());
            assertTrue(vault.audit().page(1, 100).entries().stream()
                    .anyMatch(entry -> entry.event() == AuditEvent.BACKUP_RESTORED));
        }
    }

    @Test
    void aBackupTakesThePlaceOfAFileThatIsGone() throws Exception {
        Files.delete(computer.file());
        try (Passphrase passphrase = TestVaults.passphrase(TestVaults.PASSWORD)) {
            assertEquals(Optional.empty(), restore(new Rescue.WithPassword(Password.of(passphrase))));
        }
        try (OpenVault vault = computer.unlock()) {
            assertTrue(vault.rollback().isEmpty());
            assertEquals("alpha value", Sample.value(vault, "ALPHA"));
        }
    }

    @Test
    void damageAnywhereEitherLeavesASoundVaultOrTheFileAsItIs() throws Exception {
        byte[] whole = Files.readAllBytes(computer.file());
        Random random = new Random(11);
        List<Integer> saved = new ArrayList<>();
        for (int round = 0; round < 12; round++) {
            byte[] damaged = whole.clone();
            int page = random.nextInt(damaged.length / 4096);
            int from = page * 4096 + (page == 0 ? 100 : 0) + random.nextInt(2000);
            for (int i = from; i < from + 600; i++) {
                damaged[i] = (byte) random.nextInt();
            }
            Files.write(computer.file(), damaged);
            try {
                CheckReport report = rescue();
                saved.add((int) report.secrets());
                try (OpenVault vault = requireSound()) {
                    assertEquals(report.secrets(), vault.catalog().counts().all());
                }
            } catch (VaultException e) {
                assertNotEquals(new Failure.InputOutput(), e.failure());
                assertArrayEquals(
                        damaged,
                        Files.readAllBytes(computer.file()),
                        e.failure().toString());
            }
            computer.pass(Duration.ofHours(1));
        }
        assertTrue(saved.stream().filter(number -> number > 0).count() >= 6, saved.toString());
    }
}
