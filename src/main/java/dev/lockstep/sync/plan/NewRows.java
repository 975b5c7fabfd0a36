package dev.lockstep.sync.plan;

import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import dev.lockstep.naming.NameForm;
import dev.lockstep.naming.NameProblem;
import dev.lockstep.sync.ledger.LedgerEntry;
import dev.lockstep.sync.ledger.LedgerLine;
import dev.lockstep.sync.ledger.Observed;
import dev.lockstep.sync.plan.Row.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of one remote about secrets that have no name there yet. */
final class NewRows {
    private final RemoteNow remote;
    private final Target target;
    private final Listing listing;
    private final LocalSecrets secrets;
    private final Fitting fitting;
    private final Map<String, List<LocalSecret>> writers = new HashMap<>();

    NewRows(RemoteNow remote, LocalSecrets secrets, Fitting fitting) {
        this.remote = remote;
        this.target = remote.target();
        this.listing = Listing.of(remote);
        this.secrets = secrets;
        this.fitting = fitting;
    }

    /** @param unbound secrets of the collection that have no name there, in the order to show */
    List<Row> rows(List<LocalSecret> unbound) throws VaultException {
        NameForm form = target.form();
        for (LocalSecret secret : unbound) {
            writers.computeIfAbsent(form.apply(secret.name()), first -> new ArrayList<>(1))
                    .add(secret);
        }
        List<NameProblem> prefix = form.prefixProblems();
        List<Wish> wishes = new ArrayList<>();
        for (LocalSecret secret : unbound) {
            String there = form.apply(secret.name());
            if (isPlanned(there)) {
                wishes.add(new Wish(secret, there, problem(secret, there, prefix, form)));
            }
        }
        boolean mute = listing.silence().isPresent();
        fitting.prepare(wishes.stream()
                .filter(wish -> !mute && wish.problem().isEmpty() && !isSeen(wish.there()))
                .map(Wish::secret)
                .toList());
        List<Row> rows = new ArrayList<>();
        for (Wish wish : wishes) {
            rows.add(row(wish.secret(), wish.there(), wish.problem()));
        }
        return rows;
    }

    /** A secret, the name that it would have there, and why it cannot have that. */
    private record Wish(LocalSecret secret, String there, Optional<Reason> problem) {}

    /** Whether a secret here would have a name there. */
    boolean wants(String there) {
        return writers.containsKey(there);
    }

    /** Where secrets are only taken from a remote, those that are not there are no matter of it. */
    private boolean isPlanned(String there) {
        return target.isPushed() || isSeen(there);
    }

    private boolean isSeen(String there) {
        return remote.ledger().line(there).flatMap(LedgerLine::observed).isPresent();
    }

    private Optional<Reason> problem(LocalSecret secret, String there, List<NameProblem> prefix, NameForm form) {
        List<Reason.Rival> rivals = rivals(secret, there);
        if (!rivals.isEmpty()) {
            return Optional.of(new Reason.Collides(rivals));
        }
        if (!prefix.isEmpty()) {
            return Optional.of(new Reason.BadPrefix(prefix));
        }
        List<NameProblem> problems = form.problems(secret.name());
        return problems.isEmpty() ? Optional.empty() : Optional.of(new Reason.BadName(problems));
    }

    private List<Reason.Rival> rivals(LocalSecret secret, String there) {
        List<Reason.Rival> rivals = new ArrayList<>();
        Optional<LedgerLine> line = remote.ledger().line(there);
        line.flatMap(LedgerLine::entry).map(LedgerEntry::secret).ifPresent(owner -> rivals.add(rival(owner, true)));
        if (rivals.isEmpty()) {
            line.flatMap(LedgerLine::intent).ifPresent(intent -> rivals.add(rival(intent.secret(), true)));
        }
        for (LocalSecret writer : writers.getOrDefault(there, List.of())) {
            if (!writer.id().equals(secret.id())) {
                rivals.add(rival(writer.id(), false));
            }
        }
        return rivals;
    }

    private Reason.Rival rival(SecretId id, boolean owns) {
        Optional<LocalSecret> found = secrets.find(id);
        return new Reason.Rival(
                id,
                found.map(LocalSecret::name).orElse(""),
                found.map(LocalSecret::trashed).orElse(true),
                owns);
    }

    private Row row(LocalSecret secret, String there, Optional<Reason> problem) throws VaultException {
        RowKey key = new RowKey(target.id(), Optional.of(secret.id()), there);
        Optional<LedgerLine> line = remote.ledger().line(there);
        Subject subject = new Subject(secret.name(), secret.size(), state(listing, line));
        if (problem.isPresent()) {
            return Row.of(key, subject, Operation.BLOCKED, problem.get());
        }
        if (line.isPresent() && line.get().observed().isPresent()) {
            return taken(key, subject, line.get(), secret);
        }
        return listing.silence()
                .map(why -> Row.of(key, subject, Operation.CANNOT_CHECK, new Reason.Unknowable(why)))
                .orElse(created(key, subject, secret));
    }

    private Row taken(RowKey key, Subject subject, LedgerLine line, LocalSecret secret) throws VaultException {
        boolean restorable =
                line.observed().filter(seen -> seen.traces().deleted()).isPresent();
        if (line.deleted().isPresent()) {
            if (restorable && target.isPushed()) {
                return created(key, subject, secret);
            }
            if (listing.maybeBefore(line.deleted().get())) {
                return Row.of(key, subject, Operation.CANNOT_CHECK, new Reason.Unknowable(State.Why.SETTLING));
            }
        }
        Row taken = Row.of(key, subject, Operation.BLOCKED, new Reason.TakenThere(restorable));
        return listing.isDoubled(key.there())
                ? taken
                : taken.offering(Map.of(Choice.ADOPT, Operation.ADOPT, Choice.SKIP, Operation.BLOCKED));
    }

    private Row created(RowKey key, Subject subject, LocalSecret secret) throws VaultException {
        Optional<Reason> problem = fitting.problem(secret, target.contract().values());
        return problem.isPresent()
                ? Row.of(key, subject, Operation.BLOCKED, problem.get())
                : Row.of(key, subject, Operation.CREATE, new Reason.New())
                        .warning(Fitting.warnings(secret, target.contract().values()));
    }

    /** How a secret that has no name there stands, by the line of the name that it would have. */
    static State state(Listing listing, Optional<LedgerLine> line) {
        if (line.filter(found -> found.entry().isPresent() || found.intent().isPresent())
                .isPresent()) {
            return new State.LocalAhead(Optional.empty());
        }
        Optional<Observed> seen = line.flatMap(LedgerLine::observed);
        if (seen.isPresent() && !seen.get().traces().deleted()) {
            return new State.OnlyThere(listing.checked());
        }
        return listing.silence()
                .<State>map(why -> new State.CannotTell(why, Optional.empty()))
                .orElseGet(() -> new State.MissingThere(
                        listing.checked(line.flatMap(LedgerLine::deleted).orElse(Instant.MIN)),
                        seen.isPresent(),
                        Optional.empty()));
    }
}
