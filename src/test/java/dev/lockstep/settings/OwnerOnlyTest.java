package dev.lockstep.settings;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnerOnlyTest {
    @TempDir
    Path folder;

    @Test
    void foldersAreMadePrivateAndExistingParentsStayAsTheyAre() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));

        OwnerOnly.createFolder(folder.resolve("a/b"));

        assertEquals("rwxr-xr-x", permissions(folder));
        assertEquals("rwx------", permissions(folder.resolve("a")));
        assertEquals("rwx------", permissions(folder.resolve("a/b")));
    }

    @Test
    void aFolderThatExistsIsTakenAsItIs() throws IOException {
        OwnerOnly.createFolder(folder);
        OwnerOnly.createFolder(Files.createSymbolicLink(folder.resolve("link"), folder));
    }

    @Test
    void aFileInPlaceOfAFolderIsAnError() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThrows(IOException.class, () -> OwnerOnly.createFolder(file));
        assertThrows(IOException.class, () -> OwnerOnly.createFolder(file.resolve("below")));
    }

    @Test
    void aReplacedFileIsPrivateAndLeavesNothingBeside() throws IOException {
        Path file = folder.resolve("settings.json");
        Files.writeString(file, "old and longer");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));

        OwnerOnly.replace(file, new byte[] {1, 2, 3});

        assertArrayEquals(new byte[] {1, 2, 3}, Files.readAllBytes(file));
        assertEquals("rw-------", permissions(file));
        assertEquals(List.of(file), contents());
    }

    @Test
    void aLeftOverOfAnInterruptedSaveIsNoObstacle() throws IOException {
        Path elsewhere = Files.createFile(folder.resolve("elsewhere"));
        Files.createSymbolicLink(folder.resolve("settings.json.new"), elsewhere);

        OwnerOnly.replace(folder.resolve("settings.json"), new byte[] {1});

        assertEquals(0, Files.size(elsewhere));
        assertFalse(Files.exists(folder.resolve("settings.json.new")));
    }

    @Test
    void aSaveThatFailsLeavesTheOldContent() throws IOException {
        Path file = Files.createDirectory(folder.resolve("settings.json"));
        Path kept = Files.createFile(file.resolve("kept"));

        assertThrows(IOException.class, () -> OwnerOnly.replace(file, new byte[] {1}));

        assertEquals(List.of(file), contents());
        assertEquals(0, Files.size(kept));
    }

    private List<Path> contents() throws IOException {
        try (var found = Files.list(folder)) {
            return found.toList();
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
