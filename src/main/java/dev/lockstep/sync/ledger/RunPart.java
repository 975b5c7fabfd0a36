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

    /** The most bytes that the tasks of a part may take, so that it fits into a row. */
    private static final int MAX_BYTES = 60_000;

    public RunPart {
        tasks = List.copyOf(tasks);
        int bytes = tasks.stream().mapToInt(Task::mostBytes).sum();
        if (number < 0 || number >= Run.MAX_PARTS || tasks.isEmpty() || !fits(tasks.size(), bytes)) {
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

        /** The most bytes that it can take: length, UTF-8, action and secret. */
        private int mostBytes() {
            return 2 + 3 * name.length() + 1 + 1 + RowId.SIZE;
        }
    }

    private static boolean fits(int tasks, int bytes) {
        return tasks <= MAX_TASKS && bytes <= MAX_BYTES;
    }

    /** All tasks of a run at one remote, in parts. */
    public static List<RunPart> of(RowId run, List<Task> tasks) {
        List<RunPart> parts = new ArrayList<>();
        int from = 0;
        int bytes = 0;
        for (int i = 0; i < tasks.size(); i++) {
            int more = tasks.get(i).mostBytes();
            if (!fits(i - from + 1, bytes + more)) {
                parts.add(new RunPart(run, parts.size(), tasks.subList(from, i)));
                from = i;
                bytes = 0;
            }
            bytes += more;
        }
        if (from < tasks.size()) {
            parts.add(new RunPart(run, parts.size(), tasks.subList(from, tasks.size())));
        }
        return parts;
    }
}
