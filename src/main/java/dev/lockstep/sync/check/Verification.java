package dev.lockstep.sync.check;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.RemoteId;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.RemoteSecret.Traces;
import dev.lockstep.remote.RemoteVault.Inspector;
import dev.lockstep.remote.RemoteVault.ValueReader;
import dev.lockstep.remote.Trouble;
import dev.lockstep.sync.ledger.Fingerprint;
import dev.lockstep.sync.ledger.Intent;
import dev.lockstep.sync.ledger.LedgerEntry;
import dev.lockstep.sync.ledger.LedgerLine;
import dev.lockstep.sync.ledger.Ledgers;
import dev.lockstep.sync.ledger.Observed;
import dev.lockstep.sync.ledger.RemoteLedger;
import dev.lockstep.vault.AuditEvent;
import dev.lockstep.vault.Remote;
import dev.lockstep.vault.SyncRows;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Reads values at remotes, and keeps nothing of them but fingerprints. */
final class Verification {
    private final SyncRows rows;
    private final Ledgers ledgers;
    private final Doors doors;
    private final Clock clock;
    private final Crew crew;

    Verification(SyncRows rows, Ledgers ledgers, Doors doors, Clock clock, Crew crew) {
        this.rows = rows;
        this.ledgers = ledgers;
        this.doors = doors;
        this.clock = clock;
        this.crew = crew;
    }

    Readings read(Remote remote, Set<String> names, CheckProgress progress)
            throws VaultException, InterruptedException {
        RemoteLedger known = ledgers.load(remote.id());
        List<String> ours = names.stream()
                .filter(name -> known.line(name).flatMap(Verification::owner).isPresent())
                .sorted()
                .toList();
        Set<String> read = ConcurrentHashMap.newKeySet();
        Map<String, Trouble> unread = new ConcurrentHashMap<>();
        try {
            doors.<@Nullable Void>visit(remote, open -> {
                Reading reading = new Reading(
                        open.valueReader().orElseThrow(UnsupportedOperationException::new), open.inspector());
                crew.each(ours, name -> {
                    try {
                        read(reading, remote.id(), known.line(name).orElseThrow());
                        read.add(name);
                    } catch (RemoteException e) {
                        if (isOfTheRemote(e.trouble())) {
                            throw e;
                        }
                        unread.put(name, e.trouble());
                    }
                    progress.reached(remote.id(), read.size() + unread.size());
                });
                return null;
            });
        } catch (RemoteException e) {
            ours.stream().filter(name -> !read.contains(name)).forEach(name -> unread.putIfAbsent(name, e.trouble()));
        }
        return new Readings(read, unread);
    }

    /** How values are read, and what else is told of one secret. */
    private record Reading(ValueReader values, Optional<Inspector> inspector) {
        /**
         * What stands there, before its value is read: an open write may have changed it since it was listed.
         *
         * @return empty if nothing of that is told
         */
        Optional<Observed> now(LedgerLine line, String id) throws RemoteException {
            if (inspector.isEmpty() || line.intent().isEmpty()) {
                return line.observed();
            }
            try {
                return Optional.of(Observed.of(inspector.get().inspect(id)));
            } catch (RemoteException e) {
                if (e.trouble() instanceof Trouble.Forbidden) {
                    return Optional.empty();
                }
                throw e;
            }
        }
    }

    private void read(Reading reading, RemoteId remote, LedgerLine line) throws RemoteException, VaultException {
        String id = line.observed()
                .flatMap(Observed::vendorId)
                .or(() -> line.entry().flatMap(LedgerEntry::vendorId))
                .orElseThrow(() -> new RemoteException(new Trouble.NotFound(false)));
        Observed seen =
                reading.now(line, id).orElseGet(() -> new Observed(Optional.of(id), Traces.NONE, Optional.empty()));
        Fingerprint fingerprint;
        try (SecretValue value = reading.values().read(id)) {
            fingerprint = Fingerprint.of(rows.fingerprints().of(remote, line.name(), value));
        }
        Instant when = clock.instant();
        ledgers.<@Nullable Void>change(remote, change -> {
            LedgerLine now = change.line(line.name());
            Optional<SecretId> owner = owner(now);
            if (owner.isPresent()) {
                change.put(now.seen(Optional.of(seen.verified(fingerprint, when))));
                change.note(AuditEvent.SYNC_VERIFIED, owner.get(), line.name());
            }
            return null;
        });
    }

    private static Optional<SecretId> owner(LedgerLine line) {
        return line.entry().map(LedgerEntry::secret).or(() -> line.intent().map(Intent::secret));
    }

    /** Whether the other names there would fare no better. */
    private static boolean isOfTheRemote(Trouble trouble) {
        return switch (trouble) {
            case Trouble.Unauthorized unknown -> true;
            case Trouble.UpgradeNeeded old -> true;
            case Trouble.RateLimited busy -> true;
            case Trouble.Unavailable down -> true;
            case Trouble.Paused paused -> true;
            case Trouble.Cancelled cancelled -> true;
            case Trouble.AlreadyExists one -> false;
            case Trouble.NotFound one -> false;
            case Trouble.ChangedMeanwhile one -> false;
            case Trouble.Refused one -> false;
            case Trouble.Forbidden one -> false;
            case Trouble.OutcomeUnknown one -> false;
            case Trouble.ProtocolError one -> false;
        };
    }
}
