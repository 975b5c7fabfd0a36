package dev.lockstep.transfer;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file could not be written for want of space. */
final class DiskFullException extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    /** Below this many free bytes a failed write is taken to be for want of space. */
    private static final long NO_SPACE = 64 * 1024;

    private DiskFullException(IOException cause) {
        super(cause);
    }

    /** That, if there is no space where a file is; otherwise what it failed with. */
    static IOException orSame(IOException failed, Path file) {
        try {
            return Files.getFileStore(file).getUsableSpace() < NO_SPACE ? new DiskFullException(failed) : failed;
        } catch (IOException unknown) {
            return failed;
        }
    }
}
