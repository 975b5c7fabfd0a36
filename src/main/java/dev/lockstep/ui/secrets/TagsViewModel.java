package dev.lockstep.ui.secrets;

import dev.lockstep.vault.SecretDetails;
import dev.lockstep.words.Legible;
import dev.lockstep.words.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The tags of the selected secrets: which of them all have, some have, or none has, and what is to become of that. */
final class TagsViewModel {
    private final String what;
    private final BiConsumer<Set<String>, Set<String>> save;
    private final ObservableList<TagChoice> choices;
    private final StringProperty typed = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    /**
     * A form with one choice for each tag of the vault.
     *
     * @param what the secret's name, or how many there are
     * @param save takes the tags to add and those to remove
     */
    TagsViewModel(String what, List<TagChoice> choices, BiConsumer<Set<String>, Set<String>> save) {
        this.what = what;
        this.save = save;
        this.choices = FXCollections.observableArrayList(choices);
        typed.subscribe(text -> problem.set(""));
    }

    String what() {
        return what;
    }

    ObservableList<TagChoice> choices() {
        return choices;
    }

    StringProperty typedProperty() {
        return typed;
    }

    /** Why what was typed cannot be a tag; empty where it can. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Adds what was typed as a tag that all of them get. */
    boolean add() {
        String tag = typed.get();
        if (tag.isBlank() || tag.length() > SecretDetails.MAX_TAG) {
            problem.set(Text.of("secrets.tags.problem", SecretDetails.MAX_TAG));
            return false;
        }
        if (Legible.broken(tag)) {
            problem.set(Text.of("secrets.tags.broken"));
            return false;
        }
        Optional<TagChoice> known =
                choices.stream().filter(choice -> choice.tag().equals(tag)).findFirst();
        known.ifPresentOrElse(
                choice -> choice.state().set(TagChoice.State.ALL),
                () -> choices.add(0, new TagChoice(tag, TagChoice.State.NONE, TagChoice.State.ALL)));
        typed.set("");
        return true;
    }

    /** Hands the changes on; a tag still being typed counts. */
    boolean save() {
        if (!typed.get().isBlank() && !add()) {
            return false;
        }
        Set<String> added = changedTo(TagChoice.State.ALL);
        Set<String> removed = changedTo(TagChoice.State.NONE);
        if (!added.isEmpty() || !removed.isEmpty()) {
            save.accept(added, removed);
        }
        return true;
    }

    private Set<String> changedTo(TagChoice.State state) {
        return choices.stream()
                .filter(choice -> choice.changed() && choice.state().get() == state)
                .map(TagChoice::tag)
                .collect(Collectors.toUnmodifiableSet());
    }
}
