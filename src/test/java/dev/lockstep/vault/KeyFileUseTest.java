package dev.lockstep.vault;

import static dev.lockstep.vault.Sample.failureOf;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lockstep.format.FormatKeys;
import dev.lockstep.format.FormatReader;
import dev.lockstep.model.Failure;
import dev.lockstep.model.VaultException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key file beside the password: neither opens the vault alone, and losing one is not the end while there is a recovery code. */
class KeyFileUseTest {
    private static final String PASSWORD = TestVaults.PASSWORD;
    private static final Failure WRONG = new Failure.WrongPassword();
    private static final Failure MISSING = new Failure.KeyFileMissing();
    private static final Failure DAMAGED = new Failure.KeyFileDamaged();

    @TempDir
    private Path folder;

    private Path file;
    private Path key;

    @BeforeEach
    void addAKeyFile() throws Exception {
        file = folder.resolve("vault.lockstep");
        key = folder.resolve("key file");
        TestVaults.VAULTS.createKeyFile(key);
        try (OpenVault vault = Doors.create(file);
                Permit permit = Doors.prove(vault, PASSWORD)) {
            TestVaults.add(vault, "ALPHA", "alpha value");
            assertTrue(Doors.change(vault, permit, PASSWORD, Optional.of(key)));
        }
    }

    private OpenVault unlock(String password, Path with) throws VaultException {
        return Doors.byPassword(file, password, Optional.of(with));
    }

    @Test
    void bothTogetherOpenTheVault() throws Exception {
        try (OpenVault vault = unlock(PASSWORD, key)) {
            assertEquals(Way.PASSWORD_AND_KEY_FILE, vault.openedBy());
            assertEquals("alpha value", Sample.value(vault, "ALPHA"));
            assertEquals(List.of(Way.PASSWORD_AND_KEY_FILE, Way.RECOVERY_CODE), Doors.ways(vault));
            assertTrue(Doors.events(vault).contains(AuditEvent.KEY_FILE_ADDED));
        }
        try (LockedVault locked = TestVaults.VAULTS.open(file)) {
            assertEquals(Set.of(Way.RECOVERY_CODE, Way.PASSWORD_AND_KEY_FILE), locked.ways());
        }
    }

    @Test
    void neitherOpensItAlone() throws Exception {
        Path other = folder.resolve("other key file");
        TestVaults.VAULTS.createKeyFile(other);
        assertEquals(MISSING, failureOf(() -> Doors.byPassword(file, PASSWORD)));
        assertEquals(WRONG, failureOf(() -> unlock("another password", key)));
        assertEquals(WRONG, failureOf(() -> unlock(PASSWORD, other)));
    }

    @Test
    void theSecondReaderOpensItByTheDocumentation() throws Exception {
        try (FormatReader reader = new FormatReader(file)) {
            byte[] slot = reader.slot(1);
            FormatKeys keys = FormatKeys.byKeyFile(slot, Files.readAllBytes(key), Sample.utf8(PASSWORD));
            assertEquals(1, reader.read(keys).secrets().size());
            assertEquals(2, reader.read(keys).slots().size());
            assertThrows(IllegalStateException.class, () -> FormatKeys.byPassword(slot, Sample.utf8(PASSWORD)));
        }
    }

    @Test
    void whatIsNotAKeyFileIsSaidToBeNone() throws Exception {
        Path text = Files.writeString(folder.resolve("text"), "anything");
        Path empty = Files.createFile(folder.resolve("empty"));
        Path large = Files.write(folder.resolve("large"), new byte[10_000]);
        for (Path none : List.of(text, empty, large, folder, Path.of("/dev/zero"))) {
            assertEquals(DAMAGED, failureOf(() -> unlock(PASSWORD, none)), none.toString());
        }
        assertEquals(MISSING, failureOf(() -> unlock(PASSWORD, folder.resolve("nowhere"))));
        byte[] bytes = Files.readAllBytes(key);
        bytes[40] ^= 1;
        Files.write(key, bytes);
        assertEquals(DAMAGED, failureOf(() -> unlock(PASSWORD, key)));
    }

    @Test
    void aCopyWithTheLineEndsOfAnotherSystemServesAsWell() throws Exception {
        Path copy =
                Files.writeString(folder.resolve("copy"), Files.readString(key).replace("\n", "\r\n"));
        unlock(PASSWORD, copy).close();
    }

    @Test
    void aKeyFileThatTheVaultDoesNotWantDoesNotCount() throws Exception {
        try (OpenVault vault = unlock(PASSWORD, key);
                Permit permit = Doors.prove(vault, PASSWORD, Optional.of(key))) {
            assertEquals(MISSING, failureOf(() -> Doors.prove(vault, PASSWORD)));
            Doors.change(vault, permit, PASSWORD);
            assertEquals(List.of(Way.PASSWORD, Way.RECOVERY_CODE), Doors.ways(vault));
            assertTrue(Doors.events(vault).contains(AuditEvent.KEY_FILE_REMOVED));
        }
        unlock(PASSWORD, key).close();
        unlock(PASSWORD, folder.resolve("nowhere")).close();
        Doors.byPassword(file, PASSWORD).close();
    }

    @Test
    void aNewKeyFileTakesTheOldOnesPlace() throws Exception {
        Path next = folder.resolve("next");
        TestVaults.VAULTS.createKeyFile(next);
        try (OpenVault vault = unlock(PASSWORD, key);
                Permit permit = Doors.prove(vault, PASSWORD, Optional.of(key))) {
            Doors.change(vault, permit, PASSWORD, Optional.of(next));
        }
        assertEquals(WRONG, failureOf(() -> unlock(PASSWORD, key)));
        unlock(PASSWORD, next).close();
    }

    @Test
    void whoLostTheKeyFileComesInWithTheRecoveryCodeAndGoesOnWithout() throws Exception {
        Files.delete(key);
        try (OpenVault vault = Doors.byCode(file, Doors.CODE);
                Permit permit = vault.keys().permit()) {
            Doors.change(vault, permit, "new password");
        }
        Doors.byPassword(file, "new password").close();
    }

    @Test
    void aChangeThatWantsAKeyFileWhichIsNotThereChangesNothing() throws Exception {
        try (OpenVault vault = unlock(PASSWORD, key);
                Permit permit = Doors.prove(vault, PASSWORD, Optional.of(key))) {
            Path nowhere = folder.resolve("nowhere");
            assertEquals(MISSING, failureOf(() -> Doors.change(vault, permit, "x", Optional.of(nowhere))));
        }
        unlock(PASSWORD, key).close();
    }

    @Test
    void aKeyFileIsForItsOwnerAndReplacesNothing() throws Exception {
        byte[] made = Files.readAllBytes(key);
        assertEquals(new Failure.FileExists(), failureOf(() -> TestVaults.VAULTS.createKeyFile(key)));
        assertArrayEquals(made, Files.readAllBytes(key));
        assertEquals(
                new Failure.FileMissing(),
                failureOf(() -> TestVaults.VAULTS.createKeyFile(folder.resolve("nowhere/key"))));
        assumeTrue(key.getFileSystem().supportedFileAttributeViews().contains("posix"));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
        assertFalse(TestVaults.VAULTS.keyFileExposed(key));
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));
        assertTrue(TestVaults.VAULTS.keyFileExposed(key));
    }

    @Test
    void onAFullDiskNoHalfKeyFileIsLeft() throws Exception {
        Path small = Files.createDirectory(folder.resolve("small"));
        assumeTrue(UnreadableFileTest.made("mount", "-t", "tmpfs", "-o", "size=8k", "tmpfs", small.toString()));
        try {
            fill(small.resolve("ballast"));
            Path target = small.resolve("key");
            assertEquals(new Failure.DiskFull(), failureOf(() -> TestVaults.VAULTS.createKeyFile(target)));
            assertTrue(Files.notExists(target));
        } finally {
            assertTrue(UnreadableFileTest.made("umount", "-l", small.toString()));
        }
    }

    private static void fill(Path ballast) {
        try {
            Files.write(ballast, new byte[1 << 20]);
        } catch (IOException full) {
            assertTrue(Files.exists(ballast));
        }
    }
}
