package dev.lockstep.ui.keys;

import dev.lockstep.vault.Way;

/** What the screen shows. */
sealed interface State {
    /** The ways into the vault. */
    record Overview() implements State {}

    /** Asks for the present password, or where none is asked for, whether to do it. */
    record Asking(Task task) implements State {}

    /** Asks for what the task needs. */
    record Filling(Form form) implements State {}

    /** Asks whether to remove a way. */
    record Confirming(Way way) implements State {}

    /** Seals everything again. */
    record Sealing(Form form) implements State {}

    /** Everything was sealed again; the vault has to be opened anew. */
    record Sealed() implements State {}

    /** The screen is over, and what was typed has to be wiped. */
    record Ended() implements State {}
}
