package dev.lockstep.vault;

import static dev.lockstep.vault.Sample.failureOf;
import static dev.lockstep.vault.Sample.update;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.Failure;
import dev.lockstep.model.KdfParameters;
import dev.lockstep.model.VaultException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are no vault, not whole, or not of this format. None is changed by the attempt to open it. */
class UnreadableFileTest {
    @TempDir
    private Path folder;

    private Sample sample;
    private Path file;

    @BeforeEach
    void copy() throws Exception {
        sample = Sample.get();
        file = sample.in(folder);
    }

    @Test
    void aWrongPassword() throws Exception {
        byte[] before = Files.readAllBytes(file);
        try (LockedVault locked = TestVaults.VAULTS.open(file);
                Passphrase wrong = TestVaults.passphrase("wrong");
                Passphrase empty = TestVaults.passphrase("")) {
            assertEquals(new Failure.WrongPassword(), failureOf(() -> locked.unlock(wrong)));
            assertEquals(new Failure.WrongPassword(), failureOf(() -> locked.unlock(empty)));
        }
        assertArrayEquals(before, Files.readAllBytes(file));
        sample.open(file).close();
    }

    @Test
    void aFileThatIsCutShort() throws Exception {
        byte[] whole = sample.present();
        for (int length = 0; length < whole.length - 4096; length += 4096) {
            for (int odd : new int[] {0, 1, 15, 50, 99, 100, 2048, 4095}) {
                Files.write(file, Arrays.copyOf(whole, length + odd));
                boolean header = length + odd >= 100;
                sample.refuses(header ? new Failure.FileDamaged() : new Failure.NotAVault(), file);
            }
        }
    }

    /** The last page is the empty audit table: without its last bytes, which are zeros, everything is still there. */
    @Test
    void aFileCutWithinItsLastPageIsRefusedOrLacksOnlyZeros() throws Exception {
        byte[] whole = sample.present();
        for (int missing : new int[] {1, 100, 2000, 4000}) {
            Files.write(file, Arrays.copyOf(whole, whole.length - missing));
            try (OpenVault vault = sample.open(file)) {
                assertEquals("alpha value", Sample.value(vault, "ALPHA"));
                assertEquals("beta value", Sample.value(vault, "BETA"));
                assertEquals("gamma value", Sample.value(vault, "GAMMA"));
            } catch (VaultException e) {
                assertEquals(new Failure.FileDamaged(), e.failure());
            }
        }
        Files.write(file, Arrays.copyOf(whole, whole.length - 4096));
        sample.refuses(new Failure.FileDamaged(), file);
    }

    @Test
    void aFileWithSomethingBehindIts() throws Exception {
        byte[] whole = sample.present();
        Files.write(file, Arrays.copyOf(whole, whole.length + 1000));
        try (OpenVault vault = sample.open(file)) {
            assertEquals("alpha value", Sample.value(vault, "ALPHA"));
        }
    }

    @Test
    void anEmptyFileAndOneOfRandomBytes() throws Exception {
        for (int length : new int[] {0, 1, 100, 4096, 50_000}) {
            byte[] bytes = new byte[length];
            new Random(length).nextBytes(bytes);
            Files.write(file, bytes);
            sample.refuses(new Failure.NotAVault(), file);
        }
    }

    @Test
    void aDatabaseOfAnotherProgram() throws Exception {
        Path foreign = folder.resolve("foreign.lockstep");
        try (Connection connection = Sample.connect(foreign);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE head (k INTEGER PRIMARY KEY, v BLOB NOT NULL) STRICT");
        }
        sample.refuses(new Failure.NotAVault(), foreign);
    }

    @Test
    void aFolderAndNothing() throws Exception {
        Path inside = Files.createDirectory(folder.resolve("folder.lockstep"));
        assertEquals(new Failure.NotAVault(), failureOf(() -> sample.open(inside)));
        assertEquals(new Failure.FileMissing(), failureOf(() -> sample.open(folder.resolve("missing"))));
        assertEquals(new Failure.FileMissing(), failureOf(() -> sample.open(folder.resolve("no/such/folder"))));
        Path dangling = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("missing"));
        assertEquals(new Failure.FileMissing(), failureOf(() -> sample.open(dangling)));
    }

    @Test
    void aPipeIsNotWaitedFor() throws Exception {
        Path pipe = folder.resolve("pipe.lockstep");
        assumeTrue(made("mkfifo", pipe.toString()), "this system has no mkfifo");
        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertEquals(new Failure.NotAVault(), failureOf(() -> sample.open(pipe))));
    }

    static boolean made(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (java.io.IOException e) {
            return false;
        }
    }

    @Test
    void aLaterFormat() throws Exception {
        execute("PRAGMA user_version=4");
        sample.refuses(new Failure.NewerFormat(4, 3), file);
        execute("PRAGMA user_version=2147483647");
        sample.refuses(new Failure.NewerFormat(Integer.MAX_VALUE, 3), file);
        execute("PRAGMA user_version=0");
        sample.refuses(new Failure.NotAVault(), file);
        execute("PRAGMA user_version=-1");
        sample.refuses(new Failure.NotAVault(), file);
        execute("PRAGMA user_version=3");
        sample.open(file).close();
    }

    @Test
    void anEarlierFormatThanItsTablesAndRowsHave() throws Exception {
        for (int format = 1; format <= 2; format++) {
            execute("PRAGMA user_version=" + format);
            sample.refuses(new Failure.FileDamaged(), file);
        }
        execute("DROP TABLE sync");
        for (int format = 1; format <= 2; format++) {
            execute("PRAGMA user_version=" + format);
            sample.refuses(new Failure.PartDamaged(Failure.Part.MANIFEST), file);
        }
    }

    @Test
    void aKeySlotOfALaterFormat() throws Exception {
        try (Connection connection = Sample.connect(file)) {
            byte[] slot = Sample.blob(connection, "SELECT v FROM head WHERE k = 2");
            slot[4] = 2;
            update(connection, "UPDATE head SET v = ? WHERE k = 2", slot);
        }
        byte[] before = Files.readAllBytes(file);
        try (SecretValue code = TestVaults.value(Sample.CODE);
                LockedVault locked = TestVaults.VAULTS.open(file)) {
            assertEquals(new Failure.NewerFormat(2, 1), failureOf(() -> locked.unlockWithRecoveryCode(code)));
        }
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    @Test
    void aKeyDerivationCostLoweredOrAbsurdlyHigh() throws Exception {
        List<KdfParameters> costs = List.of(
                new KdfParameters(19 * 1024 - 1, 1, 1),
                new KdfParameters(8, 1, 1),
                new KdfParameters(1024 * 1024 + 1, 1, 1),
                new KdfParameters(-1, 1, 1),
                new KdfParameters(19 * 1024, 0, 1),
                new KdfParameters(19 * 1024, 65, 1),
                new KdfParameters(19 * 1024, 1, 0),
                new KdfParameters(19 * 1024, 1, 17));
        for (KdfParameters cost : costs) {
            try (Connection connection = Sample.connect(file)) {
                byte[] slot = Sample.blob(connection, "SELECT v FROM head WHERE k = 1");
                ByteBuffer.wrap(slot, 24, 12)
                        .putInt(cost.memoryKib())
                        .putInt(cost.iterations())
                        .putInt(cost.parallelism());
                update(connection, "UPDATE head SET v = ? WHERE k = 1", slot);
            }
            byte[] before = Files.readAllBytes(file);
            try (Passphrase passphrase = TestVaults.passphrase(TestVaults.PASSWORD);
                    LockedVault locked = TestVaults.VAULTS.open(file)) {
                assertEquals(new Failure.KdfRefused(cost), failureOf(() -> locked.unlock(passphrase)));
            }
            assertArrayEquals(before, Files.readAllBytes(file));
        }
    }

    @Test
    void anythingPlantedInTheSchemaOrMissingFromIt() throws Exception {
        List<String> plants = List.of(
                "CREATE TRIGGER steal AFTER INSERT ON val BEGIN DELETE FROM item; END",
                "CREATE VIEW spy AS SELECT * FROM val",
                "CREATE INDEX slow ON val (v)",
                "CREATE TABLE extra (x)",
                "CREATE VIRTUAL TABLE found USING fts5(x)",
                "DROP TABLE audit",
                "ALTER TABLE hist ADD COLUMN extra BLOB",
                "ALTER TABLE kv RENAME COLUMN v TO w",
                "ALTER TABLE item RENAME TO items");
        for (String plant : plants) {
            Files.write(file, sample.present());
            execute(plant);
            sample.refuses(new Failure.FileDamaged(), file);
        }
    }

    /** The table is a view over another one: our own statements would run what is written in it. */
    @Test
    void aTableReplacedByAView() throws Exception {
        execute("ALTER TABLE item RENAME TO hidden", "CREATE VIEW item AS SELECT id, ov FROM hidden");
        sample.refuses(new Failure.FileDamaged(), file);
    }

    private void execute(String... statements) throws Exception {
        try (Connection connection = Sample.connect(file);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
        assertTrue(Files.notExists(folder.resolve("sample.lockstep-wal")));
    }
}
