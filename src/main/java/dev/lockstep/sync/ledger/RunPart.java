package dev.lockstep.sync.ledger;

import dev.lockstep.model.RowId;
import dev.lockstep.model.SecretId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Some of what a run was to do at a remote. What of it is left to do shows when it is planned again.
 *
 * @param run that it belongs to
 * @param number from 0
 * @param tasks 1 to {@value #MAX_TASKS}
 */
public record RunPart(RowId run, int number, List<Task> tasks) implements LedgerItem {
    public static final int MAX_TASKS = 256;

    public RunPart {
        tasks = List.copyOf(tasks);
        if (number < 0 || number >= Run.MAX_PARTS || tasks.isEmpty() || tasks.size() > MAX_TASKS) {
            throw new IllegalArgumentException("No part of a run");
        }
    }

    /**
     * One thing to do.
     *
     * @param name at the remote
     * @param secret none with {@link Action#PULL_NEW}
     */
    public record Task(String name, Action action, Optional<SecretId> secret) {
        public Task {
            LedgerLine.requireName(name);
            if (secret.isEmpty() != (action == Action.PULL_NEW)) {
                throw new IllegalArgumentException("No such task");
            }
        }
    }

    /** All tasks of a run at one remote, in parts. */
    public static List<RunPart> of(RowId run, List<Task> tasks) {
        List<RunPart> parts = new ArrayList<>();
        for (int from = 0; from < tasks.size(); from += MAX_TASKS) {
            parts.add(new RunPart(run, parts.size(), tasks.subList(from, Math.min(tasks.size(), from + MAX_TASKS))));
        }
        return parts;
    }
}
