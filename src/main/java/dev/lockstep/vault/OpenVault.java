package dev.lockstep.vault;

import dev.lockstep.model.RowId;
import dev.lockstep.model.VaultException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An unlocked vault. Closing it locks it: keys and heads are overwritten, and every further call fails with {@code Failure.Locked}. */
public final class OpenVault implements AutoCloseable {
    /** The identity of rows of which a vault has one. */
    static final RowId SINGLE = new RowId(0, 1);

    private final Path file;
    private final Session session;
    private final Way openedBy;
    private final Secrets secrets;
    private final Collections collections;
    private final Drafts drafts;
    private final Importing importing;
    private final History history;
    private final Trash trash;
    private final AuditLog audit;

    OpenVault(Path file, Session session, Way openedBy) {
        this.file = file;
        this.session = session;
        this.openedBy = openedBy;
        this.history = new History(session);
        this.trash = new Trash(session);
        this.audit = new AuditLog(session);
        this.secrets = new Secrets(session);
        this.collections = new Collections(session);
        this.drafts = new Drafts(session);
        this.importing = new Importing(session, secrets);
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

    /** What the vault was opened with. */
    public Way openedBy() {
        return openedBy;
    }

    /**
     * Tells that the file is older than what this computer last saw of the vault. Until {@link #acceptRollback} it can only be read.
     */
    public Optional<Rollback> rollback() {
        return session.rollback();
    }

    /** Goes on from the older state; the audit log tells of it. */
    public void acceptRollback() throws VaultException {
        session.acceptRollback();
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

    public History history() {
        return history;
    }

    public Trash trash() {
        return trash;
    }

    public AuditLog audit() {
        return audit;
    }

    public Importing importing() {
        return importing;
    }

    /** How the window last showed this vault. */
    public Optional<Layout> layout() {
        return session.keyValues().layout();
    }

    /** Remembers how the window shows this vault; does nothing where the vault cannot be written. */
    public void layout(Layout layout) throws VaultException {
        if (!session.readOnly() && !layout().equals(Optional.of(layout))) {
            session.<@Nullable Void, VaultException>change(batch -> {
                batch.put(Kind.LAYOUT, SINGLE, KeyValueCodec.encode(SINGLE, layout));
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

    /** Has the audit log tell how the vault was opened, and how often somebody failed before. */
    void noteUnlock(FailedUnlocks failures) throws VaultException {
        Optional<FailedUnlocks.Failures> failed = failures.read();
        session.note(batch -> {
            failed.ifPresent(some ->
                    batch.audit().note(AuditEvent.FAILED_UNLOCKS, some.number(), some.first() + " - " + some.last()));
            batch.audit().note(AuditEvent.UNLOCKED, 1, openedBy.name());
        });
        if (failed.isPresent() && !readOnly()) {
            failures.forget();
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
