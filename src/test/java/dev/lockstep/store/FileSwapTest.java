package dev.lockstep.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.model.Failure;
import dev.lockstep.model.VaultException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole file takes the place of another: always one of the two has the name. */
class FileSwapTest {
    @TempDir
    private Path folder;

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** A file whose first slot tells which one it is. */
    private static Path make(Path file, String content) throws VaultException {
        VaultStore.create(file, transaction -> transaction.putSlot(1, ascii(content)));
        return file;
    }

    private static String content(Path file) throws VaultException {
        try (VaultStore store = VaultStore.open(file)) {
            return store.<String, VaultException>read(
                    transaction -> new String(transaction.slots().get(1), StandardCharsets.US_ASCII));
        }
    }

    private Path vault(String content) throws VaultException {
        return make(folder.resolve("a.lockstep"), content);
    }

    private static Path draft(Path file, String content) throws VaultException {
        return make(FileSwap.draft(file), content);
    }

    private Optional<Path> kept() {
        return Optional.of(folder.resolve("kept.lockstep"));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static Failure failureOf(org.junit.jupiter.api.function.Executable action) {
        return assertThrows(VaultException.class, action).failure();
    }

    @Test
    void theNewFileHasTheNameAndTheOldOneAnother() throws Exception {
        Path file = vault("old");
        FileSwap.swap(draft(file, "new"), file, kept());
        assertEquals("new", content(file));
        assertEquals("old", content(kept().orElseThrow()));
        assertEquals(List.of("a.lockstep", "kept.lockstep"), names());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void withoutAnotherNameTheOldFileGoes() throws Exception {
        Path file = vault("old");
        FileSwap.swap(draft(file, "new"), file, Optional.empty());
        assertEquals("new", content(file));
        assertEquals(List.of("a.lockstep"), names());
    }

    @Test
    void whatStandsInTheLogOfTheOldFileStaysWithIt() throws Exception {
        Path file = vault("old");
        Path crashed = folder.resolve("crashed");
        try (VaultStore store = VaultStore.open(file)) {
            store.<Boolean, VaultException>write(transaction -> {
                transaction.putSlot(1, ascii("newer"));
                return true;
            });
            Files.copy(file, crashed);
            Files.copy(VaultFile.beside(file, "-wal"), VaultFile.beside(crashed, "-wal"));
        }
        FileSwap.swap(draft(crashed, "new"), crashed, kept());
        assertEquals("new", content(crashed));
        assertEquals("newer", content(kept().orElseThrow()));
        assertEquals(List.of("a.lockstep", "crashed", "kept.lockstep"), names());
    }

    @Test
    void aFileThatIsOpenElsewhereStays() throws Exception {
        Path file = vault("old");
        Path draft = draft(file, "new");
        try (VaultStore open = VaultStore.open(file)) {
            assertEquals(new Failure.Busy(), failureOf(() -> FileSwap.swap(draft, file, kept())));
            assertTrue(Files.notExists(kept().orElseThrow()));
            open.<Boolean, VaultException>write(transaction -> {
                transaction.putSlot(2, ascii("still written"));
                return true;
            });
        }
        assertEquals("old", content(file));
        FileSwap.swap(draft, file, kept());
        assertEquals("new", content(file));
    }

    @Test
    void aNameThatIsTakenIsLeftAlone() throws Exception {
        Path file = vault("old");
        Path draft = draft(file, "new");
        Path victim = folder.resolve("victim");
        Files.createSymbolicLink(kept().orElseThrow(), victim);
        assertEquals(new Failure.FileExists(), failureOf(() -> FileSwap.swap(draft, file, kept())));
        assertTrue(Files.notExists(victim));
        assertEquals("old", content(file));
        FileSwap.discard(draft);
        assertEquals(List.of("a.lockstep", "kept.lockstep"), names());
    }

    @Test
    void aDamagedFileIsKeptAsItIsWithItsLog() throws Exception {
        Path file = vault("old");
        byte[] garbage = ascii("no database, only ninety bytes of text ".repeat(30));
        Files.write(file, garbage);
        byte[] log = Files.write(VaultFile.beside(file, "-wal"), ascii("a log"))
                        .toString()
                        .isEmpty()
                ? new byte[0]
                : ascii("a log");
        Path draft = draft(file, "new");
        assertEquals(new Failure.FileDamaged(), failureOf(() -> FileSwap.swap(draft, file, Optional.empty())));
        FileSwap.swap(draft, file, kept());
        assertEquals("new", content(file));
        assertArrayEquals(garbage, Files.readAllBytes(kept().orElseThrow()));
        assertArrayEquals(log, Files.readAllBytes(VaultFile.beside(kept().orElseThrow(), "-wal")));
        assertEquals(List.of("a.lockstep", "kept.lockstep", "kept.lockstep-wal"), names());
    }

    @Test
    void aVaultThatWasDeletedGetsItsFileBack() throws Exception {
        Path file = vault("old");
        Path draft = draft(file, "new");
        Files.delete(file);
        Files.write(VaultFile.beside(file, "-wal"), ascii("an orphan"));
        FileSwap.swap(draft, file, kept());
        assertEquals("new", content(file));
        assertEquals(List.of("a.lockstep", "kept.lockstep-wal"), names());
    }

    @Test
    void aLinkStaysALink() throws Exception {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path file = make(elsewhere.resolve("real.lockstep"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.lockstep"), file);
        Path draft = draft(link, "new");
        assertEquals(elsewhere.toRealPath(), draft.getParent());
        FileSwap.swap(draft, link, Optional.of(elsewhere.resolve("kept.lockstep")));
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("new", content(link));
        assertFalse(Files.isSymbolicLink(file));
    }

    @Test
    void aFolderInTheOldOnesPlaceIsRefused() throws Exception {
        Path file = Files.createDirectory(folder.resolve("a.lockstep"));
        assertEquals(new Failure.NotAVault(), failureOf(() -> FileSwap.draft(file)));
    }

    /** Who asks for the old file in the moment of the swap must not make a log beside the new one. */
    @Test
    void whoHeldTheOldFileWithoutALogCannotMakeOneBesideTheNew() throws Exception {
        Path file = vault("old");
        Path draft = draft(file, "new");
        try (Connection late = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = late.createStatement()) {
            statement.executeQuery("PRAGMA user_version").close();
            FileSwap.swap(draft, file, kept());
            assertThrows(java.sql.SQLException.class, () -> statement.execute("PRAGMA journal_mode=WAL"));
            assertFalse(Files.exists(VaultFile.beside(file, "-wal"), LinkOption.NOFOLLOW_LINKS));
        }
        assertEquals("new", content(file));
    }

    /** Swaps for ever, each time keeping the old file, and says the number of each swap when it is done. */
    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[0]);
        for (int step = Integer.parseInt(arguments[1]); ; step++) {
            FileSwap.swap(draft(file, "state " + step), file, Optional.of(file.resolveSibling("kept-" + (step - 1))));
            System.out.println(step);
        }
    }

    private int killAfter(Path file, int next, int millis) throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(
                        java.toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FileSwapTest.class.getName(),
                        file.toString(),
                        Integer.toString(next))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader said = process.inputReader();
        String line = said.readLine();
        Thread.sleep(millis);
        assertTrue(process.toHandle().destroyForcibly());
        int done = 0;
        for (; line != null; line = said.readLine()) {
            done = Integer.parseInt(line);
        }
        process.waitFor();
        return done;
    }

    private void kill(int times, long seed) throws Exception {
        Path file = vault("state 0");
        Random random = new Random(seed);
        int state = 0;
        for (int i = 0; i < times; i++) {
            int confirmed = killAfter(file, state + 1, random.nextInt(60));
            int found = Integer.parseInt(content(file).substring("state ".length()));
            assertTrue(found == confirmed || found == confirmed + 1, "confirmed " + confirmed + ", found " + found);
            requireKept(found);
            state = found;
        }
    }

    /** Every former state is there, and nothing else but drafts and a second name of the present state. */
    private void requireKept(int found) throws IOException, VaultException {
        Set<String> expected = new TreeSet<>();
        for (int former = 0; former < found; former++) {
            expected.add("kept-" + former);
            assertEquals("state " + former, content(folder.resolve("kept-" + former)));
        }
        Files.deleteIfExists(folder.resolve("kept-" + found));
        for (String name : names()) {
            if (name.startsWith(".")) {
                Files.delete(folder.resolve(name));
            } else if (!name.equals("a.lockstep")) {
                assertTrue(expected.contains(name), name);
            }
        }
    }

    @Test
    void aKillAtAnyMomentLeavesTheOldOrTheNew() throws Exception {
        kill(2, 5);
    }

    @Test
    @Tag("proof")
    void twoHundredKillsLeaveTheOldOrTheNew() throws Exception {
        kill(200, System.nanoTime());
    }
}
