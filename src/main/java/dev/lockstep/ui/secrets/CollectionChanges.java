package dev.lockstep.ui.secrets;

import dev.lockstep.model.Failure;
import dev.lockstep.model.VaultException;
import dev.lockstep.ui.kit.Discretion;
import dev.lockstep.vault.Collections;
import dev.lockstep.vault.SecretCollection;
import dev.lockstep.words.Text;
import java.util.List;
import java.util.function.Supplier;

/** What is done to collections, as steps. */
final class CollectionChanges {
    private final Collections collections;
    private final Steps steps;
    private final Discretion discretion;

    CollectionChanges(Collections collections, Steps steps, Discretion discretion) {
        this.collections = collections;
        this.steps = steps;
        this.discretion = discretion;
    }

    /** A collection was added by its form. */
    void added(SecretCollection added) {
        took(
                () -> Text.of("secrets.done.add-collection", title(added)),
                () -> collections.putBack(added),
                () -> collections.remove(added.id()));
    }

    /** A collection was renamed, or its rule changed, by its form. */
    void changed(SecretCollection before, SecretCollection after) {
        took(
                () -> Text.of("secrets.done.change-collection", title(after)),
                () -> change(before, after),
                () -> change(after, before));
    }

    /** Removes an empty collection; one that holds secrets is refused by the vault, and that is told. */
    void remove(SecretCollection collection) {
        steps.make(() -> new Step(
                List.of(),
                () -> Text.of("secrets.done.remove-collection", title(collection)),
                () -> collections.remove(collection.id()),
                () -> collections.putBack(collection)));
    }

    private void took(Supplier<String> words, Step.Edit make, Step.Edit unmake) {
        steps.take(() -> new Step(List.of(), words, make, unmake), step -> {});
    }

    private void change(SecretCollection from, SecretCollection to) throws VaultException {
        if (!collections.get(from.id()).equals(from)) {
            throw new VaultException(new Failure.ChangedMeanwhile());
        }
        collections.change(to);
    }

    private String title(SecretCollection collection) {
        return discretion.line(collection.title());
    }
}
