package dev.lockstep.transfer.export;

import dev.lockstep.transfer.Gathering;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * How much of what is read of one file is left while its secrets are looked at: nothing is written that is not read again. Each is measured by
 * writing it to nowhere. What found no room takes none.
 */
public final class Room {
    private final long most;
    private final Writer writer;
    private long bytes;
    private int secrets;

    /**
     * Room for as many secrets as are read of any file.
     *
     * @param most bytes for all of them, without what stands around them
     */
    public Room(long most, Writer writer) {
        this.most = most;
        this.writer = writer;
    }

    /** Writes one secret, and what separates it from others. */
    @FunctionalInterface
    public interface Writer {
        void write(ExportItem item, Output output) throws IOException;
    }

    /** Whether one more fits. */
    public boolean takes(ExportItem item) {
        long with = bytes + size(item);
        if (secrets == Gathering.MAX_ENTRIES || with > most) {
            return false;
        }
        secrets++;
        bytes = with;
        return true;
    }

    private long size(ExportItem item) {
        long[] size = {0};
        try {
            writer.write(item, octet -> size[0]++);
        } catch (IOException e) {
            throw new UncheckedIOException("nothing was written to", e);
        }
        return size[0];
    }
}
