package dev.lockstep.vault;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.Failure;
import dev.lockstep.model.RemoteId;
import dev.lockstep.model.RowId;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import org.jspecify.annotations.Nullable;

/** One durable change around remotes while it is being made: all of it happens, or nothing. Of use only inside of {@link SyncRows#change}. */
public final class SyncChange {
    /** The most bytes of a row. */
    public static final int MAX_BYTES = 1 << 16;

    private final Session session;
    private final Secrets secrets;
    private final Batch batch;

    SyncChange(Session session, Secrets secrets, Batch batch) {
        this.session = session;
        this.secrets = secrets;
        this.batch = batch;
    }

    /** Makes a change. */
    @FunctionalInterface
    public interface Work<T extends @Nullable Object> {
        /** What it throws undoes the change. The vault's other use cases are not to be called here, nor anything that takes long. */
        T run(SyncChange change) throws VaultException;
    }

    /** Which rows there are, as this change leaves them so far. */
    public SyncEdition edition() {
        return new SyncEdition(batch.sync().rows());
    }

    /**
     * Writes a row about a remote, in the place of the one that it had under that id.
     *
     * @param bytes up to {@value #MAX_BYTES}; they stay the caller's
     * @throws VaultException {@code Gone} if the remote is
     */
    public void put(RemoteId remote, RowId row, byte[] bytes) throws VaultException {
        if (bytes.length > MAX_BYTES) {
            throw new IllegalArgumentException("A row of " + bytes.length + " bytes");
        }
        name(remote);
        batch.sync().put(remote, row, bytes);
    }

    /** Removes a row about a remote; does nothing if it is not there. */
    public void delete(RemoteId remote, RowId row) throws VaultException {
        batch.sync().delete(remote, row);
    }

    /**
     * Has the audit log tell what befell a secret at a remote.
     *
     * @param name of the secret there
     */
    public void note(AuditEvent event, RemoteId remote, SecretId secret, String name) throws VaultException {
        String own =
                batch.find(secret).map(head -> head.head().details().name()).orElse("");
        batch.audit().note(event, secret, own, name(remote) + ": " + name);
    }

    /**
     * Adds a secret whose value came from a remote, and notes that.
     *
     * @param value stays the caller's
     * @throws VaultException {@code NameTaken}, {@code TooLarge}, {@code Gone} if the collection or the remote is
     */
    public Entry create(RemoteId from, SecretDetails details, SecretValue value) throws VaultException {
        Entry created = secrets.add(batch, details, value, Origin.REMOTE);
        batch.audit().note(AuditEvent.SYNC_PULLED, created.id(), created.name(), name(from));
        return created;
    }

    /**
     * Gives a secret a value that came from a remote, and notes that; the former value goes to the history.
     *
     * @param base the secret whose value is replaced
     * @param value stays the caller's
     * @throws VaultException {@code ChangedMeanwhile} if the value is not that of {@code base} any more, or the secret is in the trash; {@code
     *     Gone}, {@code TooLarge}
     */
    public Entry replace(RemoteId from, Entry base, SecretValue value) throws VaultException {
        Limits.check(value);
        Head present = batch.head(base.id()).head();
        if (present.value().version() != base.valueVersion() || present.trashed() != 0) {
            throw new VaultException(new Failure.ChangedMeanwhile());
        }
        Head.ValueInfo info = batch.putValue(base.id(), value, Origin.REMOTE, present.value());
        Head head = present.withValue(info, batch.now());
        batch.put(base.id(), head);
        batch.audit().note(AuditEvent.SYNC_PULLED, base.id(), head.details().name(), name(from));
        return head.entry(base.id(), batch.version());
    }

    private String name(RemoteId id) throws VaultException {
        Remote remote = session.keyValues().remotes().get(id);
        if (remote == null) {
            throw new VaultException(new Failure.Gone());
        }
        return remote.name();
    }
}
