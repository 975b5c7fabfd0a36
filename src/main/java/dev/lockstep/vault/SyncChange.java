package dev.lockstep.vault;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.Failure;
import dev.lockstep.model.RemoteId;
import dev.lockstep.model.RowId;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One durable change around remotes while it is being made: all of it happens, or nothing. Of use only inside of {@link SyncRows#change}. */
public final class SyncChange {
    /** The most bytes of a row. */
    public static final int MAX_BYTES = 1 << 16;

    /** The most bytes of a rotation. */
    public static final int MAX_ROTATION = 1 << 20;

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

    /** The time of the change, in whole milliseconds. */
    public Instant now() {
        return Instant.ofEpochMilli(batch.now());
    }

    /** An identity that nothing else has. */
    public RowId newId() {
        return session.newId();
    }

    /** The secret as this change leaves it so far; empty if it is gone. */
    public Optional<Entry> entry(SecretId secret) throws VaultException {
        return batch.find(secret).map(found -> found.head().entry(secret, found.version()));
    }

    /** The bytes of a rotation as they were before this change; empty if there is none of that id. They are the caller's. */
    public Optional<byte[]> rotation(RowId id) {
        return Optional.ofNullable(session.keyValues().rotations().get(id)).map(byte[]::clone);
    }

    /**
     * Writes a rotation, in the place of the one that has the id.
     *
     * @param bytes up to {@value #MAX_ROTATION}; they stay the caller's
     */
    public void rotation(RowId id, byte[] bytes) throws VaultException {
        if (bytes.length > MAX_ROTATION) {
            throw new IllegalArgumentException("A rotation of " + bytes.length + " bytes");
        }
        batch.put(Kind.ROTATION, id, KeyValueCodec.rotation(id, bytes));
    }

    /** Removes a rotation; does nothing if it is not there. */
    public void forgetRotation(RowId id) throws VaultException {
        batch.delete(Kind.ROTATION, id);
    }

    /** Has the audit log tell what befell a secret, with a word that is the same in every language. */
    public void note(AuditEvent event, SecretId secret, String text) throws VaultException {
        String own = entry(secret).map(Entry::name).orElse("");
        batch.audit().note(event, secret, own, text);
    }

    /**
     * Gives a secret a new value, and notes that; the former value goes to the history, and the day by which a new one is due moves as far as the
     * former was from the last change. Does nothing if it has that value already.
     *
     * @param value stays the caller's
     * @return whether it got another value
     * @throws VaultException {@code Gone}, or if it is in the trash {@code ChangedMeanwhile}; {@code TooLarge}
     */
    public boolean renew(SecretId secret, SecretValue value) throws VaultException {
        Limits.check(value);
        Head former = batch.head(secret).head();
        if (former.trashed() != 0) {
            throw new VaultException(new Failure.ChangedMeanwhile());
        }
        if (batch.isValue(value, former.value())) {
            return false;
        }
        Head.ValueInfo info = batch.putValue(secret, value, Origin.TYPED, former.value());
        ZoneId zone = session.clock().getZone();
        LocalDate today = LocalDate.ofInstant(Instant.ofEpochMilli(batch.now()), zone);
        Optional<LocalDate> due = former.entry(secret, 0).rotationDays(zone).map(today::plusDays);
        SecretDetails details = former.details();
        Head renewed = due.isPresent() ? former.withDetails(details.withRotateBy(due), batch.now()) : former;
        batch.put(secret, renewed.withValue(info, batch.now()));
        batch.audit().note(AuditEvent.VALUE_CHANGED, secret, details.name(), "");
        return true;
    }

    private String name(RemoteId id) throws VaultException {
        Remote remote = session.keyValues().remotes().get(id);
        if (remote == null) {
            throw new VaultException(new Failure.Gone());
        }
        return remote.name();
    }
}
