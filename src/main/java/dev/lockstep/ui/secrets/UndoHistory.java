package dev.lockstep.ui.secrets;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** The last changes that can be taken back, and those taken back that can be made again. */
final class UndoHistory {
    private static final int MOST = 50;

    private final Deque<Step> done = new ArrayDeque<>();
    private final Deque<Step> undone = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();

    ReadOnlyBooleanProperty canUndoProperty() {
        return canUndo.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canRedoProperty() {
        return canRedo.getReadOnlyProperty();
    }

    /** A new change was made; what was taken back before cannot be made again. */
    void did(Step step) {
        undone.clear();
        redid(step);
    }

    void redid(Step step) {
        undone.remove(step);
        done.push(step);
        if (done.size() > MOST) {
            done.removeLast();
        }
        update();
    }

    void undid(Step step) {
        done.remove(step);
        undone.push(step);
        update();
    }

    /** The step can neither be taken back nor made again, as after a failure. */
    void drop(Step step) {
        done.remove(step);
        undone.remove(step);
        update();
    }

    /** Forgets everything, as when the vault is locked. */
    void forget() {
        done.clear();
        undone.clear();
        update();
    }

    boolean holds(Step step) {
        return done.contains(step);
    }

    boolean holdsUndone(Step step) {
        return undone.contains(step);
    }

    Optional<Step> last() {
        return Optional.ofNullable(done.peek());
    }

    Optional<Step> lastUndone() {
        return Optional.ofNullable(undone.peek());
    }

    private void update() {
        canUndo.set(!done.isEmpty());
        canRedo.set(!undone.isEmpty());
    }
}
