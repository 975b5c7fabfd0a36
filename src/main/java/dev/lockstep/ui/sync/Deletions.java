package dev.lockstep.ui.sync;

import dev.lockstep.sync.plan.Plan;
import java.util.OptionalInt;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The number of deletions of a plan, which the user has to type where there are many. */
final class Deletions {
    private final OptionalInt wanted;
    private final StringProperty typed = new SimpleStringProperty("");

    Deletions(Plan plan) {
        wanted = plan.confirmation();
    }

    /** What has to be typed; empty if nothing has. */
    OptionalInt wanted() {
        return wanted;
    }

    StringProperty typedProperty() {
        return typed;
    }

    boolean isConfirmed() {
        return wanted.isEmpty() || typed.get().strip().equals(Integer.toString(wanted.getAsInt()));
    }
}
