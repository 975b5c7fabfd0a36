package dev.lockstep.vault;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.crypto.Manifest;
import dev.lockstep.model.Failure;
import dev.lockstep.model.RemoteId;
import dev.lockstep.model.RowId;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What the vault keeps about the secrets at its remotes: rows of bytes, of which it knows only to which remote they belong. They are not read
 * when the vault is unlocked. Durable as {@link Secrets}; not for the JavaFX thread.
 */
public final class SyncRows {
    /** The most values that are opened at once. */
    public static final int MOST_VALUES = 64;

    /** The row about each remote that tells when it was looked at, and nothing that is worth a backup. */
    public static final RowId LOOKED = new RowId(0, 1);

    private final Session session;
    private final Secrets secrets;
    private final Fingerprints fingerprints;
    private final SyncTurns turns;

    /** The set of rows that was last found to be what was saved. */
    private final AtomicReference<Optional<Manifest.Rows>> known = new AtomicReference<>(Optional.empty());

    SyncRows(Session session, Secrets secrets) {
        this.session = session;
        this.secrets = secrets;
        this.fingerprints = new Fingerprints(session);
        this.turns = new SyncTurns(session);
    }

    /** Takes rows. */
    @FunctionalInterface
    public interface Reader {
        /** Takes one row, whose bytes are overwritten when it returns. */
        void row(RowId id, byte[] bytes) throws VaultException;
    }

    /**
     * Hands over each row about a remote, in no order that means anything. When they are read for the first time, and after another process
     * changed them, all of them are opened and compared with what was last saved, so that none is missing, moved, or an older one.
     *
     * @param reader is not to call the vault
     * @return which rows these are among
     * @throws VaultException {@code PartDamaged} or {@code SetChanged} with {@code Part.SYNC} if they are not as they were saved, {@code Gone} if
     *     the remote is
     */
    public SyncEdition each(RemoteId remote, Reader reader) throws VaultException {
        return session.<SyncEdition>read(reading -> {
            Set<RemoteId> remotes = session.keyValues().remotes().keySet();
            if (!remotes.contains(remote)) {
                throw new VaultException(new Failure.Gone());
            }
            SyncWalk walk = reading.sync();
            require(walk, remotes, reading.manifest().sync());
            walk.<VaultException>each(remote, found -> {
                byte[] bytes = SyncCodec.bytes(found.content());
                try {
                    reader.row(found.row(), bytes);
                } finally {
                    Arrays.fill(bytes, (byte) 0);
                }
            });
            return new SyncEdition(reading.manifest().sync());
        });
    }

    /** Which rows there are now, those that another process wrote among them. */
    public SyncEdition edition() throws VaultException {
        return session.<SyncEdition>read(
                reading -> new SyncEdition(reading.manifest().sync()));
    }

    private void require(SyncWalk walk, Set<RemoteId> remotes, Manifest.Rows expected) throws VaultException {
        if (!known.get().equals(Optional.of(expected))) {
            if (!walk.sum(remotes).equals(expected)) {
                throw new VaultException(new Failure.SetChanged(Failure.Part.SYNC));
            }
            known.set(Optional.of(expected));
        }
    }

    /**
     * Makes one durable change.
     *
     * @return what the work returns
     * @throws VaultException what the work throws, or what the store does; nothing is changed then
     */
    public <T extends @Nullable Object> T change(SyncChange.Work<T> work) throws VaultException {
        return session.<Done<T>, VaultException>change(batch -> {
                    Manifest.Rows before = batch.sync().rows();
                    T result = work.run(new SyncChange(session, secrets, batch));
                    return new Done<>(result, before, batch.sync().rows());
                })
                .told(known);
    }

    private record Done<T extends @Nullable Object>(T result, Manifest.Rows before, Manifest.Rows after) {
        /** Rows that were as they were saved before the change are so after it. */
        T told(AtomicReference<Optional<Manifest.Rows>> known) {
            known.updateAndGet(last -> last.equals(Optional.of(before)) ? Optional.of(after) : last);
            return result;
        }
    }

    /**
     * Opens the present value of a secret to send it to a remote, to be closed by the caller. That is no reveal: what is sent is noted with the
     * change that tells of it.
     */
    public SecretValue value(SecretId id) throws VaultException {
        return session.value(id);
    }

    /** The same of many secrets at one moment, at most {@value #MOST_VALUES}; those that cannot be opened are left out. */
    public Map<SecretId, SecretValue> values(Collection<SecretId> ids) throws VaultException {
        if (ids.size() > MOST_VALUES) {
            throw new IllegalArgumentException(ids.size() + " values");
        }
        return session.<Map<SecretId, SecretValue>>read(reading -> {
            Map<SecretId, SecretValue> opened = new HashMap<>();
            for (SecretId id : Set.copyOf(ids)) {
                try {
                    opened.put(
                            id,
                            ValueCodec.value(reading.value(id, session.head(id).value())));
                } catch (VaultException untold) {
                    // whoever asks for it alone is told why
                }
            }
            return opened;
        });
    }

    /** The rotations that are kept, as last committed; does not wait for a running change. The arrays are the caller's. */
    public Map<RowId, byte[]> rotations() {
        Map<RowId, byte[]> copies = new HashMap<>();
        session.keyValues().rotations().forEach((id, bytes) -> copies.put(id, bytes.clone()));
        return copies;
    }

    public Fingerprints fingerprints() {
        return fingerprints;
    }

    /**
     * Takes the turn to write to remotes, for this open vault alone among the programs of this computer; it may have it several times at once.
     *
     * @return empty if another program has it. Where this computer can remember nothing, nobody is kept out.
     */
    public Optional<SyncTurn> turn() {
        return turns.take();
    }

    /** As last committed; does not wait for a running change. */
    public SyncPolicy policy() {
        return session.keyValues().syncPolicy();
    }

    public void policy(SyncPolicy policy) throws VaultException {
        session.<@Nullable Void, VaultException>change(batch -> {
            if (!policy.equals(policy())) {
                batch.put(Kind.SYNC_POLICY, OpenVault.SINGLE, KeyValueCodec.encode(OpenVault.SINGLE, policy));
                batch.audit().note(policy.pauseAll() ? AuditEvent.SYNC_PAUSED : AuditEvent.SYNC_RESUMED, 1, "");
            }
            return null;
        });
    }

    /**
     * A number that is another one after every change of secrets, collections, remotes or rows. That this process showed or copied a value is
     * none; of other processes everything counts. It means nothing once the vault was locked.
     */
    public long mark() throws VaultException {
        return session.mark();
    }

    /** Overwrites what is in memory; only once the session is closed. */
    void forget() {
        fingerprints.forget();
    }
}
