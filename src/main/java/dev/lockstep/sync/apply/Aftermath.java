package dev.lockstep.sync.apply;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.RowId;
import dev.lockstep.model.VaultException;
import dev.lockstep.remote.Capability;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.RemoteSecret;
import dev.lockstep.remote.RemoteVault;
import dev.lockstep.sync.ledger.Action;
import dev.lockstep.sync.ledger.Fingerprint;
import dev.lockstep.sync.ledger.Intent;
import dev.lockstep.sync.ledger.LedgerChange;
import dev.lockstep.sync.ledger.LedgerLine;
import dev.lockstep.sync.ledger.Observed;
import dev.lockstep.sync.ledger.RemoteLedger;
import dev.lockstep.sync.ledger.Result;
import dev.lockstep.sync.plan.RowKey;
import dev.lockstep.vault.AuditEvent;
import dev.lockstep.vault.OpenVault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out what answers did not tell, where a look right afterwards can: what became of writes without one, and ids and times. */
final class Aftermath {
    private final Site site;
    private final Local local;
    private final OpenVault vault;

    Aftermath(Site site, Local local, OpenVault vault) {
        this.site = site;
        this.local = local;
        this.vault = vault;
    }

    /**
     * Looks again, where a list can tell more.
     *
     * @param before what was known before the first row
     * @return the names of which it is known now that the write was done
     */
    List<String> look(RemoteLedger before) throws VaultException {
        List<String> known = new ArrayList<>();
        Map<String, Intent> open = open();
        boolean timed = site.open().contract().can(Capability.TIMESTAMPS);
        Stamps stamps = new Stamps(before, site.ledgers().load(site.id()), timed);
        if (open.isEmpty() && stamps.isEmpty()) {
            return known;
        }
        try {
            Map<String, RemoteSecret> there = new HashMap<>();
            site.open().list(told -> {
                if (open.containsKey(told.name()) || stamps.wants(told.name())) {
                    there.put(told.name(), told);
                }
            });
            stamp(stamps, there);
            for (Map.Entry<String, Intent> write : open.entrySet()) {
                Optional<RemoteSecret> told = Optional.ofNullable(there.get(write.getKey()));
                if (isDone(write.getKey(), write.getValue(), told)) {
                    known.add(write.getKey());
                }
            }
        } catch (RemoteException e) {
            // What cannot be found out now stays unknown.
            return known;
        }
        return known;
    }

    private void stamp(Stamps stamps, Map<String, RemoteSecret> there) throws VaultException {
        site.ledgers().<@Nullable Void>change(site.id(), change -> {
            for (LedgerLine line : stamps.known(there, change.ledger()).values()) {
                change.put(line);
            }
            return null;
        });
    }

    private Map<String, Intent> open() throws VaultException {
        Map<String, Intent> open = new HashMap<>();
        for (LedgerLine line : site.ledgers().load(site.id()).lines().values()) {
            line.intent().ifPresent(write -> open.put(line.name(), write));
        }
        return open;
    }

    private boolean isDone(String name, Intent write, Optional<RemoteSecret> told)
            throws RemoteException, VaultException {
        if (write.action() == Action.DELETE) {
            boolean gone = told.filter(seen -> !seen.traces().deleted()).isEmpty();
            return gone && close(name, write, (line, now) -> line.deleted(now));
        }
        Optional<RemoteVault.ValueReader> reader = site.open().valueReader();
        if (told.isEmpty() || reader.isEmpty() || told.get().id().isEmpty()) {
            return false;
        }
        Observed seen = Observed.of(inspected(told.get()));
        vault.remotes().reading(site.remote(), name);
        Fingerprint read;
        try (SecretValue value = reader.get().read(told.get().id().get())) {
            read = local.fingerprint(new RowKey(site.id(), Optional.of(write.secret()), name), value);
        }
        boolean ours =
                write.sent().filter(sent -> sent.fingerprint().equals(read)).isPresent();
        return ours && close(name, write, (line, now) -> Closing.written(line, write, seen.verified(read, now), now));
    }

    /** Where lists give names alone; before the value is read, so that a later change shows. */
    private RemoteSecret inspected(RemoteSecret told) throws RemoteException {
        Optional<RemoteVault.Inspector> inspector = site.open().inspector();
        return inspector.isPresent() && told.traces().equals(RemoteSecret.Traces.NONE)
                ? inspector.get().inspect(told.id().orElseThrow())
                : told;
    }

    private boolean close(String name, Intent write, Ending ending) throws VaultException {
        Instant now = site.clock().instant();
        return site.ledgers().change(site.id(), change -> {
            LedgerLine line = change.line(name);
            if (!line.intent().equals(Optional.of(write))) {
                return false;
            }
            change.put(ending.of(line, now));
            change.note(Closing.event(write.action()), write.secret(), name);
            return true;
        });
    }

    private interface Ending {
        LedgerLine of(LedgerLine line, Instant now);
    }

    /** Closes, in one change, what observations tell of. Of what stays open after a crash the audit log tells now, where that is known to be new. */
    static void resolve(LedgerChange change) throws VaultException {
        for (LedgerLine line : List.copyOf(change.ledger().lines().values())) {
            Optional<Intent> write = line.intent();
            Optional<Resolution> resolution =
                    write.isPresent() ? Resolution.of(change.ledger(), line, write.get()) : Optional.empty();
            if (resolution.isPresent()) {
                change.put(resolution.get().line());
                if (resolution.get().done()) {
                    change.note(Closing.event(write.get().action()), write.get().secret(), line.name());
                }
            } else if (write.isPresent() && line.entry().isPresent()) {
                tell(change, line, write.get());
            }
        }
    }

    /** Forgets a run that was cut short; of its writes without an answer the audit log tells by then. */
    static void end(LedgerChange change, RowId run) throws VaultException {
        for (LedgerLine line : List.copyOf(change.ledger().lines().values())) {
            Optional<Intent> write = line.intent().filter(open -> open.run().equals(run));
            if (write.isPresent()) {
                tell(change, line, write.get());
            }
        }
        change.end(run);
    }

    private static void tell(LedgerChange change, LedgerLine line, Intent write) throws VaultException {
        if (line.entry().filter(ours -> ours.last() == Result.UNKNOWN).isEmpty()) {
            change.put(Closing.open(line));
            change.note(AuditEvent.SYNC_UNKNOWN, write.secret(), line.name());
        }
    }
}
