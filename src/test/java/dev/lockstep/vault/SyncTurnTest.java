package dev.lockstep.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.Passphrase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose turn it is among several that have the same vault open. */
class SyncTurnTest {
    @TempDir
    private Path folder;

    private OpenVault open(Path state) throws Exception {
        Path file = folder.resolve("a.lockstep");
        if (!Files.exists(file)) {
            TestVaults.create(file).close();
        }
        Vaults vaults = new Vaults(Clock.systemUTC(), new SecureRandom(), state);
        try (Passphrase passphrase = TestVaults.passphrase(TestVaults.PASSWORD)) {
            return vaults.open(file).unlock(passphrase);
        }
    }

    @Test
    void oneOpenVaultHasItSeveralTimesAndAnotherOnlyOnceAllAreOver() throws Exception {
        try (OpenVault one = open(folder.resolve("state"));
                OpenVault other = open(folder.resolve("state"))) {
            SyncTurn first = one.sync().turn().orElseThrow();
            SyncTurn second = one.sync().turn().orElseThrow();
            assertEquals(Optional.empty(), other.sync().turn());
            first.close();
            first.close();
            assertEquals(Optional.empty(), other.sync().turn());
            second.close();
            SyncTurn theirs = other.sync().turn().orElseThrow();
            assertEquals(Optional.empty(), one.sync().turn());
            theirs.close();
        }
    }

    @Test
    void theFileIsItsOwnersAlone() throws Exception {
        Path state = folder.resolve("state");
        try (OpenVault vault = open(state)) {
            vault.sync().turn().orElseThrow().close();
        }
        try (var files = Files.list(state)) {
            Path lock = files.filter(each -> each.toString().endsWith(".sync"))
                    .findFirst()
                    .orElseThrow();
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(lock)));
        }
    }

    @Test
    void nobodyIsKeptOutWhereThisComputerCanRememberNothing() throws Exception {
        try (OpenVault one = open(TestState.NOWHERE);
                OpenVault other = open(TestState.NOWHERE)) {
            assertTrue(one.sync().turn().isPresent());
            assertTrue(other.sync().turn().isPresent());
        }
    }
}
