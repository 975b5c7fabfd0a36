package dev.lockstep.sync.ledger;

import dev.lockstep.model.RowId;
import dev.lockstep.model.SecretId;
import java.time.Instant;
import java.util.Optional;

/**
 * A write that was about to be sent and whose answer is not known. It is stored before the request leaves.
 *
 * @param action one that writes there
 * @param run that it belongs to
 * @param sent the value; none with {@link Action#DELETE}
 * @param when it was about to be sent
 * @param before what had been seen there
 */
public record Intent(
        Action action, RowId run, SecretId secret, Optional<ValueMark> sent, Instant when, Optional<Observed> before) {
    public Intent {
        if (!action.writesThere() || sent.isEmpty() != (action == Action.DELETE)) {
            throw new IllegalArgumentException("No such write");
        }
    }
}
