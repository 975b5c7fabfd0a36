package dev.lockstep.ui.editor;

import dev.lockstep.vault.SecretDetails;
import dev.lockstep.words.Legible;
import dev.lockstep.words.Text;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The tags of the edited secret, with suggestions from the tags that the vault knows. */
final class TagsPart {
    private static final int SUGGESTIONS = 6;

    private final ObservableList<String> tags = FXCollections.observableArrayList();
    private final StringProperty typed = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private Map<String, Integer> known = Map.of();

    /** The tags in the order to show. */
    ObservableList<String> tags() {
        return tags;
    }

    /** What is typed and not ended yet. */
    StringProperty typedProperty() {
        return typed;
    }

    /** Takes over what is typed. */
    void commit() {
        if (add(typed.get())) {
            typed.set("");
        }
    }

    /** Why the last tag was not taken; empty if it was. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    void start(Collection<String> present) {
        tags.setAll(present);
        problem.set("");
    }

    /** Forgets all tags, those of the vault too. */
    void clear() {
        known = Map.of();
        typed.set("");
        start(List.of());
    }

    /** @param uses each tag of the vault with the number of secrets that have it */
    void known(Map<String, Integer> uses) {
        known = uses;
    }

    /** Known tags that contain the text and are not chosen yet, those that start with it first, then by use. */
    List<String> suggestions(String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return List.of();
        }
        return known.entrySet().stream()
                .filter(tag -> !tags.contains(tag.getKey()))
                .filter(tag -> lower(tag.getKey()).contains(wanted))
                .sorted(Comparator.<Map.Entry<String, Integer>, Boolean>comparing(
                                tag -> !lower(tag.getKey()).startsWith(wanted))
                        .thenComparing(
                                Map.Entry.<String, Integer>comparingByValue().reversed())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(SUGGESTIONS)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String lower(String tag) {
        return tag.toLowerCase(Locale.ROOT);
    }

    /**
     * Adds the tags of a text; commas, and blanks around a tag, separate them and do not belong to them.
     *
     * @return whether the text is used up
     */
    boolean add(String typed) {
        for (String part : typed.split(",", -1)) {
            String tag = part.strip();
            Optional<String> reason = refusal(tag);
            problem.set(reason.orElse(""));
            if (reason.isPresent()) {
                return false;
            }
            if (!tag.isEmpty() && !tags.contains(tag)) {
                tags.add(tag);
            }
        }
        return true;
    }

    private Optional<String> refusal(String tag) {
        if (tag.length() > SecretDetails.MAX_TAG) {
            return Optional.of(Text.of("editor.tags.long", SecretDetails.MAX_TAG));
        }
        if (Legible.broken(tag)) {
            return Optional.of(Text.of("editor.tags.broken"));
        }
        boolean full = !tag.isEmpty() && !tags.contains(tag) && tags.size() >= SecretDetails.MAX_TAGS;
        return full ? Optional.of(Text.of("editor.tags.full", SecretDetails.MAX_TAGS)) : Optional.empty();
    }

    void remove(String tag) {
        tags.remove(tag);
        problem.set("");
    }

    void removeLast() {
        if (!tags.isEmpty()) {
            tags.removeLast();
        }
    }
}
