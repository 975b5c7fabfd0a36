package dev.lockstep.ui.shell;

import dev.lockstep.vault.OpenVault;

/** What is looked after beside the main screen while a vault is open: unsaved edits, backups and the trash. */
record Care(Unfinished unfinished, AutomaticBackups backups, TrashCare trash) {
    void follow(OpenVault vault) {
        unfinished.offer(vault);
        backups.follow(vault);
        trash.watch(vault);
    }

    void forget() {
        unfinished.forget();
        backups.forget();
        trash.forget();
    }
}
