package dev.lockstep.store;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsableSpaceTest {
    @TempDir
    private Path folder;

    @Test
    void aFolderAndAFileInItHaveTheRoomOfTheirMedium() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        long whole = Files.getFileStore(folder).getTotalSpace();

        for (Path place : new Path[] {folder, file}) {
            long space = UsableSpace.at(place);
            assertTrue(space > 0 && space <= whole, place + ": " + space + " of " + whole);
        }
    }

    @Test
    void aPlaceThatIsGoneIsNotTakenForAFullOne() {
        assertThrows(NoSuchFileException.class, () -> UsableSpace.at(folder.resolve("gone")));
    }
}
