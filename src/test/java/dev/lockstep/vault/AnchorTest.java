package dev.lockstep.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.Failure;
import dev.lockstep.model.VaultException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A computer that used a vault knows an older file of it when it sees one. */
class AnchorTest {
    @TempDir
    private Path folder;

    private Path file;
    private Path older;
    private Path state;
    private Vaults vaults;

    @BeforeEach
    void useAVaultAndKeepAnOldCopy() throws Exception {
        file = folder.resolve("vault.lockstep");
        older = folder.resolve("older.lockstep");
        state = folder.resolve("state");
        vaults = new Vaults(Clock.systemUTC(), new SecureRandom(), state);
        try (Passphrase passphrase = TestVaults.passphrase(TestVaults.PASSWORD);
                SecretValue code = vaults.newRecoveryCode();
                OpenVault vault = vaults.create(file, passphrase, code, TestVaults.CHEAP, "Personal")) {
            TestVaults.add(vault, "FIRST", "1");
        }
        Files.copy(file, older);
        try (OpenVault vault = unlock(vaults)) {
            assertTrue(vault.rollback().isEmpty());
            TestVaults.add(vault, "SECOND", "2");
        }
    }

    private OpenVault unlock(Vaults with) throws VaultException {
        try (Passphrase passphrase = TestVaults.passphrase(TestVaults.PASSWORD);
                LockedVault locked = with.open(file)) {
            return locked.unlock(passphrase);
        }
    }

    private void putOldCopyBack() throws IOException {
        Files.copy(older, file, StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void anOlderFileCanOnlyBeReadUntilItIsAccepted() throws Exception {
        putOldCopyBack();
        try (OpenVault vault = unlock(vaults)) {
            Rollback rollback = vault.rollback().orElseThrow();
            assertTrue(rollback.counter() < rollback.seenCounter());
            assertFalse(rollback.seen().isBefore(rollback.saved()));
            assertTrue(vault.readOnly());
            VaultException refused = assertThrows(VaultException.class, () -> TestVaults.add(vault, "NEW", "x"));
            assertEquals(new Failure.ReadOnly(), refused.failure());
            assertEquals(
                    "1",
                    TestVaults.text(
                            vault.secrets().reveal(Sample.entry(vault, "FIRST").id())));
        }
        try (OpenVault vault = unlock(vaults)) {
            assertTrue(vault.rollback().isPresent(), "looking at it accepts nothing");
        }
    }

    @Test
    void goingOnFromAnOlderFileIsNotedAndNeverUsesACounterAgain() throws Exception {
        putOldCopyBack();
        try (OpenVault vault = unlock(vaults)) {
            long seen = vault.rollback().orElseThrow().seenCounter();
            vault.acceptRollback();
            assertTrue(vault.rollback().isEmpty());
            assertFalse(vault.readOnly());
            assertTrue(TestVaults.add(vault, "THIRD", "3").version() > seen);
            List<AuditEvent> events = vault.audit().page(1, 100).entries().stream()
                    .map(AuditEntry::event)
                    .toList();
            assertTrue(events.contains(AuditEvent.OLDER_COPY_ACCEPTED));
            assertEquals(List.of(), vault.audit().page(1, 100).damage());
        }
        try (OpenVault vault = unlock(vaults)) {
            assertTrue(vault.rollback().isEmpty());
        }
    }

    @Test
    void anotherContinuationOfTheSamePastIsNoticed() throws Exception {
        Vaults elsewhere = new Vaults(Clock.systemUTC(), new SecureRandom(), folder.resolve("elsewhere"));
        putOldCopyBack();
        try (OpenVault vault = unlock(elsewhere)) {
            assertTrue(vault.rollback().isEmpty());
            TestVaults.add(vault, "OTHER", "2");
        }
        try (OpenVault vault = unlock(vaults)) {
            Rollback fork = vault.rollback().orElseThrow();
            assertEquals(fork.seenCounter(), fork.counter());
        }
    }

    @Test
    void aMarkThatWasAlteredOrTornCountsForNothing() throws Exception {
        Path anchor;
        try (Stream<Path> files = Files.list(state)) {
            anchor = files.filter(path -> path.toString().endsWith(".anchor"))
                    .findFirst()
                    .orElseThrow();
        }
        byte[] marks = Files.readAllBytes(anchor);
        assertEquals(128, marks.length);
        putOldCopyBack();
        for (int at : new int[] {0, 63, 64, 127}) {
            byte[] torn = marks.clone();
            torn[at] ^= 1;
            Files.write(anchor, torn);
            try (OpenVault vault = unlock(vaults)) {
                assertTrue(vault.rollback().isPresent(), "the other mark still tells");
            }
        }
        Files.write(anchor, new byte[128]);
        try (OpenVault vault = unlock(vaults)) {
            assertTrue(vault.rollback().isEmpty());
        }
    }

    @Test
    void whatIsRememberedIsForTheOwnerOnly() throws Exception {
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(state)));
        try (Stream<Path> files = Files.list(state)) {
            for (Path path : files.toList()) {
                assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
            }
        }
    }

    @Test
    void wrongPasswordsAreCountedAndToldInTheAuditLog() throws Exception {
        for (int attempt = 0; attempt < 3; attempt++) {
            try (Passphrase wrong = TestVaults.passphrase("wrong");
                    LockedVault locked = vaults.open(file)) {
                assertThrows(VaultException.class, () -> locked.unlock(wrong));
            }
        }
        unlock(vaults).close();
        try (OpenVault vault = unlock(vaults)) {
            List<AuditEntry> failed = vault.audit().page(1, 100).entries().stream()
                    .filter(entry -> entry.event() == AuditEvent.FAILED_UNLOCKS)
                    .toList();
            assertEquals(1, failed.size());
            assertEquals(3, failed.getFirst().count());
        }
    }
}
