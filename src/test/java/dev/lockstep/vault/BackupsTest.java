package dev.lockstep.vault;

import static dev.lockstep.vault.Sample.failureOf;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.model.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups are whole, private and few; whatever goes wrong with them leaves nothing behind and the vault alone. */
class BackupsTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir
    private Path folder;

    private Computer computer;

    @BeforeEach
    void computer() {
        computer = new Computer(folder);
    }

    private static Path make(OpenVault vault) throws Exception {
        return vault.backups().make(Progress.UNTOLD);
    }

    private static List<Backup> list(OpenVault vault) throws Exception {
        return vault.backups().list();
    }

    @Test
    void aBackupIsAVaultThatOpensWithThePasswordOfThen() throws Exception {
        Path backup;
        try (OpenVault vault = computer.create()) {
            backup = make(vault);
            Computer.change(vault, "ALPHA", "changed since");
        }
        assertEquals(computer.backups().resolve("work 2026-11-20 10-00-00Z.lockstep"), backup);
        assertEquals(List.of("work 2026-11-20 10-00-00Z.lockstep"), Computer.names(computer.backups()));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(computer.backups())));
        try (OpenVault vault = TestVaults.unlock(backup)) {
            assertEquals("alpha value", Sample.value(vault, "ALPHA"));
            assertEquals("beta value", Sample.value(vault, "BETA"));
            assertEquals(
                    2,
                    vault.history().versions(Sample.entry(vault, "BETA").id()).size());
            assertTrue(vault.check(Progress.UNTOLD).sound());
        }
    }

    @Test
    void theListTellsWhatIsKnownWithoutReadingEverything() throws Exception {
        try (OpenVault vault = computer.create()) {
            make(vault);
            computer.pass(HOUR);
            TestVaults.add(vault, "DELTA", "delta value");
            make(vault);
            List<Backup> all = list(vault);
            assertEquals(2, all.size());
            Backup newest = all.getFirst();
            assertEquals("2026-11-20T11:00:00Z", newest.taken().toString());
            assertEquals(Files.size(newest.file()), newest.size());
            var known = (Backup.State.Known) newest.state();
            assertEquals(4, known.secrets());
            assertEquals("2026-11-20T11:00:00Z", known.saved().toString());
            var older = (Backup.State.Known) all.getLast().state();
            assertEquals(3, older.secrets());
            assertTrue(older.counter() < known.counter());
            for (Backup each : all) {
                assertTrue(vault.backups().verify(each, Progress.UNTOLD).sound());
            }
        }
    }

    @Test
    void twoBackupsWithinASecondBothFindAName() throws Exception {
        try (OpenVault vault = computer.create()) {
            make(vault);
            make(vault);
            assertEquals(
                    List.of("work 2026-11-20 10-00-00Z.lockstep", "work 2026-11-20 10-00-01Z.lockstep"),
                    Computer.names(computer.backups()));
        }
    }

    @Test
    void nothingIsBackedUpTwice() throws Exception {
        try (OpenVault vault = computer.create()) {
            assertTrue(vault.backups()
                    .makeIfChanged(Duration.ofDays(1), Progress.UNTOLD)
                    .isPresent());
        }
        computer.pass(HOUR);
        try (OpenVault vault = computer.unlock()) {
            assertEquals(
                    Optional.empty(),
                    vault.backups().makeIfChanged(Duration.ZERO, Progress.UNTOLD),
                    "that it was unlocked is no change");
            TestVaults.add(vault, "DELTA", "delta value");
            assertEquals(
                    Optional.empty(), vault.backups().makeIfChanged(Duration.ofHours(2), Progress.UNTOLD), "too young");
            assertTrue(vault.backups().makeIfChanged(HOUR, Progress.UNTOLD).isPresent());
            assertEquals(2, list(vault).size());
        }
    }

    @Test
    void tenSavesAndTheLastOfSevenDaysAreKept() throws Exception {
        try (OpenVault vault = computer.create()) {
            List<Path> made = new ArrayList<>();
            for (int day = 0; day < 9; day++) {
                for (int save = 0; save < 3; save++) {
                    made.add(make(vault));
                    TestVaults.add(vault, "S" + made.size(), "value");
                    computer.pass(HOUR);
                }
                computer.pass(HOUR.multipliedBy(21));
            }
            List<Path> kept = new ArrayList<>(made.subList(17, 27));
            for (int day = 2; day < 6; day++) {
                kept.add(made.get(3 * day + 2));
            }
            assertEquals(
                    kept.stream().sorted().distinct().toList(),
                    list(vault).stream().map(Backup::file).sorted().toList());
        }
    }

    @Test
    void aClockThatIsSetBackCostsNoBackup() throws Exception {
        try (OpenVault vault = computer.create()) {
            computer.pass(Duration.ofDays(3650));
            for (int save = 0; save < 12; save++) {
                make(vault);
                TestVaults.add(vault, "F" + save, "value");
                computer.pass(HOUR);
            }
            computer.pass(Duration.ofDays(-3650));
            List<Path> since = new ArrayList<>();
            for (int save = 0; save < 4; save++) {
                since.add(make(vault));
                TestVaults.add(vault, "B" + save, "value");
                computer.pass(HOUR);
                assertTrue(Computer.names(computer.backups()).size() >= 10);
            }
            for (Path file : since) {
                assertTrue(Files.exists(file), "the newest stay, whatever the clock says");
            }
            assertTrue(
                    vault.backups().makeIfChanged(HOUR, Progress.UNTOLD).isPresent(),
                    "a backup from the future keeps none from being made");
        }
    }

    @Test
    void whatIsNotABackupOfThisVaultIsNeverDeletedNorListed() throws Exception {
        try (OpenVault vault = computer.create()) {
            make(vault);
            Path garbage = Files.writeString(
                    computer.backups().resolve("work 2020-01-01 00-00-00Z.lockstep"), "nothing of a vault");
            Path other = computer.backups().resolve("other 2020-01-01 00-00-00Z.lockstep");
            TestVaults.create(other).close();
            Path namesake = computer.backups().resolve("work 2020-01-02 00-00-00Z.lockstep");
            TestVaults.create(namesake).close();
            Path notes = Files.writeString(computer.backups().resolve("notes.txt"), "mine");
            Path odd = Files.writeString(computer.backups().resolve("work 2020-99-99 00-00-00Z.lockstep"), "mine");
            Path victim = Files.writeString(folder.resolve("victim"), "precious");
            Path link =
                    Files.createSymbolicLink(computer.backups().resolve("work 2020-01-03 00-00-00Z.lockstep"), victim);
            Path directory = Files.createDirectory(computer.backups().resolve("work 2020-01-04 00-00-00Z.lockstep"));
            Path pipe = computer.backups().resolve("work 2020-01-05 00-00-00Z.lockstep");
            UnreadableFileTest.made("mkfifo", pipe.toString());
            for (int save = 0; save < 12; save++) {
                TestVaults.add(vault, "S" + save, "value");
                computer.pass(HOUR);
                make(vault);
            }
            List<Path> left = List.of(garbage, other, namesake, notes, odd, link, directory);
            left.forEach(file -> assertTrue(Files.exists(file), file.toString()));
            assertEquals("precious", Files.readString(victim));
            List<Backup> all = list(vault);
            assertEquals(12, all.size());
            assertEquals(
                    new Backup.State.Unreadable(new Failure.NotAVault()),
                    all.getLast().state());
            assertEquals(new Backup.State.OtherKey(), all.get(10).state());
        }
    }

    @Test
    void namesThatWerePlantedAreNotWrittenThrough() throws Exception {
        Path victim = folder.resolve("victim");
        try (OpenVault vault = computer.create()) {
            Files.createDirectory(computer.backups());
            Path link =
                    Files.createSymbolicLink(computer.backups().resolve("work 2026-11-20 10-00-00Z.lockstep"), victim);
            Files.createDirectory(computer.backups().resolve("work 2026-11-20 10-00-01Z.lockstep"));
            Path made = make(vault);
            assertEquals(
                    "work 2026-11-20 10-00-02Z.lockstep", made.getFileName().toString());
            assertTrue(Files.notExists(victim));
            assertTrue(Files.isSymbolicLink(link));
        }
    }

    @Test
    void aLinkInPlaceOfTheFolderBesideTheVaultIsRefused() throws Exception {
        try (OpenVault vault = computer.create()) {
            Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
            Files.createSymbolicLink(computer.backups(), elsewhere);
            assertEquals(new Failure.NoPermission(), failureOf(() -> make(vault)));
            assertEquals(List.of(), Computer.names(elsewhere));
            Files.delete(computer.backups());
            Files.writeString(computer.backups(), "a file");
            assertEquals(new Failure.NoPermission(), failureOf(() -> make(vault)));
        }
    }

    @Test
    void aChosenFolderThatIsNotThereIsNamedAndNotMade() throws Exception {
        try (OpenVault vault = computer.create()) {
            Path unplugged = folder.resolve("stick").resolve("copies");
            computer.choose(unplugged);
            assertEquals(unplugged, vault.backups().folder());
            assertEquals(new Failure.FileMissing(), failureOf(() -> make(vault)));
            assertFalse(Files.exists(unplugged.getParent()));
            assertEquals(List.of(), list(vault));
            Files.createDirectories(unplugged);
            make(vault);
            assertEquals(1, Computer.names(unplugged).size());
            assertEquals(List.of(), Computer.names(computer.backups()));
        }
    }

    @Test
    void aBackupThatIsCalledOffLeavesNothing() throws Exception {
        try (OpenVault vault = computer.create()) {
            Thread.currentThread().interrupt();
            assertThrows(InterruptedException.class, () -> make(vault));
            assertEquals(List.of(), Computer.names(computer.backups()));
            Progress callOff = (done, total) -> Thread.currentThread().interrupt();
            assertThrows(InterruptedException.class, () -> vault.backups().make(callOff));
            assertFalse(Thread.interrupted());
            assertEquals(List.of(), Computer.names(computer.backups()));
            make(vault);
        }
    }

    @Test
    void aVaultThatIsDamagedIsNotBackedUpOverItsSoundBackups() throws Exception {
        try (OpenVault vault = computer.create()) {
            make(vault);
            computer.pass(HOUR);
            byte[] alpha = Sample.id(vault, "ALPHA");
            try (var connection = Sample.connect(computer.file())) {
                Sample.update(connection, "UPDATE val SET v = zeroblob(80) WHERE id = ?", alpha);
            }
            assertEquals(new Failure.CheckFailed(1), failureOf(() -> make(vault)));
            assertEquals(1, Computer.names(computer.backups()).size());
        }
    }

    @Test
    void whatAKilledProcessLeftIsRemovedADayLater() throws Exception {
        try (OpenVault vault = computer.create()) {
            Files.createDirectory(computer.backups());
            Path left = Files.writeString(
                    computer.backups()
                            .resolve(".work 2026-11-20 09-00-00Z.lockstep.123e4567-e89b-12d3-a456-426614174000.new"),
                    "half a copy");
            Path mine = Files.writeString(computer.backups().resolve(".mine.new"), "mine");
            Files.setLastModifiedTime(
                    left, java.nio.file.attribute.FileTime.from(java.time.Instant.parse("2026-11-20T09:00:00Z")));
            make(vault);
            assertTrue(Files.exists(left), "somebody may still be at work on it");
            computer.pass(Duration.ofDays(2));
            make(vault);
            assertFalse(Files.exists(left));
            assertTrue(Files.exists(mine));
        }
    }

    @Test
    void aLockedVaultIsNotBackedUp() throws Exception {
        OpenVault vault = computer.create();
        vault.close();
        assertEquals(new Failure.Locked(), failureOf(() -> make(vault)));
        assertEquals(new Failure.Locked(), failureOf(() -> vault.check(Progress.UNTOLD)));
        assertEquals(List.of(), Computer.names(computer.backups()));
    }

    @Test
    void othersReadAndWriteWhileABackupIsMade() throws Exception {
        try (OpenVault vault = computer.create()) {
            int[] written = {0};
            Path backup = vault.backups().make((done, total) -> {
                try {
                    TestVaults.add(vault, "MEANWHILE_" + written[0]++, "value");
                } catch (dev.lockstep.model.VaultException e) {
                    throw new AssertionError(e);
                }
            });
            assertTrue(written[0] > 0);
            assertEquals("value", Sample.value(vault, "MEANWHILE_0"));
            try (OpenVault copy = TestVaults.unlock(backup)) {
                assertEquals(3, copy.catalog().counts().all());
            }
        }
    }

    @Test
    void aBackupOfAVaultOnAReadOnlyMediumIsMadeElsewhere() throws Exception {
        computer.create().close();
        Path copies = Files.createDirectory(folder.resolve("copies"));
        computer.choose(copies);
        Path medium = Files.createDirectory(folder.resolve("medium"));
        Path file = Files.copy(computer.file(), medium.resolve("work.lockstep"));
        byte[] before = Files.readAllBytes(file);
        try (MediumTest.Protection readOnly = MediumTest.mountedReadOnly(medium);
                OpenVault vault = computer.unlock(file)) {
            assertTrue(vault.readOnly());
            make(vault);
        }
        assertEquals(1, Computer.names(copies).size());
        assertArrayEquals(before, Files.readAllBytes(file));
    }
}
