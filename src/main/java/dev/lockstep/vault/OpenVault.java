package dev.lockstep.vault;

import dev.lockstep.model.VaultException;
import java.nio.file.Path;
import java.util.Optional;

/** An unlocked vault. Closing it locks it: keys and heads are overwritten, and every further call fails with {@code Failure.Locked}. */
public final class OpenVault implements AutoCloseable {
    OpenVault() {}

    public Path file() {
        throw new UnsupportedOperationException();
    }

    /** The file's name without its ending. */
    public String name() {
        throw new UnsupportedOperationException();
    }

    /** Whether the file or its medium cannot be written. */
    public boolean readOnly() {
        throw new UnsupportedOperationException();
    }

    public Catalog catalog() {
        throw new UnsupportedOperationException();
    }

    public Secrets secrets() {
        throw new UnsupportedOperationException();
    }

    public Collections collections() {
        throw new UnsupportedOperationException();
    }

    public Drafts drafts() {
        throw new UnsupportedOperationException();
    }

    public Importing importing() {
        throw new UnsupportedOperationException();
    }

    public Optional<Layout> layout() {
        throw new UnsupportedOperationException();
    }

    public void layout(Layout layout) throws VaultException {
        throw new UnsupportedOperationException();
    }

    /** Calls back after every change of secrets or collections, on the thread that made it. The returned function ends that. */
    public Runnable onChange(Runnable listener) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
