package dev.lockstep.vault;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.CollectionId;
import dev.lockstep.model.Failure;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Brings many named values into one collection: first compared, then written in one transaction. */
public final class Importing {
    private final Session session;
    private final Secrets secrets;

    Importing(Session session, Secrets secrets) {
        this.session = session;
        this.secrets = secrets;
    }

    /** How a named value compares with the collection. */
    public enum Comparison {
        NEW,
        SAME,
        DIFFERS
    }

    /** What to do with one row. */
    public enum Choice {
        ADD,
        REPLACE,
        SKIP
    }

    /**
     * A name and its value; the value stays the caller's to close.
     *
     * @param tags and
     * @param rotateBy are for a secret that is added; one that is replaced keeps its own, as it keeps its description
     */
    public record Item(
            String name, SecretValue value, String description, List<String> tags, Optional<LocalDate> rotateBy) {
        public Item {
            tags = List.copyOf(tags);
        }

        /** Without tags and date. */
        public Item(String name, SecretValue value, String description) {
            this(name, value, description, List.of(), Optional.empty());
        }
    }

    /** Compares each item with the secret of that name, in order, by keyed fingerprint; opens no value and writes nothing. */
    public List<Comparison> compare(CollectionId collection, List<Item> items) throws VaultException {
        List<Comparison> compared = new ArrayList<>(items.size());
        for (Item item : items) {
            Optional<SecretId> holder = session.catalog().named(collection, item.name());
            Optional<Catalog.Versioned> present =
                    holder.isPresent() ? session.catalog().head(holder.get()) : Optional.empty();
            compared.add(
                    present.isEmpty() ? Comparison.NEW : compare(present.get().head(), item.value()));
        }
        return compared;
    }

    private Comparison compare(Head present, SecretValue value) throws VaultException {
        boolean same = present.value().size() == value.size()
                && Arrays.equals(
                        present.value().fingerprint(),
                        session.alone(inside -> inside.keys().fingerprint(value)));
        return same ? Comparison.SAME : Comparison.DIFFERS;
    }

    /**
     * Writes the chosen items in one transaction. Interrupting the thread cancels it, and then nothing was written.
     *
     * @param choices one for each item; ADD where the name is taken fails with {@code Failure.NameTaken}
     * @param done told how many items are sealed so far
     */
    public void write(CollectionId collection, List<Item> items, List<Choice> choices, IntConsumer done)
            throws VaultException, InterruptedException {
        session.<@Nullable Void, InterruptedException>change(batch -> {
            for (int i = 0; i < items.size(); i++) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                session.requireOpen();
                write(batch, collection, items.get(i), choices.get(i));
                done.accept(i + 1);
            }
            int written = (int)
                    choices.stream().filter(choice -> choice != Choice.SKIP).count();
            if (written > 0) {
                batch.audit().note(AuditEvent.IMPORTED, written, "");
            }
            return null;
        });
    }

    private void write(Batch batch, CollectionId collection, Item item, Choice choice) throws VaultException {
        switch (choice) {
            case ADD -> {
                SecretDetails named = SecretDetails.named(collection, item.name());
                SecretDetails details = named.withDescription(item.description())
                        .withTags(item.tags())
                        .withRotateBy(item.rotateBy());
                secrets.add(batch, details, item.value(), Origin.IMPORTED);
            }
            case REPLACE -> {
                Limits.check(item.value());
                SecretId id =
                        batch.named(collection, item.name()).orElseThrow(() -> new VaultException(new Failure.Gone()));
                Head head = batch.head(id).head();
                Head.ValueInfo info = batch.putValue(id, item.value(), Origin.IMPORTED, head.value());
                batch.put(id, head.withValue(info, batch.now()));
            }
            case SKIP -> {}
        }
    }
}
