package dev.lockstep.ui.editor;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.RowId;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.vault.OpenVault;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/** The value of the edited secret: opened only when asked for, judged while it is typed, wiped when the editor closes. */
final class ValuePart {
    private final OpenVault vault;
    private final Background background;
    private final Consumer<Exception> failed;
    private final ReadOnlyObjectWrapper<ValueState> state = new ReadOnlyObjectWrapper<>(new ValueState.Typed(false));
    private final ReadOnlyObjectWrapper<ValueReview> review = new ReadOnlyObjectWrapper<>(ValueReview.EMPTY);
    private final BooleanProperty revealed = new SimpleBooleanProperty();
    private final Remask remask;
    private @Nullable StoredValue stored;
    private @Nullable RowId draft;
    private @Nullable ValueField field;
    private @Nullable SecretValue opened;
    private boolean closed;

    /**
     * @param remasked how long a revealed value stays revealed when nothing is typed
     */
    ValuePart(OpenVault vault, Background background, Duration remasked, Consumer<Exception> failed) {
        this.vault = vault;
        this.background = background;
        this.failed = failed;
        remask = new Remask(background, remasked, revealed);
    }

    ReadOnlyObjectProperty<ValueState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What can be said of the typed value; of no meaning unless the state is {@link ValueState.Typed}. */
    ReadOnlyObjectProperty<ValueReview> reviewProperty() {
        return review.getReadOnlyProperty();
    }

    BooleanProperty revealedProperty() {
        return revealed;
    }

    /** Begins with a stored value, or with an empty field if there is none. */
    void start(@Nullable StoredValue from) {
        wipe();
        stored = from;
        revealed.set(false);
        state.set(from == null ? new ValueState.Typed(false) : new ValueState.Stored(from.bytes()));
        review.set(ValueReview.EMPTY);
    }

    /** Begins with what an unsaved edit had typed, if it had; it comes into the field as soon as that is there. */
    void startWith(RowId unsaved, @Nullable StoredValue from) {
        start(from);
        draft = unsaved;
        loadDraft();
    }

    /** Takes the field that holds the text from now on. */
    void attach(ValueField place) {
        field = place;
        loadDraft();
    }

    private void loadDraft() {
        RowId unsaved = draft;
        if (unsaved != null && field != null) {
            draft = null;
            background
                    .job(progress -> vault.drafts().value(unsaved))
                    .onDone(value -> value.ifPresent(this::takeAndClose))
                    .onFailed(failed)
                    .start();
        }
    }

    /** The text in the field was changed by the user. */
    void edited() {
        if (field != null && state.get() instanceof ValueState.Typed) {
            review.set(ValueReview.of(field.buffer()));
            remask.restart();
        }
    }

    /** Opens the stored value into the field, where it can be read and edited. */
    void reveal() {
        StoredValue from = stored;
        if (from == null || !(state.get() instanceof ValueState.Stored)) {
            return;
        }
        state.set(new ValueState.Opening(from.bytes()));
        background
                .job(progress -> vault.secrets().reveal(from.id()))
                .onDone(value -> show(value, from))
                .onFailed(failure -> {
                    state.set(new ValueState.Stored(from.bytes()));
                    failed.accept(failure);
                })
                .start();
    }

    private void show(SecretValue value, StoredValue from) {
        if (closed || !from.equals(stored) || !(state.get() instanceof ValueState.Opening)) {
            value.close();
        } else if (field != null && field.load().test(value)) {
            opened = value;
            typed(true);
            revealed.set(true);
        } else {
            value.close();
            state.set(new ValueState.Binary(from.bytes()));
        }
    }

    /** Leaves the stored value closed and takes a new one in an empty field. */
    void replace() {
        if (field != null) {
            field.clear().run();
        }
        typed(stored != null);
    }

    /** Goes on with another stored value, or with none, under what was typed. What was opened but not changed gives way to it. */
    void rebase(@Nullable StoredValue from) {
        if (!changed()) {
            start(from);
            return;
        }
        stored = from;
        forget();
        typed(from != null);
    }

    /** Goes back to the stored value and wipes what was typed. */
    void keepStored() {
        start(stored);
    }

    /** Puts a value into the field, for example a generated one; it stays the caller's to close. */
    void take(SecretValue value) {
        if (!closed && field != null && field.load().test(value)) {
            typed(stored != null);
        }
    }

    private void takeAndClose(SecretValue value) {
        try (value) {
            take(value);
        }
    }

    private void typed(boolean replaces) {
        state.set(new ValueState.Typed(replaces));
        edited();
    }

    /** Does the one-click fix of a finding. */
    void fix(ValueFinding finding) {
        if (field == null) {
            return;
        }
        try (SecretValue fixed = ValueFix.apply(field.buffer(), finding)) {
            take(fixed);
        } catch (CharacterCodingException e) {
            edited(); // half of a pair is still in it, which the review says
        }
    }

    /** Whether saving would change the value. */
    boolean changed() {
        if (!(state.get() instanceof ValueState.Typed) || field == null) {
            return false;
        }
        if (stored == null) {
            return !field.buffer().isEmpty();
        }
        try (SecretValue now = field.buffer().toValue()) {
            return opened == null || !opened.sameAs(now);
        } catch (CharacterCodingException e) {
            return true;
        }
    }

    /** The value as typed, to be closed by the caller; empty where the stored one stays. */
    Optional<SecretValue> typedValue() throws CharacterCodingException {
        boolean typed = state.get() instanceof ValueState.Typed && (stored == null || changed());
        return typed && field != null ? Optional.of(field.buffer().toValue()) : Optional.empty();
    }

    private void forget() {
        if (opened != null) {
            opened.close();
            opened = null;
        }
    }

    private void wipe() {
        remask.cancel();
        forget();
        if (field != null) {
            field.clear().run();
        }
    }

    /** Wipes everything for good. */
    void close() {
        closed = true;
        wipe();
    }
}
