package dev.lockstep.ui.secrets;

import dev.lockstep.model.CollectionId;
import dev.lockstep.model.Failure;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.ui.kit.Discretion;
import dev.lockstep.ui.kit.Text;
import dev.lockstep.vault.Catalog;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Secrets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is done to selected secrets; all but deleting for good can be taken back. */
final class Changes {
    private final Secrets secrets;
    private final Catalog catalog;
    private final Background background;
    private final Steps steps;
    private final Discretion discretion;
    private final SecretEdits edits;
    private final CollectionChanges collections;

    Changes(OpenVault vault, Background background, Steps steps, Discretion discretion) {
        secrets = vault.secrets();
        catalog = vault.catalog();
        this.background = background;
        this.steps = steps;
        this.discretion = discretion;
        edits = new SecretEdits(vault, steps, discretion);
        collections = new CollectionChanges(vault.collections(), steps, discretion);
    }

    /** What the editor has saved, and duplicates. */
    SecretEdits edits() {
        return edits;
    }

    CollectionChanges collections() {
        return collections;
    }

    void trash(List<SecretId> ids) {
        Supplier<String> what = what(ids);
        Step step = new Step(
                ids,
                () -> Text.of("secrets.done.trash", what.get()),
                () -> secrets.trash(ids),
                () -> secrets.restore(ids));
        steps.make(() -> step);
    }

    void restore(List<SecretId> ids) {
        Supplier<String> what = what(ids);
        Step step = new Step(
                ids,
                () -> Text.of("secrets.done.restore", what.get()),
                () -> secrets.restore(ids),
                () -> secrets.trash(ids));
        steps.make(() -> step);
    }

    void favourite(List<SecretId> ids, boolean favourite) {
        Supplier<String> what = what(ids);
        Supplier<String> words = () -> favourite
                ? Text.of("secrets.done.favourite", what.get())
                : Text.of("secrets.done.unfavourite", what.get());
        steps.make(() -> {
            List<SecretId> turned = entries(ids)
                    .filter(entry -> entry.favourite() != favourite)
                    .map(Entry::id)
                    .toList();
            return new Step(
                    ids,
                    words,
                    () -> secrets.favourite(turned, favourite),
                    () -> secrets.favourite(turned, !favourite));
        });
    }

    /** @param title of the collection, as it may be drawn when it is asked for */
    void move(List<SecretId> ids, CollectionId target, Supplier<String> title) {
        Supplier<String> what = what(ids);
        Supplier<String> words = () -> Text.of("secrets.done.move", what.get(), title.get());
        steps.make(() -> {
            Map<CollectionId, List<SecretId>> former = entries(ids)
                    .filter(entry -> !entry.collection().equals(target))
                    .collect(Collectors.groupingBy(
                            Entry::collection, Collectors.mapping(Entry::id, Collectors.toList())));
            List<SecretId> moved =
                    former.values().stream().flatMap(List::stream).toList();
            return new Step(ids, words, () -> secrets.move(moved, target), () -> moveBack(former, target));
        });
    }

    void tag(List<SecretId> ids, Set<String> add, Set<String> remove) {
        Supplier<String> what = what(ids);
        steps.make(() -> {
            TagChange change = TagChange.of(entries(ids).toList(), add, remove);
            return new Step(
                    ids,
                    () -> Text.of("secrets.done.tag", what.get()),
                    () -> secrets.tag(ids, add, remove),
                    () -> change.takeBack(secrets));
        });
    }

    /** Cannot be taken back. */
    void deleteForGood(List<SecretId> ids, Notices notices) {
        Supplier<String> what = what(ids);
        background
                .job(progress -> {
                    secrets.deleteForGood(ids);
                    return what;
                })
                .onDone(gone -> notices.done(Text.of("secrets.done.delete", gone.get())))
                .onFailed(notices::failed)
                .start();
    }

    /** A secret's name as it may be drawn when it is asked for, or how many there are. */
    Supplier<String> what(Collection<SecretId> ids) {
        if (ids.size() == 1) {
            String name = catalog.entry(ids.iterator().next()).map(Entry::name).orElse("");
            return () -> discretion.line(name);
        }
        return () -> Text.of("secrets.count", ids.size());
    }

    private void moveBack(Map<CollectionId, List<SecretId>> former, CollectionId target) throws VaultException {
        List<SecretId> moved = former.values().stream().flatMap(List::stream).toList();
        if (entries(moved).anyMatch(entry -> !entry.collection().equals(target))) {
            throw new VaultException(new Failure.ChangedMeanwhile());
        }
        for (Map.Entry<CollectionId, List<SecretId>> group : former.entrySet()) {
            secrets.move(group.getValue(), group.getKey());
        }
    }

    private Stream<Entry> entries(List<SecretId> ids) {
        return ids.stream().flatMap(id -> catalog.entry(id).stream());
    }
}
