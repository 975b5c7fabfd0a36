package dev.lockstep.transfer;

import dev.lockstep.vault.Progress;
import java.nio.file.Path;
import java.util.Set;

/** Reads one format. */
public interface ImportFormat {
    /** How many bytes from the beginning of a file are shown to {@link #judge}. */
    int BEGINNING = 4096;

    /** Names it on the command line: lower-case ASCII letters, digits and hyphens; never changes. */
    String id();

    /**
     * Whether something looks like it.
     *
     * @param beginning the first bytes of a file, at most {@value #BEGINNING}; none of a folder
     */
    Likeness judge(Path source, byte[] beginning);

    /** What {@link #read} will need for it, as far as its beginning tells; nothing, if a format says no more. */
    default Set<Need> needs(Path source) throws ImportException, InterruptedException {
        return Set.of();
    }

    /**
     * Reads a file or a folder within bounds of time and memory. Interrupting the thread ends it.
     *
     * @return to be closed by the caller
     * @throws ImportException if nothing can be taken from it at all
     */
    ImportSource read(Path source, ImportOptions options, Progress progress)
            throws ImportException, InterruptedException;

    /** How much something looks like a format. */
    enum Likeness {
        NO,
        /** Nothing speaks against it; a format of which more can be said comes first. */
        MAYBE,
        LIKELY,
        /** It says so itself. */
        SURE
    }

    /** What is needed besides the file. */
    enum Need {
        PASSWORD,
        /** A password, a key file or both. */
        PASSWORD_OR_KEY_FILE,
        COLUMNS
    }
}
