package dev.lockstep.sync.apply;

import dev.lockstep.model.RemoteId;
import dev.lockstep.model.RowId;
import dev.lockstep.model.VaultException;
import dev.lockstep.sync.ledger.Action;
import dev.lockstep.sync.ledger.LedgerEntry;
import dev.lockstep.sync.ledger.LedgerLine;
import dev.lockstep.sync.ledger.Ledgers;
import dev.lockstep.sync.ledger.OpenRun;
import dev.lockstep.sync.ledger.RemoteLedger;
import dev.lockstep.sync.ledger.Result;
import dev.lockstep.sync.ledger.RunPart.Task;
import dev.lockstep.sync.plan.Filter;
import dev.lockstep.sync.plan.Plan;
import dev.lockstep.sync.plan.Row;
import dev.lockstep.sync.plan.RowKey;
import dev.lockstep.vault.Remote;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The runs that were cut short, by remote. */
record Rest(Map<RemoteId, List<OpenRun>> open) {
    static Rest of(Means means) throws VaultException {
        Map<RemoteId, List<OpenRun>> open = new LinkedHashMap<>();
        for (Remote remote : means.vault().remotes().all()) {
            List<OpenRun> runs = means.ledgers().runs(remote.id());
            if (!runs.isEmpty()) {
                open.put(remote.id(), runs);
            }
        }
        return new Rest(open);
    }

    /** Those at some remotes. */
    Rest at(Set<RemoteId> remotes) {
        Map<RemoteId, List<OpenRun>> some = new LinkedHashMap<>(open);
        some.keySet().retainAll(remotes);
        return new Rest(some);
    }

    Set<RemoteId> remotes() {
        return open.keySet();
    }

    List<RowId> runs(RemoteId remote) {
        return open.getOrDefault(remote, List.of()).stream()
                .map(run -> run.run().id())
                .toList();
    }

    /** The plan with those rows ticked that are still what was begun, and no other. */
    Plan choose(Plan plan) {
        Map<RemoteId, Set<Task>> tasks = new LinkedHashMap<>();
        open.forEach((remote, runs) -> {
            Set<Task> all = tasks.computeIfAbsent(remote, first -> new HashSet<>());
            runs.forEach(run -> all.addAll(run.tasks()));
        });
        Plan none = plan.tick(Filter.ALL, false);
        List<RowKey> same = none.rows().stream()
                .filter(row -> task(row)
                        .filter(tasks.getOrDefault(row.key().remote(), Set.of())::contains)
                        .isPresent())
                .map(Row::key)
                .toList();
        return none.with(none.choices().ticking(same, true));
    }

    private static Optional<Task> task(Row row) {
        return row.operation()
                .action()
                .map(action -> new Task(row.key().there(), action, row.key().secret()));
    }

    Optional<Unfinished> unfinished(Ledgers ledgers) throws VaultException {
        Optional<Instant> started = open.values().stream()
                .flatMap(List::stream)
                .map(run -> run.run().started())
                .min(Instant::compareTo);
        long tasks = 0;
        for (Map.Entry<RemoteId, List<OpenRun>> at : open.entrySet()) {
            RemoteLedger known = ledgers.load(at.getKey());
            tasks += at.getValue().stream()
                    .flatMap(run -> run.tasks().stream()
                            .filter(task -> !isDone(
                                    task, known.line(task.name()), run.run().started())))
                    .count();
        }
        int left = Math.toIntExact(tasks);
        return started.map(when -> new Unfinished(when, left, remotes()));
    }

    /** Whether it is known that a task was done since its run began; one that was refused is not. */
    private static boolean isDone(Task task, Optional<LedgerLine> line, Instant started) {
        Optional<LedgerEntry> ours = line.flatMap(LedgerLine::entry);
        if (line.flatMap(LedgerLine::intent).isPresent()) {
            return false;
        }
        return task.action() == Action.DELETE
                ? ours.isEmpty()
                : ours.filter(entry -> entry.last() == Result.DONE)
                        .filter(entry -> !entry.when().isBefore(started))
                        .isPresent();
    }
}
