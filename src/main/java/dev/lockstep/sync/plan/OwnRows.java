package dev.lockstep.sync.plan;

import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import dev.lockstep.naming.NameForm;
import dev.lockstep.remote.Capability;
import dev.lockstep.sync.ledger.Action;
import dev.lockstep.sync.ledger.Intent;
import dev.lockstep.sync.ledger.LedgerEntry;
import dev.lockstep.sync.ledger.LedgerLine;
import dev.lockstep.sync.plan.Row.Subject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of one remote about names that are ours, or that a write without an answer may have made ours. */
final class OwnRows {
    private final Target target;
    private final Listing listing;
    private final LocalSecrets secrets;
    private final Values values;
    private final Fitting fitting;
    private final NameForm form;

    OwnRows(RemoteNow remote, LocalSecrets secrets, Values values, Fitting fitting) {
        this.target = remote.target();
        this.listing = Listing.of(remote.ledger());
        this.secrets = secrets;
        this.values = values;
        this.fitting = fitting;
        this.form = target.form();
    }

    /** The row of a name that is ours. */
    Row row(LedgerLine line, LedgerEntry entry) throws VaultException {
        RowKey key = new RowKey(target.id(), Optional.of(entry.secret()), line.name());
        Optional<LocalSecret> secret = secrets.find(entry.secret());
        Optional<LocalSecret> present =
                secret.filter(found -> !found.trashed() && found.collection().equals(target.collection()));
        LocalValue local = new LocalValue(values, key, secret.filter(found -> !found.trashed()), entry.acknowledged());
        Finding found = new Evidence(listing, line, entry, local).finding();
        Subject subject = subject(secret, found.state());
        if (present.isPresent()) {
            Ruling ruling = Ruling.present(target, listing, line, found, local.isAhead());
            return fitted(Row.of(key, subject, ruling.operation(), ruling.reason()), present.get());
        }
        if (secret.isPresent() && !secret.get().trashed()) {
            return Row.of(key, subject, Operation.BLOCKED, new Reason.OtherCollection());
        }
        Ruling ruling = Ruling.deleted(target, line, found, secret.isEmpty());
        Row row = Row.of(key, subject, ruling.operation(), ruling.reason());
        return row.operation() == Operation.CONFLICT ? row.offering(deletion()) : row;
    }

    /** The row of a name that is not ours unless a write that has no answer made it so: it can be taken over where it is seen to be there. */
    Row row(LedgerLine line, Intent intent) {
        RowKey key = new RowKey(target.id(), Optional.of(intent.secret()), line.name());
        Optional<LocalSecret> secret = secrets.find(intent.secret());
        State state = new State.OutcomeUnknown(intent.action(), intent.when());
        Ruling ruling = Ruling.outcome(intent);
        Row row = Row.of(key, subject(secret, state), ruling.operation(), ruling.reason());
        boolean adoptable = intent.action() == Action.CREATE
                && listing.silence().isEmpty()
                && !listing.isDoubled(line.name())
                && line.observed().filter(seen -> !seen.traces().deleted()).isPresent()
                && isHere(intent.secret());
        return adoptable
                ? row.offering(Map.of(Choice.ADOPT, Operation.ADOPT, Choice.SKIP, Operation.CANNOT_CHECK))
                : row;
    }

    private boolean isHere(SecretId id) {
        return secrets.find(id)
                .filter(found -> !found.trashed() && found.collection().equals(target.collection()))
                .isPresent();
    }

    private static Subject subject(Optional<LocalSecret> secret, State state) {
        return new Subject(
                secret.map(LocalSecret::name).orElse(""),
                secret.map(LocalSecret::size).orElse(0),
                state);
    }

    private Map<Choice, Operation> deletion() {
        Map<Choice, Operation> options = new EnumMap<>(Choice.class);
        options.put(Choice.SKIP, Operation.CONFLICT);
        if (Ruling.undeletable(target).isEmpty()) {
            options.put(Choice.KEEP_LOCAL, Operation.DELETE);
        }
        return options;
    }

    /** The row as the vendor's abilities and limits leave it. */
    private Row fitted(Row row, LocalSecret secret) throws VaultException {
        return switch (row.operation()) {
            case CREATE, UPDATE -> {
                Optional<Reason> problem = problem(row.operation(), secret);
                yield problem.isPresent() ? blocked(row, problem.get()) : row.warning(warnings(row, secret));
            }
            case CONFLICT -> row.offering(resolutions(secret)).warning(warnings(row, secret));
            case PULL_VERSION, UNCHANGED, CANNOT_CHECK, DELETE, ADOPT, PULL_NEW, BLOCKED ->
                row.warning(renamed(row, secret));
        };
    }

    private Map<Choice, Operation> resolutions(LocalSecret secret) throws VaultException {
        Map<Choice, Operation> options = new EnumMap<>(Choice.class);
        options.put(Choice.SKIP, Operation.CONFLICT);
        if (target.isPushed() && problem(Operation.UPDATE, secret).isEmpty()) {
            options.put(Choice.KEEP_LOCAL, Operation.UPDATE);
        }
        if (target.can(Capability.READ_VALUE)) {
            options.put(Choice.TAKE_REMOTE, Operation.PULL_VERSION);
        }
        return options;
    }

    private Optional<Reason> problem(Operation operation, LocalSecret secret) throws VaultException {
        if (operation == Operation.UPDATE && !target.can(Capability.UPDATE)) {
            return Optional.of(new Reason.NoUpdate());
        }
        return fitting.problem(secret, target.contract().values());
    }

    private static Row blocked(Row row, Reason why) {
        return Row.of(row.key(), new Subject(row.name(), row.size(), row.state()), Operation.BLOCKED, why);
    }

    private List<Warning> warnings(Row row, LocalSecret secret) {
        List<Warning> warnings = new ArrayList<>(renamed(row, secret));
        warnings.addAll(Fitting.warnings(secret, target.contract().values()));
        return warnings;
    }

    private List<Warning> renamed(Row row, LocalSecret secret) {
        String wouldBe = form.apply(secret.name());
        return target.can(Capability.RENAME) && !wouldBe.equals(row.key().there())
                ? List.of(new Warning.NamedOtherwise(wouldBe))
                : List.of();
    }
}
