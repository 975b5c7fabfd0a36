package dev.lockstep.transfer.export;

import dev.lockstep.model.VaultException;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.util.Set;

/** Writes one format. Without state. */
public interface ExportFormat {
    /** Names it on the command line: lower-case ASCII letters, digits and hyphens; never changes. That of the format that reads it, if one does. */
    String id();

    /** Ending of a file's name, with its full stop. */
    String ending();

    /** Whether values are in it; where they are not, none is opened. */
    boolean holdsValues();

    /** Whether the values in it can be read only with a passphrase. */
    default boolean isSealed() {
        return needs().contains(Need.PASSPHRASE);
    }

    /** What of a secret besides its name and value can be read from it again. */
    Set<Detail> keeps();

    /** What it has to be told; nothing, if a format says no more. */
    default Set<Need> needs() {
        return Set.of();
    }

    /** What is wrong with what it was told; without any it can be written. */
    default Set<Objection> objections(ExportOptions options) {
        return Set.of();
    }

    /** Looks at the secrets of one export. */
    Screening screening();

    /**
     * Writes everything.
     *
     * @param items passed {@link #screening}
     * @param out stays the caller's to close
     * @param options without {@link #objections}
     */
    void write(ExportItems items, WritableByteChannel out, ExportOptions options)
            throws IOException, VaultException, InterruptedException;

    /** What is known of a secret besides its name and value. */
    enum Detail {
        COLLECTION,
        DESCRIPTION,
        TAGS,
        ROTATE_BY
    }

    /** What has to be said before it can be written. */
    enum Need {
        /** What it will open with. */
        PASSPHRASE,
        /** The name of the object that holds the secrets in Kubernetes, and perhaps its namespace. */
        KUBERNETES_OBJECT
    }

    /** What is wrong with what was said. */
    enum Objection {
        NO_PASSPHRASE,
        /** No lower-case DNS subdomain (RFC 1123) of 1 to 253 characters. */
        OBJECT_NAME,
        /** No lower-case DNS label (RFC 1123) of 1 to 63 characters. */
        NAMESPACE
    }
}
