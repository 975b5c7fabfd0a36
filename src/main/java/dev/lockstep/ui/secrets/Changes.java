package dev.lockstep.ui.secrets;

import dev.lockstep.model.CollectionId;
import dev.lockstep.model.SecretId;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.ui.kit.Discretion;
import dev.lockstep.vault.Catalog;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.SecretDetails;
import dev.lockstep.vault.Secrets;
import dev.lockstep.words.Text;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** What is done to selected secrets; all but deleting for good can be taken back. */
final class Changes {
    private static final FieldChange.Field<Boolean> FAVOURITE =
            new FieldChange.Field<>(Entry::favourite, SecretDetails::withFavourite);
    private static final FieldChange.Field<CollectionId> COLLECTION =
            new FieldChange.Field<>(Entry::collection, SecretDetails::withCollection);
    private static final FieldChange.Field<List<String>> TAGS =
            new FieldChange.Field<>(Entry::tags, SecretDetails::withTags);

    private final OpenVault vault;
    private final Secrets secrets;
    private final Catalog catalog;
    private final Background background;
    private final Steps steps;
    private final Discretion discretion;
    private final SecretEdits edits;
    private final CollectionChanges collections;

    Changes(OpenVault vault, Background background, Steps steps, Discretion discretion) {
        this.vault = vault;
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
        Supplier<String> words = () -> Text.of("secrets.done.trash", what.get());
        TrashRound round = new TrashRound(vault, discretion, ids);
        Supplier<String> undone = () -> round.told(Text.of("secrets.done.undo", words.get()));
        Step step = new Step(ids, words, undone, round::trashAgain, round::restoreAgain);
        made(round::trash, step);
    }

    void restore(List<SecretId> ids) {
        Supplier<String> what = what(ids);
        TrashRound round = new TrashRound(vault, discretion, ids);
        Step step = new Step(
                ids,
                () -> round.told(Text.of("secrets.done.restore", what.get())),
                round::restoreAgain,
                round::trashAgain);
        made(round::restore, step);
    }

    void favourite(List<SecretId> ids, boolean favourite) {
        Supplier<String> what = what(ids);
        Supplier<String> words = () -> favourite
                ? Text.of("secrets.done.favourite", what.get())
                : Text.of("secrets.done.unfavourite", what.get());
        change(FAVOURITE, ids, words, () -> secrets.favourite(ids, favourite));
    }

    /** @param title of the collection, as it may be drawn when it is asked for */
    void move(List<SecretId> ids, CollectionId target, Supplier<String> title) {
        Supplier<String> what = what(ids);
        Supplier<String> words = () -> Text.of("secrets.done.move", what.get(), title.get());
        change(COLLECTION, ids, words, () -> secrets.move(ids, target));
    }

    void tag(List<SecretId> ids, Set<String> add, Set<String> remove) {
        Supplier<String> what = what(ids);
        change(TAGS, ids, () -> Text.of("secrets.done.tag", what.get()), () -> secrets.tag(ids, add, remove));
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

    private <F> void change(FieldChange.Field<F> field, List<SecretId> ids, Supplier<String> words, Step.Edit edit) {
        steps.take(
                () -> {
                    Map<SecretId, F> before = field.read(entries(ids));
                    edit.run();
                    FieldChange<F> change = FieldChange.between(field, before, field.read(entries(ids)));
                    return new Step(ids, words, () -> change.make(secrets), () -> change.unmake(secrets));
                },
                step -> {});
    }

    private void made(Step.Edit edit, Step step) {
        steps.take(
                () -> {
                    edit.run();
                    return step;
                },
                same -> {});
    }

    private List<Entry> entries(List<SecretId> ids) {
        return ids.stream().flatMap(id -> catalog.entry(id).stream()).toList();
    }
}
