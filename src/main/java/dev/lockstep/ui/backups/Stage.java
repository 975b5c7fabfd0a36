package dev.lockstep.ui.backups;

import dev.lockstep.vault.Backup;
import dev.lockstep.vault.CheckReport;
import dev.lockstep.vault.Difference;
import java.util.List;

/** What the sheet shows. */
sealed interface Stage {
    record Working(Task task, long done, long total) implements Stage {}

    record Listing(List<BackupRow> rows) implements Stage {}

    /** Asks whether a backup is to be restored. */
    record Compared(Backup backup, Difference difference) implements Stage {}

    /** What a check found, of the vault or of a backup. */
    record Checked(CheckReport report, boolean ofVault) implements Stage {}

    /**
     * A backup stands in the place of the vault.
     *
     * @param kept name of the former file
     */
    record Restored(Backup backup, String kept) implements Stage {}

    record Repaired(CheckReport report) implements Stage {}
}
