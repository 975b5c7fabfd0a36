package dev.lockstep.vault;

import dev.lockstep.model.Failure;
import dev.lockstep.model.RowId;
import dev.lockstep.model.VaultException;
import dev.lockstep.store.FileSwap;
import dev.lockstep.store.VaultStore;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
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
    private final Remotes remotes;
    private final SyncRows sync;
    private final Drafts drafts;
    private final Importing importing;
    private final Exporting exporting;
    private final History history;
    private final Trash trash;
    private final AuditLog audit;
    private final Health health;
    private final Keys keys;
    private final Backups backups;

    OpenVault(Path file, Session session, Way openedBy) {
        this.file = file;
        this.session = session;
        this.openedBy = openedBy;
        this.history = new History(session);
        this.trash = new Trash(session);
        this.audit = new AuditLog(session);
        this.keys = new Keys(file, session, openedBy);
        this.backups = new Backups(file, session);
        this.secrets = new Secrets(session);
        this.collections = new Collections(session);
        this.remotes = new Remotes(session);
        this.sync = new SyncRows(session, secrets);
        this.drafts = new Drafts(session);
        this.importing = new Importing(session, secrets);
        this.exporting = new Exporting(session);
        this.health = new Health(session);
    }

    public Path file() {
        return file;
    }

    /** The file's name without its ending. */
    public String name() {
        return VaultStore.name(file);
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
        return session.heldBack().rollback();
    }

    /** Goes on from the older state; the audit log tells of it. */
    public void acceptRollback() throws VaultException {
        session.heldBack().acceptRollback(session);
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

    /** The connections to vendors' vaults. */
    public Remotes remotes() {
        return remotes;
    }

    /** What is known of the secrets at remotes. */
    public SyncRows sync() {
        return sync;
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

    /** The ways into this vault, and how to change them. */
    public Keys keys() {
        return keys;
    }

    public Importing importing() {
        return importing;
    }

    public Exporting exporting() {
        return exporting;
    }

    public Health health() {
        return health;
    }

    public Backups backups() {
        return backups;
    }

    /**
     * Reads everything that the vault holds, and tells what is not as it was last saved. Others can go on with the vault meanwhile; a thread that
     * is interrupted ends it.
     */
    public CheckReport check(Progress progress) throws VaultException, InterruptedException {
        return session.errands().run(progress, means -> {
            try (VaultStore reader = means.store().reader()) {
                return new FullCheck(reader, means.keys(), means.pace()).run(true);
            }
        });
    }

    /**
     * Saves what can be read into a new file in the place of the present one, which is kept. The vault stays open and shows what was saved.
     *
     * @param recovered name of collections that have to be made anew
     * @return what was saved, and what was lost
     * @throws VaultException {@code SetChanged} if the key slots were altered since the vault was opened, {@code Busy} if another process has it
     *     open; then it is as it was
     */
    public CheckReport repair(String recovered, Progress progress) throws VaultException, InterruptedException {
        Path draft = FileSwap.draft(file);
        try {
            Repair.Saved saved = session.errands().run(progress, means -> {
                var wanted = new Repair.Wanted(OpenVault::refuse, recovered);
                try (VaultStore reader = means.store().reader()) {
                    return new Repair(means.keys(), session.around(), means.pace(), wanted).write(reader, draft);
                }
            });
            Path kept = session.around()
                    .shelf(file)
                    .kept(Backup.Kind.BEFORE_REPAIR, session.clock().instant());
            session.errands().alone(() -> new Succession(session).goOnWith(draft, kept, saved.from()));
            return saved.report();
        } finally {
            FileSwap.discard(draft);
        }
    }

    private static SortedMap<Integer, byte[]> refuse(SortedMap<Integer, byte[]> slots) throws VaultException {
        throw new VaultException(new Failure.SetChanged(Failure.Part.KEY_SLOT));
    }

    /** Makes this copy the newest state of the vault, whatever this computer saw of it. */
    void followOn(Surroundings around, Succession.Note note) throws VaultException {
        long seen = session.alone(inside -> new Anchor(around.state(), inside.keys()).seen());
        session.<@Nullable Void, VaultException>commit(seen, batch -> {
            batch.audit().note(note.event(), 1, note.text());
            return null;
        });
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
     * Calls back after every change of secrets, collections or remotes, on the thread that made it or that found it made by another process. The
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
        sync.forget();
        health.forget();
    }
}
