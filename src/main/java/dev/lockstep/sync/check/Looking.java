package dev.lockstep.sync.check;

import dev.lockstep.model.VaultException;
import dev.lockstep.naming.NameForm;
import dev.lockstep.remote.Capability;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.RemoteVault;
import dev.lockstep.remote.Trouble;
import dev.lockstep.sync.ledger.Ledgers;
import dev.lockstep.sync.ledger.Observed;
import dev.lockstep.sync.ledger.Setback;
import dev.lockstep.vault.Catalog;
import dev.lockstep.vault.Direction;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Query;
import dev.lockstep.vault.Remote;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists single remotes. */
final class Looking {
    private final OpenVault vault;
    private final Ledgers ledgers;
    private final Doors doors;
    private final Clock clock;
    private final Crew crew;

    Looking(OpenVault vault, Ledgers ledgers, Doors doors, Clock clock, Crew crew) {
        this.vault = vault;
        this.ledgers = ledgers;
        this.doors = doors;
        this.clock = clock;
        this.crew = crew;
    }

    Checked look(Remote remote, CheckProgress progress) throws InterruptedException {
        try {
            return asked(remote, progress);
        } catch (VaultException e) {
            return new Checked.Unkept(e.failure());
        }
    }

    private Checked asked(Remote remote, CheckProgress progress) throws VaultException, InterruptedException {
        Instant begun = clock.instant();
        try {
            Looked looked = doors.visit(remote, open -> look(remote, open, progress));
            ledgers.<@Nullable Void>change(remote.id(), change -> {
                looked.record(change, begun);
                return null;
            });
            int count = looked.found().size() + looked.unclear().strange();
            progress.reached(remote.id(), count);
            return new Checked.Listed(begun, count);
        } catch (Unlistable e) {
            return failed(remote, e.why(), Optional.empty());
        } catch (RemoteException e) {
            return switch (e.trouble()) {
                case Trouble.Paused paused -> new Checked.Paused();
                case Trouble.Cancelled cancelled -> throw new InterruptedException();
                default -> failed(remote, Setback.of(e.trouble()), Optional.of(e.trouble()));
            };
        }
    }

    private Looked look(Remote remote, RemoteVault open, CheckProgress progress)
            throws RemoteException, VaultException, InterruptedException {
        Seen seen = new Seen(remote.id(), progress);
        open.list(seen);
        Optional<RemoteVault.Inspector> inspector =
                open.inspector().filter(one -> open.contract().can(Capability.VERSIONS));
        return inspector.isEmpty()
                ? new Looked(seen.names(), Set.of(), seen.unclear())
                : new Inspection(inspector.get(), crew)
                        .look(seen, ledgers.load(remote.id()), wanted(remote, open, seen.names()));
    }

    /** The names that the secrets of the collection would have there; where secrets are taken from there, all. */
    private Set<String> wanted(Remote remote, RemoteVault open, Map<String, Observed> listed) {
        if (remote.conduct().direction() != Direction.PUSH) {
            return listed.keySet();
        }
        NameForm form = NameForm.of(
                open.contract().names(),
                remote.details().mapping(),
                remote.details().prefix());
        Query all = new Query(new Query.Scope.InCollection(remote.collection()), "", Query.Order.NAME, false);
        Catalog.Hits hits = vault.catalog().find(all);
        Set<String> wanted = new HashSet<>();
        for (int i = 0; i < hits.size(); i++) {
            hits.entry(i).ifPresent(entry -> wanted.add(form.apply(entry.name())));
        }
        return wanted;
    }

    private Checked failed(Remote remote, Setback why, Optional<Trouble> trouble) throws VaultException {
        Instant now = clock.instant();
        ledgers.<@Nullable Void>change(remote.id(), change -> {
            change.put(change.ledger().head().failed(now, why));
            return null;
        });
        return new Checked.Incomplete(now, why, trouble);
    }
}
