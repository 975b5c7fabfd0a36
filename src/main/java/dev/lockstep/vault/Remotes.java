package dev.lockstep.vault;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.CollectionId;
import dev.lockstep.model.Failure;
import dev.lockstep.model.RemoteId;
import dev.lockstep.model.VaultException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The use cases around the remotes of a vault: connections to vendors' vaults, of which this package knows texts and bytes only. Nothing here
 * ever calls a vendor. Credentials are opened for one use at a time. Durable as {@link Secrets}.
 */
public final class Remotes {
    private final Session session;

    Remotes(Session session) {
        this.session = session;
    }

    /** A remote that was removed; its credentials stay sealed in it. */
    public static final class Removed {
        private final Remote remote;
        private final RemoteRows.Former former;

        private Removed(Remote remote, RemoteRows.Former former) {
            this.remote = remote;
            this.former = former;
        }

        public Remote remote() {
            return remote;
        }
    }

    /** By name, ignoring case. */
    public List<Remote> all() {
        return session.keyValues().remotes().values().stream()
                .sorted(Comparator.comparing(Remote::name, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(remote -> remote.id().toString()))
                .toList();
    }

    /** Those of one collection, by name, ignoring case. */
    public List<Remote> of(CollectionId collection) {
        return all().stream()
                .filter(remote -> remote.collection().equals(collection))
                .toList();
    }

    /** The remote that leads to a place of a vendor, whatever collection it is of. */
    public Optional<Remote> at(String vendor, String place) {
        return session.keyValues().remoteAt(vendor, place);
    }

    /**
     * One remote.
     *
     * @throws VaultException {@code Gone}
     */
    public Remote get(RemoteId id) throws VaultException {
        session.requireOpen();
        Remote found = session.keyValues().remotes().get(id);
        if (found == null) {
            throw new VaultException(new Failure.Gone());
        }
        return found;
    }

    /**
     * Adds a remote, which is not paused.
     *
     * @param credentials by their ids; empty ones count as not given; they stay the caller's
     * @throws VaultException {@code PlaceTaken} if another remote leads there, {@code Gone} if the collection is, {@code TooLarge}
     */
    public Remote add(
            CollectionId collection, String vendor, RemoteDetails details, Map<String, SecretValue> credentials)
            throws VaultException {
        Map<String, SecretValue> given = given(credentials);
        Limits.check(vendor, details, given);
        RemoteId id = new RemoteId(session.newId());
        return RemoteRows.change(session, rows -> {
            Instant now = Instant.ofEpochMilli(rows.now());
            Remote added = new Remote(id, collection, vendor, details, Conduct.DEFAULT, now, now, given.keySet());
            rows.add(added, given);
            rows.note(AuditEvent.REMOTE_ADDED, added.name());
            return added;
        });
    }

    /**
     * Changes details and credentials. Of the former credentials those stay that are named and not typed anew; others are forgotten.
     *
     * @param base what was edited; how it is used does not count
     * @param typed credentials by their ids; empty ones count as not given; they stay the caller's
     * @param kept ids of credentials that stay as they are, where there are such
     * @throws VaultException {@code ChangedMeanwhile} if the remote is not as {@code base} says any more, {@code PlaceTaken}, {@code Gone},
     *     {@code TooLarge}
     */
    public Remote change(Remote base, RemoteDetails details, Map<String, SecretValue> typed, Set<String> kept)
            throws VaultException {
        Map<String, SecretValue> given = given(typed);
        Limits.check(base.vendor(), details, given);
        return RemoteRows.change(session, rows -> {
            Remote present = rows.get(base.id());
            if (!present.withConduct(base.conduct()).equals(base)) {
                throw new VaultException(new Failure.ChangedMeanwhile());
            }
            Map<String, SecretValue> former = rows.credentials(base.id());
            try {
                Map<String, SecretValue> credentials = new HashMap<>(former);
                credentials.keySet().retainAll(kept);
                credentials.putAll(given);
                Limits.check(base.vendor(), details, credentials);
                Remote changed = present.changed(details, rows.now(), credentials.keySet());
                rows.put(changed, credentials);
                String renamed = changed.name().equals(present.name()) ? "" : present.name() + " \u2192 ";
                rows.note(AuditEvent.REMOTE_CHANGED, renamed + changed.name());
                return changed;
            } finally {
                close(former);
            }
        });
    }

    /** Has nothing sent there or asked for until it is resumed. */
    public Remote pause(RemoteId id) throws VaultException {
        return conduct(id, present -> present.withPaused(true));
    }

    /**
     * Ends a pause.
     *
     * @throws VaultException {@code PlaceTaken} if another remote that is not paused leads there, which only damage can bring about
     */
    public Remote resume(RemoteId id) throws VaultException {
        return conduct(id, present -> present.withPaused(false));
    }

    /** Changes how a remote is used; the former {@link Remote#conduct} undoes it. Throws what {@link #resume} does. */
    public Remote conduct(RemoteId id, Conduct conduct) throws VaultException {
        return conduct(id, present -> conduct);
    }

    private Remote conduct(RemoteId id, UnaryOperator<Conduct> change) throws VaultException {
        return RemoteRows.change(session, rows -> {
            Remote present = rows.get(id);
            Remote changed = present.withConduct(change.apply(present.conduct()));
            if (changed.equals(present)) {
                return present;
            }
            Map<String, SecretValue> credentials = rows.credentials(id);
            try {
                rows.put(changed, credentials);
            } finally {
                close(credentials);
            }
            note(rows, present, changed);
            return changed;
        });
    }

    private static void note(RemoteRows rows, Remote former, Remote present) {
        if (former.paused() != present.paused()) {
            rows.note(present.paused() ? AuditEvent.REMOTE_PAUSED : AuditEvent.REMOTE_RESUMED, present.name());
        }
        if (!former.conduct().withPaused(present.paused()).equals(present.conduct())) {
            String deletions = present.conduct().deletions() ? ", DELETIONS" : "";
            String use = present.conduct().direction() + deletions;
            rows.note(AuditEvent.REMOTE_CHANGED, present.name() + ": " + use);
        }
    }

    /**
     * Forgets a remote, its credentials and what is known of the secrets there. What stands at the vendor stays there, and nobody is asked.
     *
     * @return what {@link #putBack} takes, as long as this vault is open
     */
    public Removed remove(RemoteId id) throws VaultException {
        return RemoteRows.change(session, rows -> {
            Remote present = rows.get(id);
            RemoteRows.Former former = rows.remove(id);
            rows.note(AuditEvent.REMOTE_REMOVED, present.name());
            return new Removed(present, former);
        });
    }

    /**
     * Adds a remote that was removed, as it was, with its credentials and what was known of the secrets there; does nothing if it is there.
     *
     * @throws VaultException {@code PlaceTaken} if another remote leads there by now, {@code Gone} if the collection is, {@code TooLarge}
     */
    public void putBack(Removed removed) throws VaultException {
        RemoteRows.<@Nullable Void>change(session, rows -> {
            if (rows.find(removed.remote.id()).isEmpty()) {
                rows.putBack(removed.remote, removed.former);
                rows.note(AuditEvent.REMOTE_ADDED, removed.remote.name());
            }
            return null;
        });
    }

    /**
     * Opens the credentials of a remote, by their ids, each to be closed by the caller.
     *
     * @throws VaultException {@code Gone}
     */
    public Map<String, SecretValue> credentials(RemoteId id) throws VaultException {
        byte[] content = session.content(Kind.REMOTE, id.row());
        try {
            return RemoteCodec.credentials(content);
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    /**
     * Notes that a value at a vendor is about to be read, where this vault can be written.
     *
     * @param name of the secret as it stands there
     */
    public void reading(Remote remote, String name) throws VaultException {
        session.note(batch -> batch.audit().note(AuditEvent.REMOTE_VALUE_READ, 1, remote.name() + ": " + name));
    }

    private static Map<String, SecretValue> given(Map<String, SecretValue> credentials) {
        Map<String, SecretValue> given = new HashMap<>(credentials);
        given.values().removeIf(value -> value.size() == 0);
        return given;
    }

    private static void close(Map<String, SecretValue> credentials) {
        credentials.values().forEach(SecretValue::close);
    }
}
