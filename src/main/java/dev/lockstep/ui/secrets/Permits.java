package dev.lockstep.ui.secrets;

import dev.lockstep.ui.secrets.SecretsViewModel.Action;
import java.util.EnumMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** Which actions are possible now, one property for each. */
final class Permits {
    private final Map<Action, ReadOnlyBooleanWrapper> enabled = new EnumMap<>(Action.class);

    ReadOnlyBooleanProperty of(Action action) {
        return wrapper(action).getReadOnlyProperty();
    }

    void update(Situation situation) {
        for (Action action : Action.values()) {
            wrapper(action).set(situation.allows(action));
        }
    }

    private ReadOnlyBooleanWrapper wrapper(Action action) {
        return enabled.computeIfAbsent(action, any -> new ReadOnlyBooleanWrapper());
    }
}
