package dev.lockstep.ui.secrets;

import dev.lockstep.vault.Entry;
import dev.lockstep.vault.Query;

/**
 * What decides which actions are possible.
 *
 * @param selected how many secrets are selected
 * @param rows how many are listed
 * @param valueSize size of the one selected secret's value in bytes; zero if there is none or it is empty
 * @param trash whether the trash is listed
 */
record Situation(
        int selected, int rows, int valueSize, boolean trash, boolean readOnly, boolean canUndo, boolean canRedo) {

    static Situation of(Parts parts, boolean readOnly) {
        return new Situation(
                parts.list().selectedProperty().get().size(),
                parts.list().rows().size(),
                parts.details().entry().map(Entry::size).orElse(0),
                parts.list().scopeProperty().get() instanceof Query.Scope.Trash,
                readOnly,
                parts.history().canUndoProperty().get(),
                parts.history().canRedoProperty().get());
    }

    /** Whether an action makes sense now. */
    boolean allows(SecretsViewModel.Action action) {
        return switch (action) {
            case NEW_SECRET, IMPORT, NEW_COLLECTION -> !readOnly;
            case SEARCH, ROTATE_SOON, HEALTH, SIDEBAR, DETAILS, GENERATE -> true;
            case EDIT, DUPLICATE -> !readOnly && !trash && selected == 1;
            case FAVOURITE, TAGS, MOVE, ROTATE, TRASH -> !readOnly && !trash && selected > 0;
            case RESTORE, DELETE_FOR_GOOD -> !readOnly && trash && selected > 0;
            case EMPTY_TRASH -> !readOnly && trash && rows > 0;
            case COPY_NAME, HISTORY -> selected == 1;
            case COPY_VALUE, REVEAL -> selected == 1 && valueSize > 0;
            case HINT -> selected == 1 && Hint.possible(valueSize);
            case REVEAL_ALL -> rows > 0;
            case UNDO -> !readOnly && canUndo;
            case REDO -> !readOnly && canRedo;
        };
    }
}
