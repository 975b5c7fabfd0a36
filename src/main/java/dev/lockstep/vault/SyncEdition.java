package dev.lockstep.vault;

import dev.lockstep.crypto.Manifest;

/** Which rows about remotes a vault has: two are equal exactly if all rows are. It costs no reading of rows. */
public final class SyncEdition {
    private final Manifest.Rows rows;

    SyncEdition(Manifest.Rows rows) {
        this.rows = rows;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SyncEdition edition && rows.equals(edition.rows);
    }

    @Override
    public int hashCode() {
        return rows.hashCode();
    }
}
