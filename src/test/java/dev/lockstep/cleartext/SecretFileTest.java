package dev.lockstep.cleartext;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFileTest {
    @TempDir
    Path folder;

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("secret"), content);
    }

    @Test
    void aWholeFileIsReadAsItIs() throws Exception {
        byte[] content = new byte[20_000];
        new Random(7).nextBytes(content);
        try (SecretValue read = SecretFile.read(file(content), 20_001)) {
            assertArrayEquals(content, read.use(byte[]::clone));
        }
    }

    @Test
    void noMoreIsReadThanMayBeThere() throws Exception {
        try (SecretValue read = SecretFile.read(file(new byte[100]), 11)) {
            assertEquals(11, read.size());
        }
    }

    @Test
    void anEmptyFileIsAnEmptyValue() throws Exception {
        try (SecretValue read = SecretFile.read(file(new byte[0]), 10)) {
            assertEquals(0, read.size());
        }
    }

    @Test
    void aFileThatIsNotThereCannotBeRead() {
        assertThrows(IOException.class, () -> SecretFile.read(folder.resolve("none"), 10));
        assertThrows(IOException.class, () -> SecretFile.read(folder, 10));
    }
}
