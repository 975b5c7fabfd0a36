package dev.lockstep.sync.plan;

import dev.lockstep.model.CollectionId;
import dev.lockstep.naming.NameProblem;
import dev.lockstep.naming.NamingRules;
import dev.lockstep.sync.ledger.LedgerLine;
import dev.lockstep.sync.plan.Row.Subject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rows about secrets that are only there, where such are taken into the vault. Their names are taken exactly as they stand there. */
final class ForeignRows {
    private final LocalSecrets secrets;
    private final Map<CollectionId, Set<String>> promised = new HashMap<>();

    ForeignRows(LocalSecrets secrets) {
        this.secrets = secrets;
    }

    /** The row of a name that is not ours and that nobody here would have there. */
    Row row(Target target, Listing listing, LedgerLine line) {
        RowKey key = new RowKey(target.id(), Optional.empty(), line.name());
        Subject subject = new Subject(line.name(), 0, new State.OnlyThere(listing.checked()));
        if (listing.isDoubled(line.name())) {
            return Row.of(key, subject, Operation.CANNOT_CHECK, new Reason.Unknowable(State.Why.SAME_NAME));
        }
        List<NameProblem> problems = NamingRules.FREE.check(line.name()).problems();
        if (!problems.isEmpty()) {
            return Row.of(key, subject, Operation.BLOCKED, new Reason.BadNameHere(problems));
        }
        boolean taken = secrets.isTaken(target.collection(), line.name())
                || !promised.computeIfAbsent(target.collection(), first -> new HashSet<>())
                        .add(line.name());
        return taken
                ? Row.of(key, subject, Operation.BLOCKED, new Reason.NameTakenHere())
                : Row.of(key, subject, Operation.PULL_NEW, new Reason.OnlyThere());
    }

    /** Whether a name stands there and is not ours, nor on its way to be. */
    static boolean isForeign(Listing listing, LedgerLine line) {
        boolean ours = line.entry().isPresent() || line.intent().isPresent();
        boolean leaving = line.deleted().filter(listing::maybeBefore).isPresent();
        return !ours
                && !leaving
                && line.observed().filter(seen -> !seen.traces().deleted()).isPresent();
    }
}
