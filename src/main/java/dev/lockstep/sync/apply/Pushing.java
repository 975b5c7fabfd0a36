package dev.lockstep.sync.apply;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.Failure;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import dev.lockstep.remote.NewSecret;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.RemoteSecret;
import dev.lockstep.remote.RemoteVault;
import dev.lockstep.remote.Trouble;
import dev.lockstep.sync.ledger.Action;
import dev.lockstep.sync.ledger.Intent;
import dev.lockstep.sync.ledger.LedgerChange;
import dev.lockstep.sync.ledger.LedgerLine;
import dev.lockstep.sync.ledger.Result;
import dev.lockstep.sync.ledger.ValueMark;
import dev.lockstep.sync.plan.RowKey;
import dev.lockstep.vault.AuditEvent;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** Writes at a vendor. No request leaves before the intent is durable, and the intent stays until an answer tells what became of it. */
final class Pushing {
    private final Site site;
    private final Local local;

    Pushing(Site site, Local local) {
        this.site = site;
        this.local = local;
    }

    /** Creates a secret there. */
    RowResult create(RowKey row) throws VaultException {
        return send(
                row,
                Action.CREATE,
                (value, before) -> Optional.of(site.open().create(NewSecret.of(row.there(), value))));
    }

    /** Gives what is ours there another value. */
    RowResult update(RowKey row) throws VaultException {
        return send(row, Action.UPDATE, (value, before) -> {
            RemoteVault.Updater updater = site.open().updater().orElseThrow(Pushing::impossible);
            OptionalLong version = before.observed().isPresent()
                    ? before.observed().get().traces().version()
                    : OptionalLong.empty();
            return updater.update(vendorId(before), new RemoteVault.Change(value, Optional.empty(), version));
        });
    }

    private RowResult send(RowKey row, Action action, Sending sending) throws VaultException {
        SecretId secret = row.secret().orElseThrow();
        try (SecretValue value = local.value(secret)) {
            ValueMark mark = local.mark(row, value, local.entry(secret));
            return journaled(row, action, Optional.of(mark), before -> sending.send(value, before));
        }
    }

    private interface Sending {
        Optional<RemoteSecret> send(SecretValue value, LedgerLine before) throws RemoteException;
    }

    /** Deletes what is ours there. */
    RowResult delete(RowKey row) throws VaultException {
        return journaled(row, Action.DELETE, Optional.empty(), before -> {
            RemoteVault.Deleter deleter = site.open().deleter().orElseThrow(Pushing::impossible);
            deleter.delete(vendorId(before));
            return Optional.empty();
        });
    }

    private RowResult journaled(RowKey row, Action action, Optional<ValueMark> sent, Request request)
            throws VaultException {
        LedgerLine before = intend(row, action, sent);
        Optional<RemoteSecret> told;
        try {
            told = request.send(before);
        } catch (RemoteException e) {
            return closed(action, change -> troubled(change, row, before, e.trouble()));
        }
        Instant now = site.clock().instant();
        return closed(action, change -> {
            LedgerLine line = change.line(row.there());
            Intent write = line.intent().orElseThrow(Pushing::changed);
            change.put(Closing.done(line, write, told, now));
            change.note(Closing.event(action), write.secret(), row.there());
            return new RowResult.Done(action);
        });
    }

    /** Where the answer cannot be kept, the open intent is all that is known later, so that is what is told. */
    private RowResult closed(Action action, LedgerChange.Work<RowResult> work) {
        try {
            return site.ledgers().change(site.id(), work);
        } catch (VaultException e) {
            return new RowResult.Unknown(action, site.clock().instant());
        }
    }

    private interface Request {
        Optional<RemoteSecret> send(LedgerLine before) throws RemoteException;
    }

    /** @return the line as it was before */
    private LedgerLine intend(RowKey row, Action action, Optional<ValueMark> sent) throws VaultException {
        SecretId secret = row.secret().orElseThrow();
        Instant now = site.clock().instant();
        return site.ledgers().change(site.id(), change -> {
            LedgerLine line = change.line(row.there());
            if (!mayBegin(line, secret, action)) {
                throw changed();
            }
            change.put(line.intending(new Intent(action, site.run(), secret, sent, now, line.observed())));
            return line;
        });
    }

    /** Of what has a write open only an update may be sent again, and only what is ours is changed. */
    private static boolean mayBegin(LedgerLine line, SecretId secret, Action action) {
        boolean open = line.intent()
                .filter(before -> action != Action.UPDATE || before.action() != Action.UPDATE)
                .isPresent();
        boolean ours = line.entry().isPresent() ? line.entry().get().secret().equals(secret) : action == Action.CREATE;
        return ours && !open;
    }

    private static RowResult troubled(LedgerChange change, RowKey row, LedgerLine before, Trouble trouble)
            throws VaultException {
        LedgerLine line = change.line(row.there());
        Intent write = line.intent().orElseThrow(Pushing::changed);
        return switch (Verdict.of(trouble)) {
            case REFUSED -> {
                change.put(Closing.withdrawn(line, before.intent(), Result.REFUSED));
                change.note(AuditEvent.SYNC_REFUSED, write.secret(), row.there());
                yield new RowResult.Refused(trouble);
            }
            case NOT_SENT -> {
                change.put(Closing.withdrawn(line, before.intent(), Result.NOT_SENT));
                yield new RowResult.NotSent(trouble);
            }
            case UNKNOWN -> {
                change.put(Closing.open(line));
                change.note(AuditEvent.SYNC_UNKNOWN, write.secret(), row.there());
                yield new RowResult.Unknown(write.action(), write.when());
            }
        };
    }

    private static String vendorId(LedgerLine line) throws RemoteException {
        return Closing.vendorId(line).orElseThrow(() -> new RemoteException(new Trouble.NotFound(false)));
    }

    private static RemoteException impossible() {
        return new RemoteException(new Trouble.Refused(""));
    }

    private static VaultException changed() {
        return new VaultException(new Failure.ChangedMeanwhile());
    }
}
