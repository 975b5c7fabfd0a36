package dev.lockstep.ui.editor;

import dev.lockstep.model.SecretId;
import dev.lockstep.vault.SecretCollection;
import dev.lockstep.vault.SecretDetails;
import dev.lockstep.vault.Secrets;
import dev.lockstep.words.Legible;
import dev.lockstep.words.Text;
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
    private final Secrets secrets;
    private final StringProperty name = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable SecretCollection> collection = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<NameReport> report = new ReadOnlyObjectWrapper<>(NameReport.of("", ""));
    private final ReadOnlyBooleanWrapper taken = new ReadOnlyBooleanWrapper();
    private @Nullable SecretId self;

    NamePart(Secrets secrets) {
        this.secrets = secrets;
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
        if (Legible.broken(typed)) {
            return Optional.of(Text.of("editor.blocked.broken-name"));
        }
        return taken.get() ? Optional.of(Text.of("editor.blocked.taken")) : Optional.empty();
    }

    private void judge() {
        SecretCollection place = collection.get();
        String typed = name.get();
        report.set(NameReport.of(typed, place == null ? "" : place.rule()));
        taken.set(place != null
                && !typed.isEmpty()
                && !Legible.broken(typed)
                && secrets.named(place.id(), typed)
                        .filter(holder -> !holder.equals(self))
                        .isPresent());
    }
}
