package dev.lockstep.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder for what this computer remembers of the vaults of one test run. */
public final class TestState {
    public static final Path FOLDER = make();

    /** A place where nothing can be kept: tests that copy vault files about want a computer that remembers nothing. */
    public static final Path NOWHERE = Path.of("pom.xml", "nothing").toAbsolutePath();

    private TestState() {}

    private static Path make() {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "state")), "vaults");
            return folder.toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
