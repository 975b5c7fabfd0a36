package dev.lockstep.sync.check;

import dev.lockstep.model.VaultException;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.RemoteSecret.Traces;
import dev.lockstep.remote.RemoteVault.Inspector;
import dev.lockstep.remote.Trouble;
import dev.lockstep.sync.ledger.LedgerLine;
import dev.lockstep.sync.ledger.Observed;
import dev.lockstep.sync.ledger.RemoteLedger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Asks, where versions are counted and lists give names alone, for more about the names that matter: those that are ours, or may be, or that secrets here would have. */
final class Inspection {
    private final Inspector inspector;
    private final Crew crew;

    Inspection(Inspector inspector, Crew crew) {
        this.inspector = inspector;
        this.crew = crew;
    }

    /** Puts what was found out in the place of what a list told, and takes out what is not there after all. */
    Looked look(Seen listed, RemoteLedger known, Set<String> wanted)
            throws RemoteException, VaultException, InterruptedException {
        Map<String, Observed> found = new ConcurrentHashMap<>(listed.names());
        Map<String, Observed> asked = new HashMap<>();
        Set<String> bare = new HashSet<>();
        listed.names().forEach((name, seen) -> {
            if (!seen.traces().equals(Traces.NONE)) {
                return;
            }
            if (wanted.contains(name)
                    || known.line(name).filter(Inspection::matters).isPresent()) {
                asked.put(name, seen);
            } else {
                bare.add(name);
            }
        });
        crew.each(asked.entrySet(), one -> inspect(one.getKey(), one.getValue(), found));
        return new Looked(found, bare, listed.unclear());
    }

    private static boolean matters(LedgerLine line) {
        return line.entry().isPresent()
                || line.intent().isPresent()
                || line.deleted().isPresent()
                || line.observed().filter(seen -> seen.traces().deleted()).isPresent();
    }

    private void inspect(String name, Observed seen, Map<String, Observed> found) throws RemoteException {
        try {
            found.put(name, Observed.of(inspector.inspect(seen.vendorId().orElse(name))));
        } catch (RemoteException e) {
            switch (e.trouble()) {
                case Trouble.NotFound gone -> found.remove(name);
                case Trouble.Forbidden unseen -> {}
                default -> throw e;
            }
        }
    }
}
