package dev.lockstep.ui.importing;

import dev.lockstep.vault.Importing.Choice;
import dev.lockstep.vault.Importing.Comparison;

/** One choice for many rows. */
enum Bulk {
    /** Add what is new, leave the rest alone. */
    ADD_NEW,
    /** Add what is new and replace what differs. */
    ADD_AND_REPLACE,
    SKIP_ALL;

    Choice of(Comparison comparison) {
        return switch (comparison) {
            case NEW -> this == SKIP_ALL ? Choice.SKIP : Choice.ADD;
            case DIFFERS -> this == ADD_AND_REPLACE ? Choice.REPLACE : Choice.SKIP;
            case SAME -> Choice.SKIP;
        };
    }
}
