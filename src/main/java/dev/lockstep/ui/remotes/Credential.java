package dev.lockstep.ui.remotes;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.remote.ContractField;
import dev.lockstep.sync.FieldProblem;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/** One credential of a form: kept as it is sealed in the vault, or typed anew. */
final class Credential {
    private final ContractField field;
    private final BooleanProperty kept;
    private final ReadOnlyIntegerWrapper edits = new ReadOnlyIntegerWrapper();
    private @Nullable CredentialField place;
    private @Nullable SecretValue waiting;
    private boolean closed;

    /** @param held whether the vault has it */
    Credential(ContractField field, boolean held) {
        this.field = field;
        kept = new SimpleBooleanProperty(held);
    }

    ContractField field() {
        return field;
    }

    /** Whether the one in the vault stays. */
    BooleanProperty keptProperty() {
        return kept;
    }

    /** Grows with every change. */
    ReadOnlyIntegerProperty editsProperty() {
        return edits.getReadOnlyProperty();
    }

    /** Takes the field that holds the text from now on. */
    void attach(CredentialField typedIn) {
        place = typedIn;
        SecretValue first = waiting;
        waiting = null;
        if (first != null) {
            take(first);
        }
    }

    /** Puts a value in place of what was typed, once there is a field, and closes it; tells whether it is text that fits. */
    boolean take(SecretValue value) {
        CredentialField typedIn = place;
        if (typedIn == null && !closed) {
            waiting = value;
            return true;
        }
        try (value) {
            boolean fits = typedIn != null
                    && !closed
                    && value.size() <= field.maxLength()
                    && typedIn.load().test(value);
            if (fits) {
                kept.set(false);
                edited();
            }
            return fits;
        }
    }

    void edited() {
        edits.set(edits.get() + 1);
    }

    /** What was typed, to be closed by the caller; empty if nothing was, or if the one in the vault stays. */
    Optional<SecretValue> typed() throws CharacterCodingException {
        CredentialField typedIn = place;
        return typedIn == null || kept.get() || typedIn.buffer().isEmpty()
                ? Optional.empty()
                : Optional.of(typedIn.buffer().toValue());
    }

    /** @param required whether there is no connection without it */
    Optional<FieldProblem> problem(boolean required) {
        CredentialField typedIn = place;
        if (kept.get() || typedIn == null) {
            return Optional.empty();
        }
        if (typedIn.buffer().isEmpty()) {
            return required ? Optional.of(FieldProblem.EMPTY) : Optional.empty();
        }
        return typedIn.buffer().length() > field.maxLength() ? Optional.of(FieldProblem.TOO_LONG) : Optional.empty();
    }

    /** Wipes what was typed. */
    void close() {
        closed = true;
        if (place != null) {
            place.clear().run();
        }
        if (waiting != null) {
            waiting.close();
            waiting = null;
        }
    }
}
