package dev.lockstep.vault;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.Failure;
import dev.lockstep.model.RemoteId;
import dev.lockstep.model.SealedRow;
import dev.lockstep.model.VaultException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of remotes within one transaction. What was in them is overwritten once it is over. */
final class RemoteRows {
    private final Session session;
    private final Batch batch;
    private final List<byte[]> contents;

    private RemoteRows(Session session, Batch batch, List<byte[]> contents) {
        this.session = session;
        this.batch = batch;
        this.contents = contents;
    }

    /** Changes them. */
    @FunctionalInterface
    interface Work<T extends @Nullable Object> {
        T run(RemoteRows rows) throws VaultException;
    }

    /** Makes one durable change. */
    static <T extends @Nullable Object> T change(Session session, Work<T> work) throws VaultException {
        List<byte[]> contents = new ArrayList<>();
        try {
            return session.<T, VaultException>change(batch -> work.run(new RemoteRows(session, batch, contents)));
        } finally {
            contents.forEach(content -> Arrays.fill(content, (byte) 0));
        }
    }

    long now() {
        return batch.now();
    }

    /**
     * A remote as this transaction found it.
     *
     * @throws VaultException {@code Gone}
     */
    Remote get(RemoteId id) throws VaultException {
        return find(id).orElseThrow(() -> new VaultException(new Failure.Gone()));
    }

    Optional<Remote> find(RemoteId id) {
        return Optional.ofNullable(session.keyValues().remotes().get(id));
    }

    /** The credentials of a remote, to be closed by the caller. */
    Map<String, SecretValue> credentials(RemoteId id) throws VaultException {
        return RemoteCodec.credentials(wiped(batch.reading().keyValue(Kind.REMOTE, id.row())));
    }

    /**
     * Writes a remote that was not there.
     *
     * @throws VaultException {@code Gone} if its collection is, {@code TooLarge} if there are too many, {@code PlaceTaken}
     */
    void add(Remote remote, Map<String, SecretValue> credentials) throws VaultException {
        requireRoom(remote);
        put(remote, credentials);
    }

    /**
     * Writes a remote.
     *
     * @throws VaultException {@code PlaceTaken} if it would lead where another one does
     */
    void put(Remote remote, Map<String, SecretValue> credentials) throws VaultException {
        requireFree(remote);
        batch.put(Kind.REMOTE, remote.id().row(), wiped(RemoteCodec.encode(remote, credentials)));
    }

    /** What was there of a remote, still sealed. */
    record Former(SealedRow row, List<SyncTable.Former> sync) {}

    /** Writes a remote that was removed, as {@link #add} does, with the rows about it. */
    void putBack(Remote remote, Former former) throws VaultException {
        requireRoom(remote);
        requireFree(remote);
        byte[] content = wiped(batch.reading().open(Kind.REMOTE, remote.id().row(), former.row()));
        batch.put(Kind.REMOTE, remote.id().row(), content);
        batch.sync().putBack(remote.id(), former.sync());
    }

    /** Removes a remote and the rows about it. */
    Former remove(RemoteId id) throws VaultException {
        SealedRow row = batch.reading().row(Kind.REMOTE, id.row());
        batch.delete(Kind.REMOTE, id.row());
        return new Former(row, batch.sync().removeAll(id));
    }

    void note(AuditEvent event, String text) {
        batch.audit().note(event, 1, text);
    }

    private byte[] wiped(byte[] content) {
        contents.add(content);
        return content;
    }

    private void requireRoom(Remote added) throws VaultException {
        KeyValues present = session.keyValues();
        if (!present.collections().containsKey(added.collection())) {
            throw new VaultException(new Failure.Gone());
        }
        if (present.remotes().size() >= Remote.MAX_NUMBER) {
            throw new VaultException(new Failure.TooLarge(Failure.Field.REMOTES, Remote.MAX_NUMBER));
        }
    }

    /** Where damage brought two remotes to one place, each can still be changed, but only one of them be in use. */
    private void requireFree(Remote remote) throws VaultException {
        boolean arrives = find(remote.id())
                .filter(present ->
                        present.details().place().equals(remote.details().place()))
                .isEmpty();
        boolean taken = session.keyValues().remotes().values().stream()
                .filter(other -> !other.id().equals(remote.id()))
                .filter(other ->
                        other.leadsWhere(remote.vendor(), remote.details().place()))
                .anyMatch(other -> arrives || !(remote.paused() || other.paused()));
        if (taken) {
            throw new VaultException(new Failure.PlaceTaken());
        }
    }
}
