package dev.lockstep.ui.keys;

import dev.lockstep.ui.kit.Background;
import dev.lockstep.ui.kit.Job;
import dev.lockstep.words.FailureWords;
import dev.lockstep.words.KeystoreWords;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Where the screen is: what it shows, whether something is being done, and what came of it. */
final class Course {
    private final Background background;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Overview());
    private final ReadOnlyObjectWrapper<Optional<FailureWords>> failure = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    Course(Background background) {
        this.background = background;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What went wrong in what is shown. */
    ReadOnlyObjectProperty<Optional<FailureWords>> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** What was done last. */
    ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** Whether something is being done that has to be waited for. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    State state() {
        return state.get();
    }

    boolean busy() {
        return busy.get();
    }

    boolean ended() {
        return state.get() instanceof State.Ended;
    }

    /** Whether the ways are shown and nothing is being done. */
    boolean free() {
        return state.get() instanceof State.Overview && !busy.get();
    }

    void show(State next) {
        failure.set(Optional.empty());
        state.set(next);
    }

    /** Shows something else than the ways, where the last deed does not matter any more. */
    void leadTo(State next) {
        notice.set(Optional.empty());
        show(next);
    }

    /** Something has to be waited for. */
    void await() {
        failure.set(Optional.empty());
        busy.set(true);
    }

    /** Describes work that is waited for; its outcome ends the waiting. */
    <T> Job<T> start(Job.Work<T> work) {
        await();
        return background.job(work);
    }

    /** There is nothing to wait for any more. */
    void rest() {
        busy.set(false);
    }

    /** It is done: shows the ways. */
    void done(Notice told) {
        rest();
        if (!ended()) {
            notice.set(Optional.of(told));
            show(new State.Overview());
        }
    }

    void failed(Exception cause) {
        refuse(KeystoreWords.of(cause));
    }

    void refuse(FailureWords words) {
        rest();
        failure.set(Optional.of(words));
    }
}
