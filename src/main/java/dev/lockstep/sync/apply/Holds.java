package dev.lockstep.sync.apply;

import dev.lockstep.model.RemoteId;
import dev.lockstep.sync.ledger.Hold;
import dev.lockstep.sync.ledger.Ledgers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Several remotes held at once. They are taken in one order, so that nobody waits for somebody who waits for him. */
final class Holds implements AutoCloseable {
    private final List<Hold> held = new ArrayList<>();

    static Holds of(Ledgers ledgers, Set<RemoteId> remotes) throws InterruptedException {
        Holds holds = new Holds();
        try {
            for (RemoteId remote : remotes.stream()
                    .sorted(Comparator.comparing(RemoteId::toString))
                    .toList()) {
                holds.held.add(ledgers.hold(remote));
            }
            return holds;
        } catch (InterruptedException e) {
            holds.close();
            throw e;
        }
    }

    @Override
    public void close() {
        held.forEach(Hold::close);
    }
}
