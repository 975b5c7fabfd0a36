package dev.lockstep.transfer.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportException.Reason;
import dev.lockstep.transfer.ImportFormat.Likeness;
import dev.lockstep.transfer.ImportOptions;
import dev.lockstep.transfer.ImportSource;
import dev.lockstep.transfer.Imported;
import dev.lockstep.vault.Progress;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderFormatTest {
    @TempDir
    private Path folder;

    private static ImportSource source(Path folder) throws Exception {
        return new FolderFormat().read(folder, ImportOptions.NONE, Progress.UNTOLD);
    }

    private Imported read() throws Exception {
        return Imported.of(source(folder));
    }

    private Path file(String name, String content) throws Exception {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private Reason refusal() {
        return assertThrows(ImportException.class, this::read).reason();
    }

    @Test
    void eachFileOfTheExampleIsASecretByteForByte() throws Exception {
        Path example = Path.of(FolderFormatTest.class.getResource("tree").toURI());
        List<String> found = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        try (ImportSource source = source(example)) {
            source.entries()
                    .forEach(entry ->
                            found.add(entry.name() + " " + entry.value().size()));
            source.problems()
                    .forEach(problem ->
                            problems.add(problem.kind() + " " + problem.place().path()));
            byte[] binary = source.entries().get(2).value().exposed();
            assertEquals(List.of((byte) 0xff, (byte) 0xfe, (byte) 0, (byte) 1), bytes(binary));
        }
        assertEquals(List.of("API_TOKEN 22", "EDITED 16", "live/binary 4", "live/empty 0", "live/tls.key 57"), found);
        assertEquals(List.of("LINE_END_KEPT EDITED", "NOT_TEXT live/binary"), problems);
    }

    private static List<Byte> bytes(byte[] array) {
        List<Byte> bytes = new ArrayList<>();
        for (byte each : array) {
            bytes.add(each);
        }
        return bytes;
    }

    @Test
    void aMountOfKubernetesGivesEachSecretOnce() throws Exception {
        file("..2026_01_02/TOKEN", "t");
        file("..2026_01_02/KEY", "k");
        Files.createSymbolicLink(folder.resolve("..data"), Path.of("..2026_01_02"));
        Files.createSymbolicLink(folder.resolve("TOKEN"), Path.of("..data/TOKEN"));
        Files.createSymbolicLink(folder.resolve("KEY"), Path.of("..data/KEY"));
        assertEquals(new Imported(List.of("KEY=k", "TOKEN=t"), List.of(), List.of("FILE SECRET 2")), read());
    }

    @Test
    void linksThatLeadOutHiddenFilesDevicesAndPipesAreToldAndNotOpened() throws Exception {
        Path outside = Files.createTempFile("outside", "");
        file("chosen/A", "a");
        file("chosen/.hidden", "h");
        file("chosen/.git/config", "c");
        Path chosen = folder.resolve("chosen");
        Files.createSymbolicLink(chosen.resolve("out"), outside);
        Files.createSymbolicLink(chosen.resolve("device"), Path.of("/dev/zero"));
        Files.createSymbolicLink(chosen.resolve("loop"), chosen);
        Files.createSymbolicLink(chosen.resolve("dangling"), Path.of("nowhere"));
        assumeTrue(new ProcessBuilder("mkfifo", chosen.resolve("pipe").toString())
                        .start()
                        .waitFor()
                == 0);
        Imported read = Imported.of(source(chosen));
        Files.delete(outside);
        assertEquals(List.of("A=a"), read.entries());
        assertEquals(
                List.of(
                        ".git NOT_A_READABLE_FILE",
                        ".hidden NOT_A_READABLE_FILE",
                        "dangling NOT_A_READABLE_FILE",
                        "device NOT_A_READABLE_FILE",
                        "loop NOT_A_READABLE_FILE",
                        "out NOT_A_READABLE_FILE",
                        "pipe NOT_A_READABLE_FILE"),
                read.problems());
        assertEquals(List.of("FILE SECRET 1", "FILE LEFT_OUT 7"), read.holdings());
    }

    @Test
    void whatIsEncryptedIsToldAndWhereNothingElseIsRefused() throws Exception {
        file("mail/work", "pa55");
        file("mail/secret.gpg", "\u0085\u0001");
        assertEquals(List.of("mail/work=pa55"), read().entries());
        assertEquals(List.of("mail/secret.gpg NOT_A_READABLE_FILE"), read().problems());
        Files.delete(folder.resolve("mail/work"));
        assertEquals(Reason.ENCRYPTED_BY_GPG, refusal());
    }

    @Test
    void aFileThatIsTooLargeIsLeftOutAndTooMuchOfThemIsRefused() throws Exception {
        file("A", "a");
        for (int i = 0; i < 65; i++) {
            try (RandomAccessFile sparse =
                    new RandomAccessFile(folder.resolve("large" + i).toFile(), "rw")) {
                sparse.setLength(SecretValue.MAX_SIZE + (i == 0 ? 1 : 0));
            }
        }
        assertEquals(Reason.TOO_LARGE, refusal());
        Files.delete(folder.resolve("large1"));
        Files.delete(folder.resolve("A"));
        assertEquals(
                List.of("large0 VALUE_TOO_LARGE"),
                read().problems().stream().distinct().toList());
    }

    @Test
    void foldersBelowTheDeepestAreToldOf() throws Exception {
        String deepest = "d/".repeat(32);
        file(deepest + "A", "a");
        file(deepest + "d/B", "b");
        Imported read = read();
        assertEquals(List.of(deepest + "A"), read.names());
        assertEquals(List.of(deepest + "d NOT_A_READABLE_FILE"), read.problems());
    }

    @Test
    void interruptingEndsTheReadingHalfWay() throws Exception {
        file("A", "a");
        file("B", "b");
        Progress cancel = (done, total) -> Thread.currentThread().interrupt();
        FolderFormat format = new FolderFormat();
        assertThrows(InterruptedException.class, () -> format.read(folder, ImportOptions.NONE, cancel));
    }

    @Test
    void onlyAFolderIsLikely() throws Exception {
        FolderFormat format = new FolderFormat();
        assertEquals(Likeness.LIKELY, format.judge(folder, new byte[0]));
        assertEquals(Likeness.NO, format.judge(file("A", "a"), new byte[0]));
        assertEquals(
                Reason.OTHER_FORMAT,
                assertThrows(ImportException.class, () -> source(folder.resolve("A")))
                        .reason());
    }
}
