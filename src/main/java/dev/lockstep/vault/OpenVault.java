package dev.lockstep.vault;

import dev.lockstep.model.RowId;
import dev.lockstep.model.VaultException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An unlocked vault. Closing it locks it: keys and heads are overwritten, and every further call fails with {@code Failure.Locked}. */
public final class OpenVault implements AutoCloseable {
    private static final RowId LAYOUT = new RowId(0, 1);

    private final Path file;
    private final Session session;
    private final Secrets secrets;
    private final Collections collections;
    private final Drafts drafts;
    private final Importing importing;
    private final Health health;

    OpenVault(Path file, Session session) {
        this.file = file;
        this.session = session;
        this.secrets = new Secrets(session);
        this.collections = new Collections(session);
        this.drafts = new Drafts(session);
        this.importing = new Importing(session, secrets);
        this.health = new Health(session);
    }

    public Path file() {
        return file;
    }

    /** The file's name without its ending. */
    public String name() {
        return Vaults.name(file);
    }

    /** Whether the file or its medium cannot be written. */
    public boolean readOnly() {
        return session.readOnly();
    }

    public Catalog catalog() {
        return session.catalog();
    }

    public Secrets secrets() {
        return secrets;
    }

    public Collections collections() {
        return collections;
    }

    public Drafts drafts() {
        return drafts;
    }

    public Importing importing() {
        return importing;
    }

    public Health health() {
        return health;
    }

    /** How the window last showed this vault. */
    public Optional<Layout> layout() {
        return session.keyValues().layout();
    }

    /** Remembers how the window shows this vault; does nothing where the vault cannot be written. */
    public void layout(Layout layout) throws VaultException {
        if (!session.readOnly() && !layout().equals(Optional.of(layout))) {
            session.<@Nullable Void, VaultException>change(batch -> {
                batch.put(Kind.LAYOUT, LAYOUT, KeyValueCodec.encode(LAYOUT, layout));
                return null;
            });
        }
    }

    /**
     * Calls back after every change of secrets or collections, on the thread that made it or that found it made by another process. The
     * returned function ends that.
     */
    public Runnable onChange(Runnable listener) {
        return session.onChange(listener);
    }

    @Override
    public void close() {
        session.close();
        health.forget();
    }
}
