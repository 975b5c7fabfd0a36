package dev.lockstep.transfer.dotenv;

import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportFormat;
import dev.lockstep.transfer.ImportOptions;
import dev.lockstep.transfer.ImportSource;
import dev.lockstep.transfer.SourceFile;
import dev.lockstep.vault.Progress;
import java.nio.file.Path;

/** The {@code .env} format. Whatever is not another format may be one, since every line with an equals sign is. */
public final class DotenvFormat implements ImportFormat {
    /** The largest file that is read, in bytes: 16 MiB. */
    public static final int MAX_SIZE = 16 << 20;

    /** A reader without state. */
    public DotenvFormat() {}

    @Override
    public String id() {
        return "dotenv";
    }

    @Override
    public Likeness judge(Path source, byte[] beginning) {
        String name = source.getFileName() == null ? "" : source.getFileName().toString();
        if (name.equals(".env") || name.startsWith(".env.") || name.endsWith(".env")) {
            return Likeness.LIKELY;
        }
        for (byte unit : beginning) {
            if (unit == 0) {
                return Likeness.NO;
            }
        }
        return Likeness.MAYBE;
    }

    @Override
    public ImportSource read(Path source, ImportOptions options, Progress progress)
            throws ImportException, InterruptedException {
        return read(source);
    }

    /**
     * Reads and parses a regular file, or a link to one.
     *
     * @return to be closed by the caller
     */
    static ImportSource read(Path file) throws ImportException, InterruptedException {
        try (SourceFile read = SourceFile.read(file, MAX_SIZE)) {
            return DotenvParser.parse(read.content());
        }
    }
}
