package dev.lockstep.ui.generator;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.generate.Recipe;
import dev.lockstep.ui.kit.SecretClipboard;
import dev.lockstep.ui.kit.Toast;
import dev.lockstep.words.Text;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** Makes values until one is used or copied. Each value is wiped as soon as the next one is made or the generator closes. */
public final class GeneratorViewModel {
    private final SecureRandom random;
    private final SecretClipboard clipboard;
    private final Exits exits;
    private final RecipeForm form;
    private final ReadOnlyObjectWrapper<@Nullable SecretValue> value = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private boolean closed;

    /**
     * Ways out of the generator.
     *
     * @param use takes the value, which is wiped when it returns; empty where there is nobody to use it
     * @param toast shows a passing message
     * @param closed the generator is to be taken away
     */
    public record Exits(Optional<Consumer<SecretValue>> use, Consumer<Toast> toast, Runnable closed) {}

    /**
     * Makes the first value.
     *
     * @param purpose chooses the recipe to begin with
     */
    public GeneratorViewModel(SecureRandom random, SecretClipboard clipboard, Recipe.Purpose purpose, Exits exits) {
        this.random = random;
        this.clipboard = clipboard;
        this.exits = exits;
        form = new RecipeForm(Recipe.defaultFor(purpose));
        InvalidationListener changed = choice -> regenerate();
        form.choices().forEach(choice -> choice.addListener(changed));
        regenerate();
    }

    RecipeForm form() {
        return form;
    }

    /** The value as it stands; null while the recipe has a problem. It stays this model's own. */
    ReadOnlyObjectProperty<@Nullable SecretValue> valueProperty() {
        return value.getReadOnlyProperty();
    }

    /** Whether the value is drawn rather than bullets. */
    ReadOnlyBooleanProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Puts bullets in place of the value, as when the window loses the focus; it can still be copied and used. */
    void mask() {
        shown.set(false);
    }

    /** Draws the value again. */
    void show() {
        shown.set(!closed);
    }

    /** Why there is no value; empty if there is one. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Entropy of the recipe in bits; zero while it has a problem. */
    double bits() {
        return form.recipe().map(Recipe::entropyBits).orElse(0.0);
    }

    boolean canBeUsed() {
        return exits.use().isPresent();
    }

    /** Makes another value by the same recipe, and shows it. */
    public void regenerate() {
        if (closed) {
            return;
        }
        shown.set(true);
        SecretValue former = value.get();
        problem.set(form.problem().orElse(""));
        value.set(form.recipe().map(recipe -> recipe.generate(random)).orElse(null));
        if (former != null) {
            former.close();
        }
    }

    /** Puts the value on the clipboard, to be cleared like any other copied secret. */
    public void copy() {
        SecretValue made = value.get();
        if (made == null) {
            return;
        }
        String message = switch (clipboard.copy(Text.of("generator.copied.name"), made)) {
            case COPIED -> copied(clipboard.secondsLeftProperty().get());
            case NOT_TEXT, REFUSED -> Text.of("generator.copy.refused");
        };
        exits.toast().accept(Toast.of(message));
    }

    private static String copied(int seconds) {
        return seconds > 0 ? Text.of("generator.copied.clears", seconds) : Text.of("generator.copied");
    }

    /** Hands the value to whoever opened the generator, and leaves. */
    public void use() {
        SecretValue made = value.get();
        if (made != null && exits.use().isPresent()) {
            exits.use().get().accept(made);
            close();
        }
    }

    /** Wipes the value and leaves. */
    public void close() {
        if (!closed) {
            wipe();
            exits.closed().run();
        }
    }

    /** Wipes the value without leaving; for the moment when the vault locks. */
    public void wipe() {
        closed = true;
        SecretValue made = value.get();
        value.set(null);
        if (made != null) {
            made.close();
        }
    }
}
