package dev.lockstep.vault;

import java.util.List;

/**
 * What restoring a backup would change, by names, the trash included.
 *
 * @param back secrets that only the backup has
 * @param gone secrets that only the present vault has
 * @param changed secrets whose value or details differ
 */
public record Difference(List<Line> back, List<Line> gone, List<Line> changed) {
    /** One secret, and the title of its collection. */
    public record Line(String name, String collection) {}

    public boolean none() {
        return back.isEmpty() && gone.isEmpty() && changed.isEmpty();
    }
}
