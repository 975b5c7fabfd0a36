package dev.lockstep.ui.importing;

import dev.lockstep.vault.Importing.Choice;
import java.util.Collection;

/** How many rows are added, replaced and skipped. */
record Tally(int added, int replaced, int skipped) {
    static Tally of(Collection<Choice> choices) {
        int added =
                (int) choices.stream().filter(choice -> choice == Choice.ADD).count();
        int replaced = (int)
                choices.stream().filter(choice -> choice == Choice.REPLACE).count();
        return new Tally(added, replaced, choices.size() - added - replaced);
    }

    /** How many secrets are written. */
    int written() {
        return added + replaced;
    }
}
