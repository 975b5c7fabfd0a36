package dev.lockstep.ui.secrets;

import dev.lockstep.vault.Entry;

/** What the details pane is about. */
sealed interface Subject {
    record Nothing() implements Subject {}

    record One(Entry entry) implements Subject {}

    record Many(int count) implements Subject {}
}
