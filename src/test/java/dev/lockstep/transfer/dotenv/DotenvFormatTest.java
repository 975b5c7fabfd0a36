package dev.lockstep.transfer.dotenv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportException.Reason;
import dev.lockstep.transfer.ImportSource;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DotenvFormatTest {
    @TempDir
    private Path folder;

    private static void assertRefused(Reason reason, Path file) {
        assertEquals(
                reason,
                assertThrows(ImportException.class, () -> DotenvFormat.read(file))
                        .reason());
    }

    @Test
    void aFileAndALinkToItAreRead() throws Exception {
        Path file = Files.writeString(folder.resolve(".env"), "A=1");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        for (Path each : new Path[] {file, link}) {
            try (ImportSource source = DotenvFormat.read(each)) {
                assertEquals("A", source.entries().getFirst().name());
            }
        }
    }

    @Test
    void anEmptyFileHasNoEntries() throws Exception {
        try (ImportSource source = DotenvFormat.read(Files.createFile(folder.resolve(".env")))) {
            assertEquals(0, source.entries().size() + source.problems().size());
        }
    }

    @Test
    void whatIsNoFileIsRefused() {
        assertRefused(Reason.NOT_A_FILE, folder);
        assertRefused(Reason.NOT_A_FILE, folder.resolve("missing"));
        assertRefused(Reason.NOT_A_FILE, Path.of("/dev/zero"));
    }

    @Test
    void aPipeIsRefusedInsteadOfWaitedFor() throws Exception {
        Path pipe = folder.resolve("pipe");
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
        assertRefused(Reason.NOT_A_FILE, pipe);
    }

    @Test
    void sixteenMebibytesAreReadAndOneByteMoreIsNot() throws Exception {
        Path file = folder.resolve("large");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(DotenvFormat.MAX_SIZE);
            try (ImportSource source = DotenvFormat.read(file)) {
                assertEquals(1, source.problems().size());
            }
            sparse.setLength(DotenvFormat.MAX_SIZE + 1);
        }
        assertRefused(Reason.TOO_LARGE, file);
    }

    @Test
    void aFileWithoutPermissionIsUnreadable() throws Exception {
        Path file = Files.writeString(folder.resolve(".env"), "A=1");
        assumeTrue(file.toFile().setReadable(false) && !Files.isReadable(file));
        assertRefused(Reason.UNREADABLE, file);
    }
}
