package dev.lockstep.ui.secrets;

import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import java.util.List;
import java.util.function.Supplier;

/**
 * A change that was made and can be taken back.
 *
 * @param subjects the secrets that it is about; empty where it is about none
 * @param words what was done, as a sentence; asked for when it is told, since names may have to be hidden by then
 */
record Step(List<SecretId> subjects, Supplier<String> words, Edit make, Edit unmake) {
    /** One use case of the vault, run away from the screen. */
    @FunctionalInterface
    interface Edit {
        void run() throws VaultException;
    }
}
