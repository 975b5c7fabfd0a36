package dev.lockstep.ui.remotes;

import dev.lockstep.model.CollectionId;
import dev.lockstep.naming.NameForm;
import dev.lockstep.naming.NameMapping;
import dev.lockstep.naming.NamePreview;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.vault.Catalog;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Query;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** How the names of a collection will stand at a remote, while its form is filled in. */
final class Preview {
    private final OpenVault vault;
    private final Background background;
    private final RemoteForm form;
    private final ReadOnlyObjectWrapper<NamePreview> preview =
            new ReadOnlyObjectWrapper<>(new NamePreview(List.of(), List.of()));
    private Background.@Nullable Cancellable running;
    private long turn;

    /** Begins to follow the form. */
    Preview(OpenVault vault, Background background, RemoteForm form) {
        this.vault = vault;
        this.background = background;
        this.form = form;
        form.mappingProperty().subscribe(mapping -> look());
        form.prefixProperty().subscribe((before, prefix) -> look());
        form.collectionProperty().subscribe((before, collection) -> look());
    }

    /** What will not do first. */
    ReadOnlyObjectProperty<NamePreview> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    private void look() {
        long mine = ++turn;
        if (running != null) {
            running.cancel();
        }
        CollectionId collection = form.collectionProperty().get().id();
        NameMapping mapping = form.mappingProperty().get();
        NameForm names = NameForm.of(
                form.contract().names(), mapping, form.prefixProperty().get());
        running = background
                .job(progress -> sorted(names.preview(names(collection), Set.of())))
                .onDone(found -> {
                    if (mine == turn) {
                        preview.set(found);
                    }
                })
                .start();
    }

    private List<String> names(CollectionId collection) throws InterruptedException {
        Catalog.Hits hits =
                vault.catalog().find(new Query(new Query.Scope.InCollection(collection), "", Query.Order.NAME, false));
        List<String> names = new ArrayList<>(hits.size());
        for (int i = 0; i < hits.size(); i++) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            hits.entry(i).map(Entry::name).ifPresent(names::add);
        }
        return names;
    }

    private static NamePreview sorted(NamePreview found) {
        List<NamePreview.Line> lines = new ArrayList<>(found.lines());
        lines.sort(Comparator.comparing(NamePreview.Line::passes));
        return new NamePreview(found.prefixProblems(), lines);
    }

    void close() {
        turn++;
        if (running != null) {
            running.cancel();
        }
    }
}
