package dev.lockstep.store;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much room there is for a file. */
public final class UsableSpace {
    private UsableSpace() {}

    /**
     * Bytes that this program may still write beside a file or into a folder. The system is asked about the place itself, since in a changed root
     * the table of mounts, in which a {@link java.nio.file.FileStore} is looked up, may not name it.
     *
     * @throws IOException if the place is gone or cannot be asked about
     */
    public static long at(Path place) throws IOException {
        File file = place.toFile();
        boolean known = file.getTotalSpace() > 0;
        return known ? file.getUsableSpace() : Files.getFileStore(place).getUsableSpace();
    }
}
