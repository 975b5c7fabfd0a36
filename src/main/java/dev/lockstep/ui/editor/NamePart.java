package dev.lockstep.ui.editor;

import dev.lockstep.model.SecretId;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.ui.kit.Text;
import dev.lockstep.vault.Catalog;
import dev.lockstep.vault.SecretCollection;
import dev.lockstep.vault.SecretDetails;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The name and its collection, judged while they are typed and chosen. */
final class NamePart {
    private static final Duration PAUSE = Duration.ofMillis(120);

    private final Catalog catalog;
    private final Background background;
    private final StringProperty name = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable SecretCollection> collection = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<NameReport> report = new ReadOnlyObjectWrapper<>(NameReport.of("", ""));
    private final ReadOnlyBooleanWrapper taken = new ReadOnlyBooleanWrapper();
    private Background.Cancellable pending = () -> {};
    private @Nullable NameSearch latest;
    private @Nullable SecretId self;

    NamePart(Catalog catalog, Background background) {
        this.catalog = catalog;
        this.background = background;
        name.addListener((property, before, now) -> judge());
        collection.addListener((property, before, now) -> judge());
    }

    StringProperty nameProperty() {
        return name;
    }

    ObjectProperty<@Nullable SecretCollection> collectionProperty() {
        return collection;
    }

    ReadOnlyObjectProperty<NameReport> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /** Whether another secret of the collection has this name. */
    ReadOnlyBooleanProperty takenProperty() {
        return taken.getReadOnlyProperty();
    }

    /** Begins with a name; {@code secret} is the one that may have it. */
    void start(@Nullable SecretId secret, @Nullable SecretCollection place, String text) {
        self = secret;
        collection.set(place);
        name.set(text);
        judge();
    }

    /** Puts a suggested name in place of the typed one. */
    void use(String suggestion) {
        name.set(suggestion);
    }

    /** Says that saving found the name taken. */
    void foundTaken() {
        taken.set(true);
    }

    /** Why this cannot be saved; empty if it can. */
    Optional<String> blocker() {
        String typed = name.get();
        if (collection.get() == null) {
            return Optional.of(Text.of("editor.blocked.collection"));
        }
        if (typed.isEmpty()) {
            return Optional.of(Text.of("editor.blocked.no-name"));
        }
        if (typed.length() > SecretDetails.MAX_NAME) {
            return Optional.of(Text.of("editor.blocked.long-name", typed.length(), SecretDetails.MAX_NAME));
        }
        return taken.get() ? Optional.of(Text.of("editor.blocked.taken")) : Optional.empty();
    }

    private void judge() {
        SecretCollection place = collection.get();
        report.set(NameReport.of(name.get(), place == null ? "" : place.rule()));
        taken.set(false);
        pending.cancel();
        latest = null;
        if (place != null && !name.get().isEmpty()) {
            NameSearch search = new NameSearch(place.id(), name.get(), self);
            latest = search;
            pending = background.after(PAUSE, () -> look(search));
        }
    }

    private void look(NameSearch search) {
        background
                .job(progress -> search.taken(catalog))
                .onDone(found -> {
                    if (search.equals(latest)) {
                        taken.set(found);
                    }
                })
                .start();
    }

    /** Ends what is under way. */
    void close() {
        pending.cancel();
        latest = null;
    }
}
