package dev.lockstep.ui.remotes;

import dev.lockstep.vault.Remote;

/** What the sheet shows. */
sealed interface Stage {
    record Listing() implements Stage {}

    /** The choice of a vendor. */
    record Picking() implements Stage {}

    record Filling(RemoteForm form, FormWork work, Preview preview) implements Stage {
        /** Wipes what was typed and calls off what is under way. */
        void close() {
            work.close();
            preview.close();
            form.close();
        }
    }

    /** The question whether to remove a remote. */
    record Removing(Remote remote) implements Stage {}

    record Browsing(Browser browser) implements Stage {}
}
