package dev.lockstep.ui.editor;

import dev.lockstep.model.SecretId;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.SecretCollection;
import dev.lockstep.vault.SecretDetails;
import dev.lockstep.words.Legible;
import dev.lockstep.words.Text;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Everything that is typed and chosen in the editor. */
final class Form {
    private final NamePart name;
    private final ValuePart value;
    private final RotationPart rotation;
    private final TagsPart tags = new TagsPart();
    private final StringProperty description = new SimpleStringProperty("");
    private final ObjectProperty<Entry.Kind> kind = new SimpleObjectProperty<>(Entry.Kind.API_KEY);
    private final BooleanProperty favourite = new SimpleBooleanProperty();
    private final ObservableList<SecretCollection> collections = FXCollections.observableArrayList();
    private @Nullable SecretDetails started;

    Form(NamePart name, ValuePart value, RotationPart rotation) {
        this.name = name;
        this.value = value;
        this.rotation = rotation;
        value.stateProperty().subscribe(this::valueTouched);
        value.reviewProperty().subscribe(this::valueTouched);
    }

    private void valueTouched() {
        value.stateProperty().get();
        value.reviewProperty().get();
        rotation.valueChanged(value.changed());
    }

    NamePart name() {
        return name;
    }

    ValuePart value() {
        return value;
    }

    RotationPart rotation() {
        return rotation;
    }

    TagsPart tags() {
        return tags;
    }

    StringProperty descriptionProperty() {
        return description;
    }

    ObjectProperty<Entry.Kind> kindProperty() {
        return kind;
    }

    BooleanProperty favouriteProperty() {
        return favourite;
    }

    ObservableList<SecretCollection> collections() {
        return collections;
    }

    /** Fills all fields but the value. {@code against} is what an edit is compared with to see whether something was changed. */
    void start(@Nullable SecretId secret, SecretDetails details, SecretDetails against) {
        SecretCollection place = collections.stream()
                .filter(known -> known.id().equals(details.collection()))
                .findFirst()
                .orElse(null);
        started = against;
        description.set(details.description());
        kind.set(details.kind());
        favourite.set(details.favourite());
        tags.start(details.tags());
        rotation.start(details.rotateBy(), details.leadDays());
        name.start(secret, place, details.name());
    }

    /** What stands in the fields; empty if there is no collection to put it in. */
    Optional<SecretDetails> details() {
        SecretCollection place = name.collectionProperty().get();
        if (place == null) {
            return Optional.empty();
        }
        return Optional.of(new SecretDetails(
                place.id(),
                name.nameProperty().get(),
                description.get(),
                tags.tags(),
                kind.get(),
                favourite.get(),
                Optional.ofNullable(rotation.rotateByProperty().get()),
                rotation.leadDaysProperty().get()));
    }

    /** Whether saving would change anything. */
    boolean changed() {
        boolean details = started != null
                && details().map(now -> !Objects.equals(now, started)).orElse(false);
        return details || value.changed();
    }

    /** Why this cannot be saved; empty if it can. */
    Optional<String> blocker() {
        return name.blocker().or(this::valueBlocker).or(this::descriptionBlocker);
    }

    private Optional<String> valueBlocker() {
        if (!(value.stateProperty().get() instanceof ValueState.Typed)) {
            return Optional.empty();
        }
        ValueReview review = value.reviewProperty().get();
        if (review.tooLarge()) {
            return Optional.of(Text.of("editor.blocked.large-value"));
        }
        return review.findings().contains(ValueFinding.BROKEN)
                ? Optional.of(Text.of("editor.blocked.broken-value"))
                : Optional.empty();
    }

    private Optional<String> descriptionBlocker() {
        int length = description.get().length();
        if (Legible.broken(description.get())) {
            return Optional.of(Text.of("editor.blocked.broken-description"));
        }
        return length > SecretDetails.MAX_DESCRIPTION
                ? Optional.of(Text.of("editor.blocked.long-description", length, SecretDetails.MAX_DESCRIPTION))
                : Optional.empty();
    }

    /** Wipes the value and empties every field, so that nothing of the secret stays reachable through the screen. */
    void close() {
        value.close();
        started = null;
        rotation.edits(null);
        name.start(null, null, "");
        description.set("");
        tags.clear();
    }
}
