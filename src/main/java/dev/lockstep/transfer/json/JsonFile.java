package dev.lockstep.transfer.json;

import dev.lockstep.transfer.Gathering;
import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportException.Reason;
import dev.lockstep.transfer.ImportProblem.Kind;
import dev.lockstep.transfer.ImportSource;
import dev.lockstep.transfer.Place;
import dev.lockstep.transfer.SourceFile;
import dev.lockstep.vault.Progress;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.Optional;

/** What all formats of JSON files share: the file, its encoding, and that one thing is in it and nothing behind it. */
public final class JsonFile {
    /** The largest file that is read, in bytes: 256 MiB. */
    public static final int MAX_SIZE = 256 << 20;

    private JsonFile() {}

    /** Reads what one format is made of. */
    @FunctionalInterface
    public interface Content {
        /** Has to read the whole thing that comes next, and may fail with {@code OTHER_FORMAT} before that. */
        void read(JsonWalk walk, Gathering into) throws ImportException, InterruptedException;
    }

    /**
     * Reads a file. One in UTF-16, which some shells make of what a program prints, is not read but told as a problem.
     *
     * @return to be closed by the caller
     */
    public static ImportSource read(Path file, Progress progress, Content content)
            throws ImportException, InterruptedException {
        try (SourceFile read = SourceFile.read(file, MAX_SIZE)) {
            return read(read.content(), progress, content);
        }
    }

    static ImportSource read(MemorySegment bytes, Progress progress, Content content)
            throws ImportException, InterruptedException {
        try (Gathering gathering = new Gathering()) {
            if (isUtf16(bytes)) {
                gathering.note(Place.line(1), Kind.UTF_16, Optional.empty());
            } else {
                JsonWalk walk = JsonWalk.of(bytes, progress);
                content.read(walk, gathering);
                walk.end();
            }
            return gathering.finish();
        }
    }

    /** Whether the bytes begin with the byte order mark of UTF-16. */
    static boolean isUtf16(MemorySegment bytes) {
        if (bytes.byteSize() < 2) {
            return false;
        }
        int first = bytes.get(ValueLayout.JAVA_BYTE, 0) & 0xff;
        int second = bytes.get(ValueLayout.JAVA_BYTE, 1) & 0xff;
        return (first == 0xff && second == 0xfe) || (first == 0xfe && second == 0xff);
    }

    /** Makes sure that an object comes next, since a format has nothing else there. */
    public static void requireObject(JsonWalk walk) throws ImportException {
        require(walk, JsonWalk.Sort.OBJECT);
    }

    static void require(JsonWalk walk, JsonWalk.Sort sort) throws ImportException {
        if (walk.next() != sort) {
            throw new ImportException(Reason.OTHER_FORMAT);
        }
    }
}
