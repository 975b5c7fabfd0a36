package dev.lockstep.sync.plan;

import dev.lockstep.model.RemoteId;
import java.util.List;

/**
 * What the last whole list of a remote had.
 *
 * @param first whether nothing there is ours yet
 * @param ours names that are, and stand there
 * @param missing names that were ours there, and no longer stand there
 * @param unknown names that nobody here knows
 * @param clashes names that are not ours, and that secrets here would have there
 */
public record Contact(
        RemoteId remote,
        boolean first,
        List<String> ours,
        List<String> missing,
        List<String> unknown,
        List<String> clashes) {
    public Contact {
        ours = List.copyOf(ours);
        missing = List.copyOf(missing);
        unknown = List.copyOf(unknown);
        clashes = List.copyOf(clashes);
    }
}
