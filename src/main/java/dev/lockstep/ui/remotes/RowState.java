package dev.lockstep.ui.remotes;

import dev.lockstep.sync.Check;

/** What is known of a remote. */
sealed interface RowState {
    record Paused() implements RowState {}

    record Checking() implements RowState {}

    /** Not checked since the vault was opened, or changed since. */
    record Unchecked() implements RowState {}

    record Checked(Check check) implements RowState {}
}
