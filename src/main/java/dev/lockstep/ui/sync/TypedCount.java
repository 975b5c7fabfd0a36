package dev.lockstep.ui.sync;

import java.util.OptionalInt;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A number that the user has to type before something grave is done. */
final class TypedCount {
    private final OptionalInt wanted;
    private final StringProperty typed = new SimpleStringProperty("");

    /** @param wanted what has to be typed; empty if nothing has */
    TypedCount(OptionalInt wanted) {
        this.wanted = wanted;
    }

    OptionalInt wanted() {
        return wanted;
    }

    StringProperty typedProperty() {
        return typed;
    }

    boolean isTyped() {
        return wanted.isEmpty() || typed.get().strip().equals(Integer.toString(wanted.getAsInt()));
    }
}
