package dev.lockstep.vault;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.CollectionId;
import dev.lockstep.model.Failure;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The use cases around secrets. Each change is one durable transaction: when the method returns, it survives power loss; when it throws,
 * nothing was changed. Values given stay the caller's to close. Not for the JavaFX thread.
 */
public final class Secrets {
    private final Session session;

    Secrets(Session session) {
        this.session = session;
    }

    /**
     * Adds a secret.
     *
     * @throws VaultException {@code NameTaken}, {@code TooLarge}, {@code Gone} if the collection is
     */
    public Entry add(SecretDetails details, SecretValue value) throws VaultException {
        return session.<Entry, VaultException>change(batch -> {
            Entry added = add(batch, details, value, Origin.TYPED);
            batch.audit().note(AuditEvent.ADDED, added.id(), added.name(), "");
            return added;
        });
    }

    /** Adds a secret inside a larger transaction. */
    Entry add(Batch batch, SecretDetails details, SecretValue value, Origin origin) throws VaultException {
        Limits.check(details);
        Limits.check(value);
        collection(details.collection());
        SecretId id = new SecretId(session.newId());
        Head.ValueInfo info = batch.putValue(id, value, origin, null);
        Head head = new Head(details, batch.now(), batch.now(), batch.now(), 0, 0, info);
        batch.put(id, head);
        return head.entry(id, batch.version());
    }

    private SecretCollection collection(CollectionId id) throws VaultException {
        SecretCollection found = session.keyValues().collections().get(id);
        if (found == null) {
            throw new VaultException(new Failure.Gone());
        }
        return found;
    }

    /**
     * Changes the details, and the value too. The former value is kept in the history.
     *
     * @throws VaultException {@code ChangedMeanwhile} if the secret is not as {@code base} says any more
     */
    public Entry edit(Entry base, SecretDetails details, SecretValue value) throws VaultException {
        return change(base, details, value, Origin.TYPED);
    }

    /** Changes the details and leaves the value alone. */
    public Entry edit(Entry base, SecretDetails details) throws VaultException {
        return change(base, details, null, Origin.TYPED);
    }

    /** Changes the details and, with one, the value. */
    Entry change(Entry base, SecretDetails details, @Nullable SecretValue value, Origin origin) throws VaultException {
        Limits.check(details);
        if (value != null) {
            Limits.check(value);
        }
        return session.<Entry, VaultException>change(batch -> {
            Catalog.Versioned present = batch.head(base.id());
            if (!SecretDetails.of(present.head().entry(base.id(), present.version()))
                            .equals(SecretDetails.of(base))
                    || present.head().value().version() != base.valueVersion()) {
                throw new VaultException(new Failure.ChangedMeanwhile());
            }
            collection(details.collection());
            Head head = present.head().withDetails(details, batch.now());
            if (value != null) {
                Head.ValueInfo info = batch.putValue(base.id(), value, origin, head.value());
                head = head.withValue(info, batch.now());
            }
            batch.put(base.id(), head);
            AuditEvent event = value == null
                    ? AuditEvent.EDITED
                    : origin == Origin.RESTORED ? AuditEvent.FORMER_RESTORED : AuditEvent.VALUE_CHANGED;
            String formerName = details.name().equals(base.name()) ? "" : base.name();
            batch.audit().note(event, base.id(), details.name(), formerName);
            return head.entry(base.id(), batch.version());
        });
    }

    /**
     * Opens the value, to be closed by the caller, and notes the time in {@link Entry#lastRevealed} where the vault can be written: a full
     * disk or another writer keeps nobody from their values.
     */
    public SecretValue reveal(SecretId id) throws VaultException {
        return noted(id, AuditEvent.REVEALED);
    }

    /** Opens the value for the clipboard, to be closed by the caller; noted like {@link #reveal}, as a copy. */
    public SecretValue copy(SecretId id) throws VaultException {
        return noted(id, AuditEvent.COPIED);
    }

    private SecretValue noted(SecretId id, AuditEvent event) throws VaultException {
        SecretValue value = session.value(id);
        try {
            session.note(batch -> used(batch, id, event));
            return value;
        } catch (VaultException e) {
            value.close();
            throw e;
        }
    }

    /** Notes that the present value was shown or copied. */
    static void used(Batch batch, SecretId id, AuditEvent event) throws VaultException {
        Head head = batch.head(id).head();
        batch.put(id, head.withRevealed(batch.now()));
        batch.audit().note(event, id, head.details().name(), "");
    }

    /** Opens the value, to be closed by the caller, without noting it: for the editor's own comparisons and for drafts. */
    public SecretValue peek(SecretId id) throws VaultException {
        return session.value(id);
    }

    /** A copy under a free name in the same collection: "NAME_COPY", "NAME_COPY_2" and so on. */
    public Entry duplicate(SecretId id) throws VaultException {
        try (SecretValue value = session.value(id)) {
            return session.<Entry, VaultException>change(batch -> {
                SecretDetails original = batch.head(id).head().details();
                String name = FreeName.of(batch, original, "_COPY", "_COPY_%d");
                SecretDetails details = original.withName(name);
                Entry copy = add(batch, details, value, Origin.DUPLICATED);
                batch.audit().note(AuditEvent.ADDED, copy.id(), copy.name(), original.name());
                return copy;
            });
        }
    }

    public void favourite(Collection<SecretId> ids, boolean favourite) throws VaultException {
        details(ids, old -> old.withFavourite(favourite));
    }

    /** Moves to the trash those that are not there yet. */
    public void trash(Collection<SecretId> ids) throws VaultException {
        session.<@Nullable Void, VaultException>change(batch -> {
            each(
                    batch,
                    ids,
                    head -> head.trashed() == 0 ? head.withTrashed(batch.now()) : head,
                    AuditEvent.TRASHED,
                    "");
            return null;
        });
    }

    /** Takes out of the trash; a secret whose name was taken meanwhile comes back as "NAME_RESTORED" or the next free such name. */
    public List<Entry> restore(Collection<SecretId> ids) throws VaultException {
        return session.<List<Entry>, VaultException>change(batch -> {
            List<Entry> restored = new ArrayList<>();
            for (SecretId id : ids) {
                Head head = batch.head(id).head();
                SecretDetails details = head.details();
                boolean taken = batch.named(details.collection(), details.name())
                        .filter(holder -> !holder.equals(id))
                        .isPresent();
                Head back = head.withTrashed(0);
                if (taken) {
                    String name = FreeName.of(batch, details, "_RESTORED", "_RESTORED_%d");
                    back = back.withDetails(details.withName(name), batch.now());
                }
                batch.put(id, back);
                batch.audit().note(AuditEvent.RESTORED, id, back.details().name(), "");
                restored.add(back.entry(id, batch.version()));
            }
            return restored;
        });
    }

    /** Removes secrets of the trash with all their values, for good. Those that are not in the trash stay. */
    public void deleteForGood(Collection<SecretId> ids) throws VaultException {
        session.<@Nullable Void, VaultException>change(batch -> {
            for (SecretId id : ids) {
                Head head = batch.head(id).head();
                if (head.trashed() != 0) {
                    batch.audit().note(AuditEvent.DELETED, id, head.details().name(), "");
                    batch.delete(id);
                }
            }
            return null;
        });
    }

    /** Moves to another collection; all or, if one name is taken there, none. */
    public void move(Collection<SecretId> ids, CollectionId target) throws VaultException {
        session.<@Nullable Void, VaultException>change(batch -> {
            SecretCollection into = collection(target);
            details(batch, ids, old -> old.withCollection(target), AuditEvent.MOVED, into.title());
            return null;
        });
    }

    /**
     * Changes the details of several secrets, all or, if one cannot be changed so, none.
     *
     * @param revision is asked inside of the transaction, so that nothing comes between its look at a secret and the change
     */
    public void revise(Collection<SecretId> ids, Revision revision) throws VaultException {
        session.<@Nullable Void, VaultException>change(batch -> {
            for (SecretId id : ids) {
                Catalog.Versioned present = batch.head(id);
                SecretDetails former = present.head().details();
                SecretDetails details = revision.of(present.head().entry(id, present.version()));
                collection(details.collection());
                boolean stays = details.collection().equals(former.collection());
                AuditEvent event = stays ? AuditEvent.EDITED : AuditEvent.MOVED;
                String note = stays ? "" : collection(details.collection()).title();
                details(batch, List.of(id), old -> details, event, note);
            }
            return null;
        });
    }

    /** What becomes of the details of one secret. */
    @FunctionalInterface
    public interface Revision {
        /** The new details; a failure leaves all secrets as they are. */
        SecretDetails of(Entry now) throws VaultException;
    }

    /** Adds and removes tags; tags that are there stay in their places. */
    public void tag(Collection<SecretId> ids, Set<String> add, Set<String> remove) throws VaultException {
        details(ids, old -> {
            Set<String> tags = new LinkedHashSet<>(old.tags());
            tags.removeAll(remove);
            tags.addAll(add);
            return old.withTags(List.copyOf(tags));
        });
    }

    private void details(Collection<SecretId> ids, UnaryOperator<SecretDetails> change) throws VaultException {
        session.<@Nullable Void, VaultException>change(batch -> {
            details(batch, ids, change, AuditEvent.EDITED, "");
            return null;
        });
    }

    private void details(
            Batch batch, Collection<SecretId> ids, UnaryOperator<SecretDetails> change, AuditEvent event, String note)
            throws VaultException {
        Step step = head -> {
            SecretDetails changed = change.apply(head.details());
            Limits.check(changed);
            return changed.equals(head.details()) ? head : head.withDetails(changed, batch.now());
        };
        each(batch, ids, step, event, note);
    }

    /** Writes and notes those heads that the step changes. */
    private void each(Batch batch, Collection<SecretId> ids, Step step, AuditEvent event, String note)
            throws VaultException {
        for (SecretId id : ids) {
            Head before = batch.head(id).head();
            Head after = step.change(before);
            if (!after.equals(before)) {
                batch.put(id, after);
                batch.audit().note(event, id, after.details().name(), note);
            }
            session.requireOpen();
        }
    }

    @FunctionalInterface
    private interface Step {
        Head change(Head head) throws VaultException;
    }

    /** The secret of that name in a collection, outside the trash. */
    public Optional<SecretId> named(CollectionId collection, String name) {
        return session.catalog().named(collection, name);
    }
}
