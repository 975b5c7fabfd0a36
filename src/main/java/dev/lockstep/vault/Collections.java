package dev.lockstep.vault;

import dev.lockstep.model.CollectionId;
import dev.lockstep.model.Failure;
import dev.lockstep.model.VaultException;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The use cases around collections; a vault has at least one. Durable as {@link Secrets}. */
public final class Collections {
    private final Session session;

    Collections(Session session) {
        this.session = session;
    }

    /** By title, ignoring case. */
    public List<SecretCollection> all() {
        return session.keyValues().collections().values().stream()
                .sorted(Comparator.comparing(SecretCollection::title, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(collection -> collection.id().toString()))
                .toList();
    }

    /**
     * One collection.
     *
     * @throws VaultException {@code Gone}
     */
    public SecretCollection get(CollectionId id) throws VaultException {
        session.requireOpen();
        SecretCollection found = session.keyValues().collections().get(id);
        if (found == null) {
            throw new VaultException(new Failure.Gone());
        }
        return found;
    }

    /**
     * Adds a collection.
     *
     * @throws VaultException {@code NameTaken} if another has this name and environment, {@code TooLarge}
     */
    public SecretCollection add(String name, String environment, String rule) throws VaultException {
        SecretCollection added = new SecretCollection(new CollectionId(session.newId()), name, environment, rule);
        Limits.check(added);
        session.<@Nullable Void, VaultException>change(batch -> {
            put(batch, added);
            batch.audit().note(AuditEvent.COLLECTION_ADDED, 1, added.title());
            return null;
        });
        return added;
    }

    /**
     * Adds a collection that was removed, as it was.
     *
     * @throws VaultException {@code NameTaken} if another has its name and environment by now, {@code TooLarge}
     */
    public void putBack(SecretCollection removed) throws VaultException {
        Limits.check(removed);
        session.<@Nullable Void, VaultException>change(batch -> {
            put(batch, removed);
            return null;
        });
    }

    /**
     * Renames, or changes environment or rule.
     *
     * @throws VaultException {@code NameTaken}, {@code Gone}, {@code TooLarge}
     */
    public void change(SecretCollection collection) throws VaultException {
        Limits.check(collection);
        session.<@Nullable Void, VaultException>change(batch -> {
            String former = get(collection.id()).title();
            put(batch, collection);
            String title = collection.title();
            String told = title.equals(former) ? title : former + " \u2192 " + title;
            batch.audit().note(AuditEvent.COLLECTION_CHANGED, 1, told);
            return null;
        });
    }

    private void put(Batch batch, SecretCollection collection) throws VaultException {
        for (SecretCollection other : all()) {
            if (!other.id().equals(collection.id()) && other.title().equals(collection.title())) {
                throw new VaultException(new Failure.NameTaken());
            }
        }
        batch.put(Kind.COLLECTION, collection.id().row(), KeyValueCodec.encode(collection));
    }

    /**
     * Removes a collection that holds no secret, not even in the trash, and has no remote; the last one stays.
     *
     * @throws VaultException {@code CollectionNotEmpty}, {@code CollectionHasRemotes}, {@code Gone}
     */
    public void remove(CollectionId id) throws VaultException {
        session.<@Nullable Void, VaultException>change(batch -> {
            String title = get(id).title();
            if (all().size() == 1 || session.catalog().holdsAny(id)) {
                throw new VaultException(new Failure.CollectionNotEmpty());
            }
            if (session.keyValues().remotes().values().stream()
                    .anyMatch(remote -> remote.collection().equals(id))) {
                throw new VaultException(new Failure.CollectionHasRemotes());
            }
            batch.delete(Kind.COLLECTION, id.row());
            batch.audit().note(AuditEvent.COLLECTION_REMOVED, 1, title);
            return null;
        });
    }
}
