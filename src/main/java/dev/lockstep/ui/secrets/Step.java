package dev.lockstep.ui.secrets;

import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import java.util.List;

/**
 * A change that was made and can be taken back.
 *
 * @param subjects the secrets that it is about
 * @param words what was done, as a sentence
 */
record Step(List<SecretId> subjects, String words, Edit make, Edit unmake) {
    /** One use case of the vault, run away from the screen. */
    @FunctionalInterface
    interface Edit {
        void run() throws VaultException;
    }
}
