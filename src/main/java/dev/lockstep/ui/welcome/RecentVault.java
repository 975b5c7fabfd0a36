package dev.lockstep.ui.welcome;

import dev.lockstep.vault.Vaults;
import java.nio.file.Path;
import java.time.Instant;

/**
 * One row of the recent vaults.
 *
 * @param opened when it was opened last
 */
record RecentVault(Path file, Instant opened, Presence presence) {

    /** Whether the file is at its place, as far as is known. */
    enum Presence {
        LOOKING,
        PRESENT,
        MISSING
    }

    /** The file's name without its ending. */
    String name() {
        Path last = file.getFileName();
        String name = last == null ? file.toString() : last.toString();
        return name.endsWith(Vaults.SUFFIX) ? name.substring(0, name.length() - Vaults.SUFFIX.length()) : name;
    }

    /** The folder that holds the file. */
    String folder() {
        Path parent = file.getParent();
        return parent == null ? "" : parent.toString();
    }

    boolean missing() {
        return presence == Presence.MISSING;
    }

    RecentVault with(Presence found) {
        return new RecentVault(file, opened, found);
    }
}
