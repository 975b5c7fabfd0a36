package dev.lockstep.vault;

import java.util.List;

/**
 * What restoring a backup would change, by names.
 *
 * @param secrets the trash included
 */
public record Difference(Part secrets, Part remotes) {
    /**
     * What would change of one sort of things.
     *
     * @param back what only the backup has
     * @param gone what only the present vault has
     * @param changed what differs: of a secret its value or details, of a remote its credentials, details, or how it is used
     */
    public record Part(List<Line> back, List<Line> gone, List<Line> changed) {
        static final Part NONE = new Part(List.of(), List.of(), List.of());
    }

    /** One secret or remote, and the title of its collection. */
    public record Line(String name, String collection) {}

    public boolean none() {
        return secrets.equals(Part.NONE) && remotes.equals(Part.NONE);
    }
}
