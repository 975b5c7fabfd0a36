package dev.lockstep.ui.editor;

import dev.lockstep.vault.Entry;
import java.util.List;

/** What the editor is busy with, beside being typed in. */
sealed interface Phase {
    record Editing() implements Phase {}

    record Saving() implements Phase {}

    /** The user wants to leave, and something was changed. */
    record AskingToLeave() implements Phase {}

    /** Saving or opening failed. */
    record Failed(Exception failure) implements Phase {}

    /**
     * Somebody else changed the secret since it was opened here.
     *
     * @param current the secret as it stands now
     * @param differences what differs between it and this form, in words
     */
    record Conflict(Entry current, List<String> differences) implements Phase {}

    /** The secret is not there any more; saving adds it as a new one. */
    record Gone() implements Phase {}

    /** The editor is left, everything typed is wiped. */
    record Closed() implements Phase {}
}
