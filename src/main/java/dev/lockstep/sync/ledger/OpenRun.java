package dev.lockstep.sync.ledger;

import java.util.List;

/**
 * A run that has not come to its end at a remote.
 *
 * @param tasks what was to be done there, in order
 */
public record OpenRun(Run run, List<RunPart.Task> tasks) {
    public OpenRun {
        tasks = List.copyOf(tasks);
    }
}
