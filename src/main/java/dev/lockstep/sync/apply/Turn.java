package dev.lockstep.sync.apply;

import dev.lockstep.model.VaultException;
import dev.lockstep.sync.ledger.Action;
import dev.lockstep.sync.plan.Row;
import dev.lockstep.sync.plan.RowKey;

/** Does what one row says. For several threads at once. */
final class Turn {
    private final Pushing pushing;
    private final Taking taking;

    Turn(Pushing pushing, Taking taking) {
        this.pushing = pushing;
        this.taking = taking;
    }

    /**
     * Does it.
     *
     * @throws VaultException if this vault cannot do its part; nothing was written there then
     */
    RowResult take(Row row, Action action) throws VaultException {
        RowKey key = row.key();
        return switch (action) {
            case CREATE -> pushing.create(key);
            case UPDATE -> pushing.update(key);
            case DELETE -> pushing.delete(key);
            case ADOPT -> taking.adopt(key);
            case PULL_NEW -> taking.pullNew(key);
            case PULL_VERSION -> taking.pullVersion(key);
        };
    }
}
