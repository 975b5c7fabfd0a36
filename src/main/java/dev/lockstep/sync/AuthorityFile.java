package dev.lockstep.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;

/** What a file is worth that somebody chose to tell whom to trust: certificates in PEM, DER or PKCS #7, at most 1 MiB. Nobody is asked. */
public sealed interface AuthorityFile {
    /** It cannot be used. */
    record Unfit(FieldProblem problem) implements AuthorityFile {}

    /**
     * It can be used.
     *
     * @param authorities how many certificates of authorities are valid now
     * @param name of the first certificate that counts, as it says itself in RFC 2253
     * @param from when that begins to be valid
     * @param until when the first of those that count ends
     */
    record Fit(int authorities, String name, Instant from, Instant until, Doubt doubt) implements AuthorityFile {}

    /** Why it may not help although it can be used. */
    enum Doubt {
        NONE,
        /** No certificate may vouch for others, so that only a server that shows this very one is trusted. */
        NO_AUTHORITY,
        /** All of them have ended. */
        ENDED,
        /** None of them has begun. */
        NOT_BEGUN
    }

    /** Reads a file, and forgets it but for what is told. Takes as long as the disk does. */
    static AuthorityFile read(Path file, Instant now) {
        byte[] content;
        try {
            content = Authorities.content(file);
        } catch (IOException e) {
            return new Unfit(Files.isRegularFile(file) ? FieldProblem.UNREADABLE : FieldProblem.NO_FILE);
        }
        try {
            return Authorities.judge(content, now);
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }
}
