package dev.lockstep.sync.apply;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.Failure;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.RemoteSecret;
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

/** One write at a vendor. The intent stays until an answer tells what became of it; where the answer cannot be kept, it is all that is known later. */
final class Push implements Deed {
    private final Site site;
    private final RowKey row;
    private final Action action;
    private final Cargo cargo;
    private final Request request;
    private LedgerLine before;
    private Instant asked = Instant.EPOCH;
    private Instant answered = Instant.EPOCH;
    private Optional<RemoteSecret> told = Optional.empty();
    private Optional<Trouble> trouble = Optional.of(new Trouble.OutcomeUnknown());

    Push(Site site, RowKey row, Action action, Cargo cargo, Request request) {
        this.site = site;
        this.row = row;
        this.action = action;
        this.cargo = cargo;
        this.request = request;
        this.before = LedgerLine.of(row.there());
    }

    /** What is sent: the value, and how it is known later; neither with a deletion. */
    record Cargo(Optional<SecretValue> value, Optional<ValueMark> mark) {
        static final Cargo NONE = new Cargo(Optional.empty(), Optional.empty());
    }

    /** Asks for it, knowing what was known before. */
    interface Request {
        Optional<RemoteSecret> send(LedgerLine before) throws RemoteException;
    }

    @Override
    public void intend(LedgerChange change) throws VaultException {
        SecretId secret = row.secret().orElseThrow();
        before = change.line(row.there());
        if (!mayBegin(before, secret, action)) {
            throw changed();
        }
        asked = site.clock().instant();
        change.put(before.intending(new Intent(action, site.run(), secret, cargo.mark(), asked, before.observed())));
    }

    /** Of what has a write open only an update may be sent again, and only what is ours is changed. */
    private static boolean mayBegin(LedgerLine line, SecretId secret, Action action) {
        boolean open = line.intent()
                .filter(before -> action != Action.UPDATE || before.action() != Action.UPDATE)
                .isPresent();
        boolean ours = line.entry().isPresent() ? line.entry().get().secret().equals(secret) : action == Action.CREATE;
        return ours && !open;
    }

    @Override
    public void withdraw(LedgerChange change) throws VaultException {
        LedgerLine line = change.line(row.there());
        if (line.intent().filter(write -> write.run().equals(site.run())).isPresent()) {
            change.put(line.reverting(before.intent()));
        }
    }

    @Override
    public RowResult ask() {
        try {
            told = request.send(before);
            answered = site.clock().instant();
            trouble = Optional.empty();
            return new RowResult.Done(action);
        } catch (RemoteException e) {
            trouble = Optional.of(e.trouble());
            return switch (Verdict.of(e.trouble())) {
                case REFUSED -> new RowResult.Refused(e.trouble());
                case NOT_SENT -> new RowResult.NotSent(e.trouble());
                case UNKNOWN -> new RowResult.Unknown(action, asked);
            };
        } finally {
            close();
        }
    }

    @Override
    public void keep(LedgerChange change) throws VaultException {
        LedgerLine line = change.line(row.there());
        Intent write = line.intent().orElseThrow(Push::changed);
        if (trouble.isEmpty()) {
            change.put(Closing.done(line, write, told, answered));
            change.note(Closing.event(action), write.secret(), row.there());
            return;
        }
        switch (Verdict.of(trouble.get())) {
            case REFUSED -> {
                change.put(Closing.withdrawn(line, before.intent(), Result.REFUSED));
                change.note(AuditEvent.SYNC_REFUSED, write.secret(), row.there());
            }
            case NOT_SENT -> change.put(Closing.withdrawn(line, before.intent(), Result.NOT_SENT));
            case UNKNOWN -> {
                change.put(Closing.open(line));
                change.note(AuditEvent.SYNC_UNKNOWN, write.secret(), row.there());
            }
        }
    }

    @Override
    public RowResult unkept(Failure why) {
        return new RowResult.Unknown(action, asked);
    }

    @Override
    public void close() {
        cargo.value().ifPresent(SecretValue::close);
    }

    private static VaultException changed() {
        return new VaultException(new Failure.ChangedMeanwhile());
    }
}
