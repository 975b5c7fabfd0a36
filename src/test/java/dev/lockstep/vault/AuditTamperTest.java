package dev.lockstep.vault;

import static dev.lockstep.vault.AuditLog.Damage.Kind.ALTERED;
import static dev.lockstep.vault.AuditLog.Damage.Kind.MISSING;
import static dev.lockstep.vault.AuditLog.Damage.Kind.REPLACED;
import static dev.lockstep.vault.AuditLog.Damage.Kind.SURPLUS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.vault.AuditLog.Damage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The audit log on a real file, in the hands of somebody who can write the file but has no key: whatever is done to it is found, in its
 * place and by its name, and the secrets stay in reach.
 */
class AuditTamperTest {
    /** Entries of the log before it is opened again, which adds one. */
    private static final int WRITTEN = 22;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void fill() throws Exception {
        file = folder.resolve("v.lockstep");
        try (OpenVault vault = TestVaults.create(file)) {
            add(vault, "KEY", WRITTEN - 1);
            assertEquals(WRITTEN, vault.audit().size());
        }
    }

    private static void add(OpenVault vault, String name, int number) throws Exception {
        for (int i = 0; i < number; i++) {
            TestVaults.add(vault, name + "_" + i, "value");
        }
    }

    private void tamper(String sql, Object... arguments) throws Exception {
        tamper(1, sql, arguments);
    }

    private void tamper(int rows, String sql, Object... arguments) throws Exception {
        try (Connection connection = Sample.connect(file)) {
            assertEquals(rows, Sample.update(connection, sql, arguments));
        }
    }

    private static byte[] entry(Path from, int number) throws Exception {
        try (Connection connection = Sample.connect(from)) {
            return Sample.blob(connection, "SELECT v FROM audit WHERE seq = ?", number);
        }
    }

    /** A copy of the vault that somebody else went on with: its entries are genuine up to 22 and others from there. */
    private Path fork() throws Exception {
        Path fork = Files.copy(file, folder.resolve("fork.lockstep"));
        Vaults elsewhere = new Vaults(Clock.systemUTC(), new SecureRandom(), folder.resolve("elsewhere"));
        LockedVault locked = elsewhere.open(fork);
        try (Passphrase passphrase = TestVaults.passphrase(TestVaults.PASSWORD);
                OpenVault vault = locked.unlock(passphrase)) {
            add(vault, "THEIRS", 5);
        }
        try (OpenVault vault = TestVaults.unlock(file)) {
            add(vault, "OURS", 5);
        }
        return fork;
    }

    /** Asserts what a whole check finds, that pages of any size find the same, and that the secrets can be read. */
    private void finds(Damage... expected) throws Exception {
        try (OpenVault vault = TestVaults.unlock(file)) {
            assertEquals(List.of(expected), vault.audit().check((done, total) -> {}));
            assertEquals("value", Sample.value(vault, "KEY_3"));
            long size = vault.audit().size();
            for (int count : new int[] {1, 5, 100}) {
                long damaged = 0;
                for (long from = 1; from <= size; from += count) {
                    damaged += vault.audit().page(from, count).damage().stream()
                            .mapToLong(found -> found.to() - found.from() + 1)
                            .sum();
                }
                long all = List.of(expected).stream()
                        .mapToLong(damage -> damage.to() - damage.from() + 1)
                        .sum();
                assertEquals(all, damaged, "in pages of " + count);
            }
            TestVaults.add(vault, "AFTERWARDS", "value");
            assertEquals(List.of(expected), vault.audit().check((done, total) -> {}), "damage does not heal");
        }
    }

    @Test
    void anUntouchedLogIsWhole() throws Exception {
        finds();
    }

    @Test
    void deletedEntriesInTheMiddle() throws Exception {
        tamper(3, "DELETE FROM audit WHERE seq BETWEEN 17 AND 19");
        finds(new Damage(17, 19, MISSING));
    }

    @Test
    void deletedEntriesAtTheBeginning() throws Exception {
        tamper(2, "DELETE FROM audit WHERE seq <= 2");
        finds(new Damage(1, 2, MISSING));
    }

    @Test
    void aLogCutOffAtItsEnd() throws Exception {
        tamper(4, "DELETE FROM audit WHERE seq > 18");
        finds(new Damage(19, 22, MISSING));
    }

    @Test
    void anEmptiedLog() throws Exception {
        tamper(WRITTEN, "DELETE FROM audit");
        finds(new Damage(1, 22, MISSING));
    }

    @Test
    void aGapThatWasClosedByRenumbering() throws Exception {
        tamper("DELETE FROM audit WHERE seq = 10");
        tamper(12, "UPDATE audit SET seq = -(seq - 1) WHERE seq > 10");
        tamper(12, "UPDATE audit SET seq = -seq WHERE seq < 0");
        finds(new Damage(10, 21, ALTERED), new Damage(22, 22, MISSING));
    }

    @Test
    void anAlteredEntry() throws Exception {
        byte[] wire = entry(file, 9);
        wire[wire.length / 2] ^= 4;
        tamper("UPDATE audit SET v = ? WHERE seq = 9", wire);
        finds(new Damage(9, 9, ALTERED));
    }

    @Test
    void anEntryThatIsNoRowAtAll() throws Exception {
        tamper("UPDATE audit SET v = zeroblob(3) WHERE seq = 9");
        finds(new Damage(9, 9, ALTERED));
    }

    @Test
    void swappedEntries() throws Exception {
        byte[] one = entry(file, 5);
        byte[] other = entry(file, 12);
        tamper("UPDATE audit SET v = ? WHERE seq = 12", one);
        tamper("UPDATE audit SET v = ? WHERE seq = 5", other);
        finds(new Damage(5, 5, ALTERED), new Damage(12, 12, ALTERED));
    }

    @Test
    void anEntryFromAnotherCopyOfTheVault() throws Exception {
        Path fork = fork();
        tamper("UPDATE audit SET v = ? WHERE seq = 25", entry(fork, 25));
        finds(new Damage(25, 26, REPLACED));
    }

    @Test
    void theFirstEntryAfterTheForkIsFoundByTheNextOne() throws Exception {
        Path fork = fork();
        tamper("UPDATE audit SET v = ? WHERE seq = 23", entry(fork, 23));
        finds(new Damage(24, 24, REPLACED));
    }

    @Test
    void allEntriesFromAnotherCopyOfTheVault() throws Exception {
        Path fork = fork();
        for (int number = 23; number <= 28; number++) {
            tamper("UPDATE audit SET v = ? WHERE seq = ?", entry(fork, number), number);
        }
        finds(new Damage(29, 29, REPLACED));
    }

    /** The unlock itself writes behind the end; what stands there is removed, and that is told for good. */
    @Test
    void appendedEntries() throws Exception {
        Path fork = fork();
        tamper("INSERT INTO audit (seq, v) VALUES (29, ?)", entry(fork, 28));
        tamper("INSERT INTO audit (seq, v) VALUES (35, zeroblob(100))");
        try (OpenVault vault = TestVaults.unlock(file)) {
            assertEquals(List.of(), vault.audit().check((done, total) -> {}));
            AuditEntry told = vault.audit().page(30, 1).entries().getFirst();
            assertEquals(AuditEvent.FOREIGN_ENTRIES_REMOVED, told.event());
            assertEquals(2, told.count());
        }
    }

    @Test
    void appendedEntriesWhileTheVaultIsOpen() throws Exception {
        try (OpenVault vault = TestVaults.unlock(file)) {
            tamper("INSERT INTO audit (seq, v) VALUES (30, zeroblob(100))");
            assertEquals(List.of(new Damage(24, 30, SURPLUS)), vault.audit().check((done, total) -> {}));
        }
    }

    @Test
    void entriesBeforeTheFirst() throws Exception {
        tamper("INSERT INTO audit (seq, v) VALUES (-3, zeroblob(100))");
        finds(new Damage(-3, 0, SURPLUS));
    }
}
