package dev.lockstep.ui.secrets;

import dev.lockstep.model.CollectionId;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.ui.kit.Text;
import dev.lockstep.vault.Catalog;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Secrets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is done to selected secrets: each change runs in the background, is told in passing, and can be taken back where that is possible. */
final class Changes {
    private final Secrets secrets;
    private final Catalog catalog;
    private final Background background;
    private final Notices notices;
    private final UndoHistory history;
    private final Consumer<List<SecretId>> choose;

    /** @param choose selects the secrets of a change that was taken back */
    Changes(
            OpenVault vault,
            Background background,
            Notices notices,
            UndoHistory history,
            Consumer<List<SecretId>> choose) {
        this.choose = choose;
        secrets = vault.secrets();
        catalog = vault.catalog();
        this.background = background;
        this.notices = notices;
        this.history = history;
    }

    void trash(List<SecretId> ids) {
        Step step = new Step(
                ids, Text.of("secrets.done.trash", what(ids)), () -> secrets.trash(ids), () -> secrets.restore(ids));
        make(() -> step);
    }

    void restore(List<SecretId> ids) {
        Step step = new Step(
                ids, Text.of("secrets.done.restore", what(ids)), () -> secrets.restore(ids), () -> secrets.trash(ids));
        make(() -> step);
    }

    void favourite(List<SecretId> ids, boolean favourite) {
        String words = favourite
                ? Text.of("secrets.done.favourite", what(ids))
                : Text.of("secrets.done.unfavourite", what(ids));
        make(() -> {
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

    void move(List<SecretId> ids, CollectionId target, String title) {
        String words = Text.of("secrets.done.move", what(ids), title);
        make(() -> {
            Map<CollectionId, List<SecretId>> former = entries(ids)
                    .filter(entry -> !entry.collection().equals(target))
                    .collect(Collectors.groupingBy(
                            Entry::collection, Collectors.mapping(Entry::id, Collectors.toList())));
            List<SecretId> moved =
                    former.values().stream().flatMap(List::stream).toList();
            return new Step(ids, words, () -> secrets.move(moved, target), () -> moveBack(former));
        });
    }

    void tag(List<SecretId> ids, Set<String> add, Set<String> remove) {
        String words = Text.of("secrets.done.tag", what(ids));
        make(() -> {
            TagChange change = TagChange.of(entries(ids).toList(), add, remove);
            return new Step(ids, words, () -> secrets.tag(ids, add, remove), () -> change.takeBack(secrets));
        });
    }

    void duplicate(SecretId id, Consumer<Entry> then) {
        background
                .job(progress -> secrets.duplicate(id))
                .onDone(copy -> {
                    then.accept(copy);
                    notices.done(Text.of("secrets.done.duplicate", copy.name()));
                })
                .onFailed(notices::failed)
                .start();
    }

    /** Cannot be taken back. */
    void deleteForGood(List<SecretId> ids) {
        String words = Text.of("secrets.done.delete", what(ids));
        background
                .job(progress -> {
                    secrets.deleteForGood(ids);
                    return words;
                })
                .onDone(notices::done)
                .onFailed(notices::failed)
                .start();
    }

    void undo() {
        history.last().ifPresent(this::undo);
    }

    void redo() {
        history.lastUndone()
                .ifPresent(step -> run(step, step.make(), () -> {
                    history.redid(step);
                    notices.done(step.words(), () -> undo(step));
                }));
    }

    /** A secret's name, or how many there are. */
    String what(Collection<SecretId> ids) {
        if (ids.size() == 1) {
            return catalog.entry(ids.iterator().next()).map(Entry::name).orElse("");
        }
        return Text.of("secrets.count", ids.size());
    }

    private void undo(Step step) {
        if (history.holds(step)) {
            run(step, step.unmake(), () -> {
                history.undid(step);
                choose.accept(step.subjects());
                notices.done(Text.of("secrets.done.undo"));
            });
        }
    }

    private void run(Step step, Step.Edit edit, Runnable then) {
        background
                .job(progress -> {
                    edit.run();
                    return step;
                })
                .onDone(same -> then.run())
                .onFailed(failure -> {
                    history.drop(step);
                    notices.failed(failure);
                })
                .start();
    }

    private void make(Callable<Step> preparation) {
        background
                .job(progress -> {
                    Step step = preparation.call();
                    step.make().run();
                    return step;
                })
                .onDone(step -> {
                    history.did(step);
                    notices.done(step.words(), () -> undo(step));
                })
                .onFailed(notices::failed)
                .start();
    }

    private void moveBack(Map<CollectionId, List<SecretId>> former) throws VaultException {
        for (Map.Entry<CollectionId, List<SecretId>> group : former.entrySet()) {
            secrets.move(group.getValue(), group.getKey());
        }
    }

    private Stream<Entry> entries(List<SecretId> ids) {
        return ids.stream().flatMap(id -> catalog.entry(id).stream());
    }
}
