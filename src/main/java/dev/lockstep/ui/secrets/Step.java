package dev.lockstep.ui.secrets;

import dev.lockstep.model.VaultException;

/**
 * A change that was made and can be taken back.
 *
 * @param words what was done, as a sentence
 */
record Step(String words, Edit make, Edit unmake) {
    /** One use case of the vault, run away from the screen. */
    @FunctionalInterface
    interface Edit {
        void run() throws VaultException;
    }
}
