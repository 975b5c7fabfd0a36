package dev.lockstep.ui.secrets;

import dev.lockstep.model.CollectionId;
import dev.lockstep.naming.NamingRule;
import dev.lockstep.naming.NamingRules;
import dev.lockstep.ui.kit.Discretion;
import dev.lockstep.vault.Counts;
import dev.lockstep.vault.Query.Scope;
import dev.lockstep.vault.SecretCollection;
import dev.lockstep.words.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What the sidebar offers: smart views, collections and tags, with their counts. */
final class SidebarViewModel {
    private static final Counts NOTHING = new Counts(0, 0, 0, 0, 0, 0, Map.of(), new TreeMap<>());

    private final ListViewModel list;
    private final Discretion discretion;
    private final ObservableList<SidebarItem> items = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Counts> counts = new ReadOnlyObjectWrapper<>(NOTHING);
    private List<SecretCollection> collections = List.of();
    private boolean updating;
    private Map<CollectionId, SecretCollection> byId = Map.of();

    /** @param discretion decides how titles and tags are told */
    SidebarViewModel(ListViewModel list, Discretion discretion) {
        this.list = list;
        this.discretion = discretion;
    }

    ObservableList<SidebarItem> items() {
        return items;
    }

    ReadOnlyObjectProperty<Scope> chosenProperty() {
        return list.scopeProperty();
    }

    ReadOnlyObjectProperty<Counts> countsProperty() {
        return counts.getReadOnlyProperty();
    }

    /** Shows another list; ignored while the lines change, since a list control then moves its selection by itself. */
    void choose(Scope scope) {
        if (!updating) {
            list.show(scope);
        }
    }

    /** All collections by title. */
    List<SecretCollection> collections() {
        return collections;
    }

    Optional<SecretCollection> collection(CollectionId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The naming rule of a collection; any name is fine where the collection or its rule is not known. */
    NamingRule rule(CollectionId id) {
        return collection(id)
                .map(SecretCollection::rule)
                .flatMap(NamingRules::byId)
                .orElse(NamingRules.FREE);
    }

    /** A collection's name and environment as one line, as it may be drawn. */
    String title(CollectionId id) {
        return discretion.line(collection(id).map(SecretCollection::title).orElse(""));
    }

    /** What the list that is shown is called, as it may be drawn. */
    String title(Scope scope) {
        return switch (scope) {
            case Scope.All all -> Text.of("secrets.place.all");
            case Scope.Favourites favourites -> Text.of("secrets.place.favourites");
            case Scope.RotateSoon soon -> Text.of("secrets.place.rotate-soon");
            case Scope.NameProblems problems -> Text.of("secrets.place.name-problems");
            case Scope.Trash trash -> Text.of("secrets.place.trash");
            case Scope.InCollection in -> title(in.collection());
            case Scope.Tagged tagged -> discretion.line(tagged.tag());
        };
    }

    /** Tells every title and tag anew. */
    void retell() {
        update(counts.get(), collections);
    }

    /** Forgets every title and tag. */
    void close() {
        update(NOTHING, List.of());
    }

    /** Takes over what the vault holds now; where the list shown is gone, all secrets are shown. */
    void update(Counts now, List<SecretCollection> present) {
        collections = present;
        byId = present.stream().collect(Collectors.toMap(SecretCollection::id, Function.identity()));
        counts.set(now);
        List<SidebarItem> fresh = lines(now);
        if (!fresh.equals(items)) {
            updating = true;
            items.setAll(fresh);
            updating = false;
        }
        if (gone(list.scopeProperty().get())) {
            choose(new Scope.All());
        }
    }

    private boolean gone(Scope scope) {
        return switch (scope) {
            case Scope.InCollection in -> !byId.containsKey(in.collection());
            case Scope.Tagged tagged -> !counts.get().tags().containsKey(tagged.tag());
            case Scope.All all -> false;
            case Scope.Favourites favourites -> false;
            case Scope.RotateSoon soon -> false;
            case Scope.NameProblems problems -> false;
            case Scope.Trash trash -> false;
        };
    }

    private List<SidebarItem> lines(Counts now) {
        List<SidebarItem> lines = new ArrayList<>();
        lines.add(place(new Scope.All(), now.all()));
        lines.add(place(new Scope.Favourites(), now.favourites()));
        Scope soon = new Scope.RotateSoon();
        lines.add(new SidebarItem.Place(soon, title(soon), now.rotateSoon(), now.overdue()));
        lines.add(place(new Scope.NameProblems(), now.nameProblems()));
        lines.add(place(new Scope.Trash(), now.trash()));
        lines.add(new SidebarItem.Heading(SidebarItem.Group.COLLECTIONS));
        for (SecretCollection collection : collections) {
            int count = now.collections().getOrDefault(collection.id(), 0);
            lines.add(place(new Scope.InCollection(collection.id()), count));
        }
        if (!now.tags().isEmpty()) {
            lines.add(new SidebarItem.Heading(SidebarItem.Group.TAGS));
            now.tags().forEach((tag, count) -> lines.add(place(new Scope.Tagged(tag), count)));
        }
        return lines;
    }

    private SidebarItem place(Scope scope, int count) {
        return new SidebarItem.Place(scope, title(scope), count, 0);
    }
}
