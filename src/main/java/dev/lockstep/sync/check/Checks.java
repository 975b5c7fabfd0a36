package dev.lockstep.sync.check;

import dev.lockstep.model.RemoteId;
import dev.lockstep.model.VaultException;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.sync.ledger.Hold;
import dev.lockstep.sync.ledger.Ledgers;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Remote;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * Looks at remotes and remembers what stands there. Nothing is changed at a vendor. Calls wait for their ends; a thread that is interrupted ends
 * them by {@link InterruptedException}, and what was found at remotes that were done by then is remembered.
 */
public final class Checks {
    /** The most calls to one remote at once; its throttle lets through fewer where a vendor wants that. */
    private static final int AT_ONCE = 8;

    /** The most remotes that are looked at side by side. */
    private static final int SIDE_BY_SIDE = 16;

    private final Ledgers ledgers;
    private final Looking looking;
    private final Verification verification;
    private final Crew crew;

    /** @param executor runs as many at once as it is handed */
    public Checks(OpenVault vault, Ledgers ledgers, Doors doors, Clock clock, Executor executor) {
        this.ledgers = ledgers;
        Crew callers = new Crew(executor, AT_ONCE);
        this.looking = new Looking(vault, ledgers, doors, clock, callers);
        this.verification = new Verification(vault.sync(), ledgers, doors, clock, callers);
        this.crew = new Crew(executor, SIDE_BY_SIDE);
    }

    /** Lists remotes side by side, each when nobody else of this program is at it; what comes of one says nothing of the others. */
    public Map<RemoteId, Checked> check(Collection<Remote> remotes, CheckProgress progress)
            throws InterruptedException {
        Map<RemoteId, Checked> outcomes = new ConcurrentHashMap<>();
        try {
            crew.each(List.copyOf(remotes), remote -> {
                try (Hold hold = ledgers.hold(remote.id())) {
                    outcomes.put(remote.id(), check(hold, remote, progress));
                }
            });
        } catch (RemoteException | VaultException e) {
            throw new IllegalStateException(e);
        }
        return Map.copyOf(outcomes);
    }

    /** Lists one remote, for who holds it already and goes on doing so. */
    public Checked check(Hold hold, Remote remote, CheckProgress progress) throws InterruptedException {
        require(hold, remote);
        return looking.look(remote, progress);
    }

    /**
     * Reads values of secrets that are ours at a remote, to compare them; names that are not ours are left out. The audit log tells of each, and
     * at some vendors theirs does too.
     *
     * @param names there
     * @throws UnsupportedOperationException if the vendor gives no values, which its contract says
     */
    public Readings verify(Remote remote, Set<String> names, CheckProgress progress)
            throws VaultException, InterruptedException {
        try (Hold hold = ledgers.hold(remote.id())) {
            return verify(hold, remote, names, progress);
        }
    }

    /** The same for who holds the remote already and goes on doing so. */
    public Readings verify(Hold hold, Remote remote, Set<String> names, CheckProgress progress)
            throws VaultException, InterruptedException {
        require(hold, remote);
        return verification.read(remote, names, progress);
    }

    private static void require(Hold hold, Remote remote) {
        if (!hold.remote().equals(remote.id())) {
            throw new IllegalArgumentException("Another remote is held");
        }
    }
}
