package dev.lockstep.sync.apply;

import dev.lockstep.model.RemoteId;
import dev.lockstep.model.VaultException;
import dev.lockstep.sync.ledger.Hold;
import dev.lockstep.sync.ledger.Ledgers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Several remotes held at once. They are taken in one order, so that nobody waits for somebody who waits for him. */
final class Holds {
    private Holds() {}

    /** What is done meanwhile. */
    interface Work<T> {
        T run() throws VaultException, InterruptedException;
    }

    static <T> T during(Ledgers ledgers, Set<RemoteId> remotes, Work<T> work)
            throws VaultException, InterruptedException {
        List<Hold> held = new ArrayList<>();
        List<RemoteId> ordered = remotes.stream()
                .sorted(Comparator.comparing(RemoteId::toString))
                .toList();
        try {
            for (RemoteId remote : ordered) {
                held.add(ledgers.hold(remote));
            }
            return work.run();
        } finally {
            held.forEach(Hold::close);
        }
    }
}
