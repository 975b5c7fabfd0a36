package dev.lockstep.ui.secrets;

import dev.lockstep.ui.kit.Background;
import dev.lockstep.vault.Collections;
import dev.lockstep.vault.SecretCollection;
import dev.lockstep.words.FailureWords;
import dev.lockstep.words.Legible;
import dev.lockstep.words.Text;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The form of one collection, new or known. */
final class CollectionViewModel {
    private final Collections collections;
    private final Background background;
    private final Optional<SecretCollection> former;
    private final Consumer<SecretCollection> saved;
    private final StringProperty name;
    private final StringProperty environment;
    private final StringProperty rule;
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    /**
     * A form filled with a collection, or empty for a new one.
     *
     * @param saved told what was stored
     */
    CollectionViewModel(
            Collections collections,
            Background background,
            Optional<SecretCollection> former,
            Consumer<SecretCollection> saved) {
        this.collections = collections;
        this.background = background;
        this.former = former;
        this.saved = saved;
        name = new SimpleStringProperty(former.map(SecretCollection::name).orElse(""));
        environment = new SimpleStringProperty(
                former.map(SecretCollection::environment).orElse(""));
        rule = new SimpleStringProperty(former.map(SecretCollection::rule).orElse("free"));
        name.subscribe(text -> problem.set(""));
        environment.subscribe(text -> problem.set(""));
    }

    boolean isNew() {
        return former.isEmpty();
    }

    StringProperty nameProperty() {
        return name;
    }

    StringProperty environmentProperty() {
        return environment;
    }

    /** Id of the naming rule. */
    StringProperty ruleProperty() {
        return rule;
    }

    /** Why it was not saved; empty if nothing is wrong. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Stores the collection in the background, or tells why not. */
    void save() {
        if (name.get().isBlank()) {
            problem.set(Text.of("secrets.collection.name-missing"));
            return;
        }
        if (name.get().length() > SecretCollection.MAX_NAME
                || environment.get().length() > SecretCollection.MAX_ENVIRONMENT) {
            problem.set(Text.of(
                    "secrets.collection.too-long", SecretCollection.MAX_NAME, SecretCollection.MAX_ENVIRONMENT));
            return;
        }
        if (Legible.broken(name.get()) || Legible.broken(environment.get())) {
            problem.set(Text.of("secrets.collection.broken"));
            return;
        }
        String typedName = name.get();
        String typedEnvironment = environment.get();
        String chosenRule = rule.get();
        background
                .job(progress -> store(typedName, typedEnvironment, chosenRule))
                .onDone(saved)
                .onFailed(failure -> problem.set(FailureWords.of(failure).what()))
                .start();
    }

    private SecretCollection store(String newName, String newEnvironment, String newRule) throws Exception {
        if (former.isEmpty()) {
            return collections.add(newName, newEnvironment, newRule);
        }
        SecretCollection changed = new SecretCollection(former.get().id(), newName, newEnvironment, newRule);
        collections.change(changed);
        return changed;
    }
}
