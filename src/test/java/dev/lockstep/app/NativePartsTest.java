package dev.lockstep.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativePartsTest {
    @TempDir
    Path folder;

    private final Properties properties = new Properties();

    @Test
    void librariesAreUnpackedWhereOnlyThisUserCanWrite() throws IOException {
        Path unpacked = folder.resolve("state/libraries");

        new NativeParts(properties).prepare(folder.resolve("jdk"), unpacked);

        assertEquals(unpacked.toString(), properties.getProperty("javafx.cachedir"));
        assertEquals(unpacked.toString(), properties.getProperty("org.sqlite.tmpdir"));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(unpacked)));
    }

    @Test
    void anImageThatCarriesThemUnpacksNothing() throws IOException {
        Path lib = Files.createDirectories(folder.resolve("image/lib"));
        Files.createFile(lib.resolve(System.mapLibraryName("sqlitejdbc")));

        new NativeParts(properties).prepare(folder.resolve("image"), folder.resolve("libraries"));

        assertEquals(lib.toString(), properties.getProperty("org.sqlite.lib.path"));
        assertEquals(lib.toString(), properties.getProperty("org.sqlite.tmpdir"));
        assertNull(properties.getProperty("javafx.cachedir"));
        assertFalse(Files.exists(folder.resolve("libraries")));
    }

    @Test
    void whatTheUserSetByHandStays() throws IOException {
        properties.setProperty("javafx.cachedir", "/chosen");

        new NativeParts(properties).prepare(folder, folder.resolve("libraries"));

        assertEquals("/chosen", properties.getProperty("javafx.cachedir"));
    }
}
