package dev.lockstep.settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * The settings as one JSON object in UTF-8, readable by its owner only. What the file leaves out has its default, so that files of earlier
 * versions stay good; keys that are unknown, values of another kind and values outside the choices make the whole file count as broken.
 */
public final class SettingsFile {
    /** The largest file that is read, in bytes. */
    static final int MAX_SIZE = 64 * 1024;

    private final Path file;

    /** @param file need not exist */
    public SettingsFile(Path file) {
        this.file = file;
    }

    /** Where the settings came from. */
    public sealed interface Loaded {
        /** What is to be used. */
        Settings settings();

        /** There was no file: this computer's first start. */
        record Fresh(Settings settings) implements Loaded {}

        /** The file was read. */
        record Read(Settings settings) implements Loaded {}

        /**
         * The file could not be used, so the defaults are.
         *
         * @param aside where the broken file was kept, if it could be moved there
         */
        record Broken(Settings settings, Optional<Path> aside) implements Loaded {}
    }

    /** Reads the file. Whatever it holds, the answer is one of the three and never an exception. */
    public Loaded load() {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return new Loaded.Fresh(Settings.DEFAULT);
        }
        try {
            return new Loaded.Read(parse(bytes()));
        } catch (IOException e) {
            return new Loaded.Broken(Settings.DEFAULT, keepAside());
        }
    }

    /**
     * Saves the settings; a power failure leaves the old or the new ones.
     *
     * @throws IOException if they could not be saved; the old ones are still there
     */
    public void save(Settings settings) throws IOException {
        OwnerOnly.replace(file, format(settings));
    }

    private byte[] bytes() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("not a regular file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] found = in.readNBytes(MAX_SIZE + 1);
            if (found.length > MAX_SIZE) {
                throw new IOException("too large");
            }
            return found;
        }
    }

    /** The content of the file that holds these settings. */
    static byte[] format(Settings settings) throws IOException {
        return SettingsJson.write(settings);
    }

    /**
     * Reads the content of a file.
     *
     * @throws IOException if it cannot be used
     */
    static Settings parse(byte[] json) throws IOException {
        return SettingsJson.read(json);
    }

    private Optional<Path> keepAside() {
        Path aside = file.resolveSibling(file.getFileName() + ".broken");
        try {
            return Optional.of(Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
