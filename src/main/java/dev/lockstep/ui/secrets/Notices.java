package dev.lockstep.ui.secrets;

import dev.lockstep.model.Failure;
import dev.lockstep.model.VaultException;
import dev.lockstep.ui.kit.Discretion;
import dev.lockstep.ui.kit.Toast;
import dev.lockstep.words.FailureWords;
import dev.lockstep.words.Text;
import java.time.Duration;
import java.util.function.Consumer;

/** Tells the user in passing what came of an action. */
final class Notices {
    private static final Duration LONG = Duration.ofSeconds(10);

    private final Consumer<Toast> toasts;
    private boolean silent;

    Notices(Consumer<Toast> toasts) {
        this.toasts = toasts;
    }

    void done(String text) {
        tell(Toast.of(text));
    }

    void done(String text, Runnable undo) {
        tell(Toast.of(text, Text.of("secrets.undo"), undo, LONG));
    }

    void failed(Exception failure) {
        FailureWords words = FailureWords.of(failure);
        String text = Text.of("secrets.failed", words.what(), words.meaning(), words.advice(), words.code());
        tell(new Toast(text, null, null, LONG));
    }

    void undone(String text, Runnable redo) {
        tell(Toast.of(text, Text.of("secrets.redo"), redo, LONG));
    }

    /** A change cannot be taken back. */
    void undoRefused(String step, Exception failure) {
        String code = FailureWords.of(failure).code();
        tell(new Toast(Text.of("secrets.undo.refused", step, reason(failure), code), null, null, LONG));
    }

    /** A change that was taken back cannot be made again. */
    void redoRefused(String step, Exception failure) {
        String code = FailureWords.of(failure).code();
        tell(new Toast(Text.of("secrets.redo.refused", step, reason(failure), code), null, null, LONG));
    }

    /** The usual words speak of an edit that is still open, which a step is not. */
    private static String reason(Exception failure) {
        Object known = failure instanceof VaultException thrown ? thrown.failure() : failure;
        return switch (known) {
            case Failure.ChangedMeanwhile changed -> Text.of("secrets.step.changed");
            case Failure.Gone gone -> Text.of("secrets.step.gone");
            case Failure.NameTaken taken -> Text.of("secrets.step.name-taken");
            default -> {
                FailureWords words = FailureWords.of(failure);
                yield Text.of("secrets.step.other", words.what(), words.meaning(), words.advice());
            }
        };
    }

    /** A value was asked for in presentation mode. */
    void refused(Discretion discretion) {
        tell(Toast.of(Text.of("discretion.refused"), Text.of("discretion.leave"), discretion::leave, LONG));
    }

    /** Tells nothing any more, as once the vault is locked. */
    void silence() {
        silent = true;
    }

    private void tell(Toast toast) {
        if (!silent) {
            toasts.accept(toast);
        }
    }
}
