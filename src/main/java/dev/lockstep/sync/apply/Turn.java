package dev.lockstep.sync.apply;

import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import dev.lockstep.sync.ledger.Action;
import dev.lockstep.sync.plan.Operation;
import dev.lockstep.sync.plan.Row;
import dev.lockstep.sync.plan.RowKey;
import java.util.ArrayList;
import java.util.List;

/** Makes ready what rows say. For one thread at a time. */
final class Turn {
    private final Pushing pushing;
    private final Taking taking;

    Turn(Pushing pushing, Taking taking) {
        this.pushing = pushing;
        this.taking = taking;
    }

    /** Opens together what rows are about to need; {@link #close} when they are ready. */
    void open(List<Row> rows) {
        List<SecretId> sent = new ArrayList<>();
        for (Row row : rows) {
            boolean sends = row.operation() == Operation.CREATE || row.operation() == Operation.UPDATE;
            row.key().secret().filter(secret -> sends).ifPresent(sent::add);
        }
        pushing.open(sent);
    }

    void close() {
        pushing.close();
    }

    /**
     * Makes ready what a row says.
     *
     * @return to be closed when the row is done
     * @throws VaultException if this vault cannot do its part; nothing was written there then
     */
    Deed deed(Row row, Action action) throws VaultException {
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
