package dev.lockstep.sync.apply;

import dev.lockstep.model.RemoteId;
import dev.lockstep.model.RowId;
import dev.lockstep.model.VaultException;
import dev.lockstep.sync.ledger.OpenRun;
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
        List<RowKey> same = plan.rows().stream()
                .filter(row -> task(row)
                        .filter(tasks.getOrDefault(row.key().remote(), Set.of())::contains)
                        .isPresent())
                .map(Row::key)
                .toList();
        Plan none = plan.tick(Filter.ALL, false);
        return none.with(none.choices().ticking(same, true));
    }

    private static Optional<Task> task(Row row) {
        return row.operation()
                .action()
                .map(action -> new Task(row.key().there(), action, row.key().secret()));
    }

    Optional<Unfinished> unfinished() {
        Optional<Instant> started = open.values().stream()
                .flatMap(List::stream)
                .map(run -> run.run().started())
                .min(Instant::compareTo);
        int tasks = open.values().stream()
                .flatMap(List::stream)
                .mapToInt(run -> run.tasks().size())
                .sum();
        return started.map(when -> new Unfinished(when, tasks, remotes()));
    }
}
