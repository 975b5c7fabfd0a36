package dev.lockstep.ui.rotation;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.generate.Recipe;
import dev.lockstep.model.SecretId;
import dev.lockstep.vault.Entry;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** New values that are not saved yet. They are wiped when they are saved or left. */
final class NewValues implements AutoCloseable {
    private final List<Entry> entries;
    private final SecureRandom random;
    private final Map<SecretId, SecretValue> values = new HashMap<>();
    private final Map<SecretId, Boolean> generated = new HashMap<>();
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
    private final ObjectProperty<Optional<Entry>> chosen;

    /** @param entries the secrets that want a new value, in the order to show */
    NewValues(List<Entry> entries, SecureRandom random) {
        this.entries = List.copyOf(entries);
        this.random = random;
        chosen = new SimpleObjectProperty<>(entries.stream().findFirst());
    }

    List<Entry> entries() {
        return entries;
    }

    /** Whose value is typed now. */
    ObjectProperty<Optional<Entry>> chosenProperty() {
        return chosen;
    }

    /** Grows with every change of values. */
    ReadOnlyIntegerProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    int count() {
        return values.size();
    }

    boolean has(Entry entry) {
        return values.containsKey(entry.id());
    }

    boolean isGenerated(Entry entry) {
        return generated.getOrDefault(entry.id(), false);
    }

    /** A copy of the value, to be closed by the caller. */
    Optional<SecretValue> value(Entry entry) {
        return Optional.ofNullable(values.get(entry.id())).map(SecretValue::copy);
    }

    /** Takes a value, which is closed here; an empty one counts as none. */
    void put(Entry entry, SecretValue value) {
        put(entry, value, false);
    }

    private void put(Entry entry, SecretValue value, boolean made) {
        SecretValue former = values.remove(entry.id());
        if (former != null) {
            former.close();
        }
        if (value.size() == 0) {
            value.close();
        } else {
            values.put(entry.id(), value);
            generated.put(entry.id(), made);
        }
        changes.set(changes.get() + 1);
    }

    /** Makes a value by what the generator offers first for its kind. */
    void generate(Entry entry) {
        put(entry, Recipe.defaultFor(purpose(entry.kind())).generate(random), true);
    }

    /** Makes values for all that have none yet. */
    void generateRest() {
        entries.stream().filter(entry -> !has(entry)).toList().forEach(this::generate);
    }

    private static Recipe.Purpose purpose(Entry.Kind kind) {
        return switch (kind) {
            case API_KEY, TOKEN, OTHER -> Recipe.Purpose.API_SECRET;
            case WEBHOOK_SECRET, CERTIFICATE -> Recipe.Purpose.SIGNING_SECRET;
            case PASSWORD -> Recipe.Purpose.PASSPHRASE;
        };
    }

    /** Copies of all values, each to be closed by the caller. */
    Map<SecretId, SecretValue> copies() {
        Map<SecretId, SecretValue> copies = new HashMap<>();
        values.forEach((secret, value) -> copies.put(secret, value.copy()));
        return copies;
    }

    /** Wipes all values. */
    @Override
    public void close() {
        values.values().forEach(SecretValue::close);
        values.clear();
        generated.clear();
        changes.set(changes.get() + 1);
    }
}
