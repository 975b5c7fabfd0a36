package dev.lockstep.app;

import dev.lockstep.settings.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/**
 * Where the libraries of this program find their native parts. The installed image carries them in its own folder; jars unpack them, and
 * that must not happen in a folder that other users can write.
 */
final class NativeParts {
    private final Properties properties;

    /** @param properties the system's, read by JavaFX and by the SQLite driver when they load */
    NativeParts(Properties properties) {
        this.properties = properties;
    }

    /**
     * Has to run before the toolkit starts and before a vault is opened. What the user set by hand stays.
     *
     * @param javaHome the Java runtime in use
     * @param unpacked a folder of this user, created only if the runtime does not carry the libraries
     * @throws IOException if the folder cannot be made
     */
    void prepare(Path javaHome, Path unpacked) throws IOException {
        String library = System.mapLibraryName("sqlitejdbc");
        for (Path carried : List.of(javaHome.resolve("lib"), javaHome.resolve("bin"))) {
            if (Files.isRegularFile(carried.resolve(library))) {
                properties.putIfAbsent("org.sqlite.lib.path", carried.toString());
                // At each start the driver looks here for what it once unpacked, which takes long where a system keeps
                // thousands of files.
                properties.putIfAbsent("org.sqlite.tmpdir", carried.toString());
                return;
            }
        }
        OwnerOnly.createFolder(unpacked);
        OwnerOnly.restrictFolder(unpacked);
        properties.putIfAbsent("javafx.cachedir", unpacked.toString());
        properties.putIfAbsent("org.sqlite.tmpdir", unpacked.toString());
    }
}
