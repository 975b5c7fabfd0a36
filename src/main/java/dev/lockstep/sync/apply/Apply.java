package dev.lockstep.sync.apply;

import dev.lockstep.model.RemoteId;
import dev.lockstep.model.RowId;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import dev.lockstep.sync.ledger.Hold;
import dev.lockstep.sync.plan.Plan;
import dev.lockstep.sync.plan.Row;
import dev.lockstep.vault.Entry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** Applies plans. */
public final class Apply {
    private static final Duration IMPATIENCE = Duration.ofSeconds(5);

    private final Means means;
    private final Outlook outlook;
    private final Set<Attempt> attempts = ConcurrentHashMap.newKeySet();

    /** Nothing is applied yet. */
    public Apply(Means means, Outlook outlook) {
        this.means = means;
        this.outlook = outlook;
    }

    /** Applies what is ticked in a plan, if it still holds after another look at the remotes of those rows, and remembers what is settled. */
    public Outcome run(Plan plan, OptionalInt typed, Follower follower) throws VaultException, InterruptedException {
        if (!isConfirmed(plan, typed)) {
            return new Outcome.Unconfirmed(plan);
        }
        return attempted(follower, progress -> {
            look(remotes(plan.ticked()), follower);
            List<Row> rows = todo(plan);
            return Holds.during(means.ledgers(), remotes(rows), () -> {
                Local local = local(rows);
                Plan now = outlook.plan(plan.remotes(), plan.emptied());
                return plan.isFresh(now)
                        ? applied(now.with(plan.choices()), new Rest(Map.of()), local, progress)
                        : new Outcome.Stale(now.with(plan.choices()));
            });
        });
    }

    /**
     * Applies what is left of runs that were cut short, as far as a new plan says the same of it.
     *
     * @param typed the number of deletions among that, where {@link Plan#confirmation} wants one
     */
    public Outcome resume(OptionalInt typed, Follower follower) throws VaultException, InterruptedException {
        return attempted(follower, progress -> {
            Set<RemoteId> remotes = Rest.of(means).remotes();
            look(remotes, follower);
            return Holds.during(means.ledgers(), remotes, () -> {
                Rest rest = Rest.of(means).at(remotes);
                Local local = local(todo(left(rest)));
                Plan left = left(rest);
                return isConfirmed(left, typed) ? applied(left, rest, local, progress) : new Outcome.Unconfirmed(left);
            });
        });
    }

    private Plan left(Rest rest) throws VaultException {
        return rest.choose(outlook.plan(rest.remotes(), Set.of()));
    }

    private static boolean isConfirmed(Plan plan, OptionalInt typed) {
        OptionalInt deletions = plan.confirmation();
        return deletions.isEmpty() || deletions.equals(typed);
    }

    private void look(Set<RemoteId> remotes, Follower follower) throws VaultException, InterruptedException {
        if (!remotes.isEmpty()) {
            follower.looking(remotes);
            outlook.look(remotes);
        }
    }

    private interface Try {
        Outcome run(Progress progress) throws VaultException, InterruptedException;
    }

    private Outcome attempted(Follower follower, Try what) throws VaultException, InterruptedException {
        Attempt attempt = new Attempt();
        attempts.add(attempt);
        attempt.enter();
        try {
            return what.run(new Progress(follower, attempt));
        } finally {
            attempt.leave();
            attempts.remove(attempt);
            attempt.end();
        }
    }

    private Outcome applied(Plan plan, Rest rest, Local local, Progress progress) {
        Map<RemoteId, Work> work = work(plan, rest);
        List<Row> rows = work.values().stream().flatMap(Work::all).toList();
        progress.starting(rows);
        List<CompletableFuture<Void>> errands = new ArrayList<>();
        work.forEach((remote, what) ->
                errands.add(begun(new Errand(means, local, remote, what, progress), progress.attempt())));
        await(CompletableFuture.allOf(errands.toArray(CompletableFuture[]::new)), progress.attempt());
        return Outcome.Ended.of(plan, progress.of(rows));
    }

    /** Where nothing is run any more, the program is about to end: an errand only tells so, and those that run come to their end. */
    private CompletableFuture<Void> begun(Errand errand, Attempt attempt) {
        try {
            return CompletableFuture.runAsync(errand, means.executor());
        } catch (RejectedExecutionException e) {
            attempt.stop(new Stop.Suspended());
            errand.run();
            return CompletableFuture.completedFuture(null);
        }
    }

    /** Whoever interrupts ends it between rows, so that no outcome gets lost. */
    private static void await(CompletableFuture<Void> all, Attempt attempt) {
        boolean interrupted = false;
        while (true) {
            try {
                all.get();
                break;
            } catch (InterruptedException e) {
                attempt.stop(new Stop.Cancelled());
                interrupted = true;
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<RemoteId, Work> work(Plan plan, Rest rest) {
        Map<RemoteId, List<Row>> byRemote = new LinkedHashMap<>();
        rest.remotes().forEach(remote -> byRemote.put(remote, new ArrayList<>()));
        todo(plan)
                .forEach(row -> byRemote.computeIfAbsent(row.key().remote(), first -> new ArrayList<>())
                        .add(row));
        Map<RemoteId, Work> work = new LinkedHashMap<>();
        byRemote.forEach((remote, rows) -> work.put(
                remote,
                new Work(
                        rows.stream().filter(Row::ticked).toList(),
                        rows.stream().filter(Row::isSettled).toList(),
                        rest.runs(remote))));
        return work;
    }

    private static List<Row> todo(Plan plan) {
        return plan.rows().stream()
                .filter(row -> row.ticked() || row.isSettled())
                .toList();
    }

    private static Set<RemoteId> remotes(List<Row> rows) {
        Set<RemoteId> remotes = new HashSet<>();
        rows.forEach(row -> remotes.add(row.key().remote()));
        return remotes;
    }

    /** Taken before the plan is made anew: what is changed after it is then noticed at its turn. */
    private Local local(List<Row> rows) {
        Map<SecretId, Entry> entries = new HashMap<>();
        rows.forEach(row -> row.key()
                .secret()
                .flatMap(means.vault().catalog()::entry)
                .ifPresent(entry -> entries.put(entry.id(), entry)));
        return new Local(means.vault(), entries);
    }

    /** What was begun and cut short; nothing while a plan is being applied. */
    public Optional<Unfinished> unfinished() throws VaultException {
        return attempts.isEmpty() ? Rest.of(means).unfinished(means.ledgers()) : Optional.empty();
    }

    /** Forgets that anything was begun and cut short. */
    public void abandon() throws VaultException, InterruptedException {
        Rest rest = Rest.of(means);
        Holds.<Rest>during(means.ledgers(), rest.remotes(), () -> {
            for (RemoteId remote : rest.remotes()) {
                means.ledgers().<@Nullable Void>change(remote, change -> {
                    for (RowId run : rest.runs(remote)) {
                        Aftermath.end(change, run);
                    }
                    return null;
                });
            }
            return rest;
        });
    }

    /** Closes what was sent to a remote without an answer, where what was seen there since tells what became of it. */
    public void resolve(RemoteId remote) throws VaultException, InterruptedException {
        if (means.vault().remotes().all().stream().noneMatch(known -> known.id().equals(remote))) {
            return;
        }
        try (Hold hold = means.ledgers().hold(remote)) {
            if (means.ledgers().load(hold.remote()).lines().values().stream()
                    .anyMatch(line -> line.intent().isPresent())) {
                means.ledgers().<@Nullable Void>change(remote, change -> {
                    Aftermath.resolve(change);
                    return null;
                });
            }
        }
    }

    /** Has no other row tried; those under way come to their end. */
    public void stop(Stop why) {
        attempts.forEach(attempt -> attempt.stop(why));
    }

    /** Whether anything is being applied. */
    public boolean isRunning() {
        return !attempts.isEmpty();
    }

    /** Whether something is still being applied that is to stop. */
    public boolean isStopping() {
        return attempts.stream().anyMatch(attempt -> attempt.reason().isPresent());
    }

    /** Stops, to be resumed later, and waits for rows under way; when they take longer than that they are given up. */
    public void suspend(Duration patience) {
        stop(new Stop.Suspended());
        for (Attempt attempt : attempts) {
            try {
                if (!attempt.ends(patience)) {
                    attempt.giveUp();
                    attempt.ends(IMPATIENCE);
                }
            } catch (InterruptedException e) {
                attempt.giveUp();
                Thread.currentThread().interrupt();
            }
        }
    }
}
