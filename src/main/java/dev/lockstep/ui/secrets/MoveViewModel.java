package dev.lockstep.ui.secrets;

import dev.lockstep.vault.SecretCollection;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The choice of a collection to move secrets to. */
final class MoveViewModel {
    private final String what;
    private final List<SecretCollection> targets;
    private final Consumer<SecretCollection> move;
    private final ObjectProperty<@Nullable SecretCollection> target = new SimpleObjectProperty<>();

    MoveViewModel(String what, List<SecretCollection> targets, Consumer<SecretCollection> move) {
        this.what = what;
        this.targets = List.copyOf(targets);
        this.move = move;
    }

    /** The secret's name, or how many there are. */
    String what() {
        return what;
    }

    List<SecretCollection> targets() {
        return targets;
    }

    ObjectProperty<@Nullable SecretCollection> targetProperty() {
        return target;
    }

    /** Moves; false if nothing is chosen. */
    boolean move() {
        SecretCollection chosen = target.get();
        if (chosen == null) {
            return false;
        }
        move.accept(chosen);
        return true;
    }
}
