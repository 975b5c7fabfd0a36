package dev.lockstep.ui.remotes;

import dev.lockstep.sync.Check;

/** What is known of a remote. */
sealed interface RowState {
    record Paused() implements RowState {}

    /** It leads to a practice vault that ended with an earlier run of the program. */
    record Ended() implements RowState {}

    record Checking() implements RowState {}

    /** Not checked since the vault was opened, or changed since. */
    record Unchecked() implements RowState {}

    /** Checked, with an answer of whatever kind. */
    sealed interface Checked extends RowState {
        Check check();

        static Checked of(Check check) {
            return switch (check) {
                case Check.Welcome welcome -> new Welcomed(welcome);
                case Check.Troubled troubled -> new Refused(troubled);
            };
        }
    }

    record Welcomed(Check.Welcome check) implements Checked {}

    record Refused(Check.Troubled check) implements Checked {}
}
