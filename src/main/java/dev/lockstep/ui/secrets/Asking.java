package dev.lockstep.ui.secrets;

import dev.lockstep.model.SecretId;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.vault.Catalog;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Query;
import dev.lockstep.vault.SecretCollection;
import dev.lockstep.words.Text;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The actions that need a word from the user first, and the one question that is open at a time. */
final class Asking {
    /** More values than this are shown at once only after a question. */
    static final int UNASKED = 20;

    private final OpenVault vault;
    private final Background background;
    private final Changes changes;
    private final SidebarViewModel sidebar;
    private final Notices notices;
    private final ReadOnlyObjectWrapper<Optional<Question>> open = new ReadOnlyObjectWrapper<>(Optional.empty());

    Asking(OpenVault vault, Background background, Changes changes, SidebarViewModel sidebar, Notices notices) {
        this.vault = vault;
        this.background = background;
        this.changes = changes;
        this.sidebar = sidebar;
        this.notices = notices;
    }

    ReadOnlyObjectProperty<Optional<Question>> openProperty() {
        return open.getReadOnlyProperty();
    }

    /** The question was answered or given up. */
    void close() {
        open.set(Optional.empty());
    }

    void revealAll(List<SecretId> ids, Consumer<List<SecretId>> show) {
        if (ids.size() <= UNASKED) {
            show.accept(ids);
            return;
        }
        ask(new Question.Confirm(
                Text.of("secrets.ask.reveal.title", ids.size()),
                Text.of("secrets.ask.reveal.text"),
                Text.of("secrets.ask.reveal.verb", ids.size()),
                false,
                () -> show.accept(ids)));
    }

    void deleteForGood(List<SecretId> ids) {
        String what = changes.what(ids).get();
        ask(new Question.Confirm(
                Text.of("secrets.ask.delete.title", what),
                Text.of("secrets.ask.delete.text"),
                Text.of("secrets.ask.delete.verb", Text.of("secrets.count", ids.size())),
                true,
                () -> changes.deleteForGood(ids, notices)));
    }

    void emptyTrash() {
        Query trash = new Query(new Query.Scope.Trash(), "", Query.Order.NAME, false);
        background
                .job(progress -> ids(vault.catalog().find(trash)))
                .onDone(this::deleteForGood)
                .onFailed(notices::failed)
                .start();
    }

    /** Makes all of them favourites, or none of them if all are. */
    void favourite(List<SecretId> ids) {
        background
                .job(progress -> entries(ids).stream().allMatch(Entry::favourite))
                .onDone(all -> changes.favourite(ids, !all))
                .onFailed(notices::failed)
                .start();
    }

    void tags(List<SecretId> ids) {
        List<String> known = List.copyOf(sidebar.countsProperty().get().tags().keySet());
        background
                .job(progress -> {
                    List<List<String>> tags =
                            entries(ids).stream().map(Entry::tags).toList();
                    return known.stream().map(tag -> TagChoice.of(tag, tags)).toList();
                })
                .onDone(choices -> ask(new Question.Tags(new TagsViewModel(
                        changes.what(ids).get(), choices, (add, remove) -> changes.tag(ids, add, remove)))))
                .onFailed(notices::failed)
                .start();
    }

    void move(List<SecretId> ids) {
        ask(new Question.Move(new MoveViewModel(
                changes.what(ids).get(),
                sidebar.collections(),
                target -> changes.move(ids, target.id(), () -> sidebar.title(target.id())))));
    }

    /** The form for a collection, empty for a new one. */
    void collection(Optional<SecretCollection> former) {
        ask(new Question.Collection(new CollectionViewModel(vault.collections(), background, former, saved -> {
            close();
            sidebar.choose(new Query.Scope.InCollection(saved.id()));
            former.ifPresentOrElse(
                    before -> changes.collections().changed(before, saved),
                    () -> changes.collections().added(saved));
        })));
    }

    private void ask(Question question) {
        open.set(Optional.of(question));
    }

    private List<Entry> entries(List<SecretId> ids) {
        return ids.stream().flatMap(id -> vault.catalog().entry(id).stream()).toList();
    }

    private static List<SecretId> ids(Catalog.Hits hits) {
        return IntStream.range(0, hits.size()).mapToObj(hits::id).toList();
    }
}
