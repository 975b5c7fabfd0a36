package dev.lockstep.sync.plan;

import dev.lockstep.sync.ledger.Action;
import java.util.Optional;

/** What a row comes to. */
public enum Operation {
    CREATE(Action.CREATE),
    UPDATE(Action.UPDATE),
    DELETE(Action.DELETE),
    /** What stands there becomes ours. Nothing is written there. */
    ADOPT(Action.ADOPT),
    PULL_NEW(Action.PULL_NEW),
    /** The value there becomes the value here, and the one here is kept in the history. */
    PULL_VERSION(Action.PULL_VERSION),
    UNCHANGED,
    /** Nothing is done until somebody chooses. */
    CONFLICT,
    BLOCKED,
    CANNOT_CHECK;

    private final Optional<Action> action;

    Operation() {
        this.action = Optional.empty();
    }

    Operation(Action action) {
        this.action = Optional.of(action);
    }

    /** What is done when the row is applied; empty if there is nothing to do. */
    public Optional<Action> action() {
        return action;
    }

    /** Whether something is written at the vendor. */
    public boolean writesThere() {
        return action.filter(Action::writesThere).isPresent();
    }
}
