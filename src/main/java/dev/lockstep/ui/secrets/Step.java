package dev.lockstep.ui.secrets;

import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import dev.lockstep.words.Text;
import java.util.List;
import java.util.function.Supplier;

/**
 * A change that was made and can be taken back. It holds no value of a secret.
 *
 * @param subjects the secrets that it is about; empty where it is about none
 * @param words what was done, as a sentence; asked for when it is told, since names may have to be hidden by then
 * @param undone what is told once it was taken back
 * @param make does it again; fails where things are not as {@code unmake} left them
 * @param unmake takes it back; fails where things are not as the change left them
 */
record Step(List<SecretId> subjects, Supplier<String> words, Supplier<String> undone, Edit make, Edit unmake) {
    Step(List<SecretId> subjects, Supplier<String> words, Edit make, Edit unmake) {
        this(subjects, words, () -> Text.of("secrets.done.undo", words.get()), make, unmake);
    }

    /** One use case of the vault, run away from the screen. */
    @FunctionalInterface
    interface Edit {
        void run() throws VaultException;
    }
}
