package dev.lockstep.ui.editor;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.RowId;
import dev.lockstep.model.VaultException;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.SecretDetails;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One edit on its way into the vault; not for the JavaFX thread.
 *
 * @param base what the edit started from; null for a new secret
 * @param draft the unsaved edit that this one continues, removed once it is saved; null if there is none
 * @param typed the value; without one the stored value stays, and a new secret gets an empty one
 */
record Writing(
        OpenVault vault,
        @Nullable Entry base,
        @Nullable RowId draft,
        SecretDetails details,
        Optional<SecretValue> typed) {

    /** Writes the edit and closes the value. */
    Entry run() throws VaultException {
        try (SecretValue value = typed.orElseGet(() -> SecretValue.copyOf(new byte[0]))) {
            Entry written = write(value);
            discardDraft();
            return written;
        }
    }

    /** The secret as it was; empty for a new one. */
    Optional<Entry> before() {
        return Optional.ofNullable(base);
    }

    private Entry write(SecretValue value) throws VaultException {
        if (base == null) {
            return vault.secrets().add(details, value);
        }
        return typed.isPresent()
                ? vault.secrets().edit(base, details, value)
                : vault.secrets().edit(base, details);
    }

    /** The edit itself is safe by now: a draft that cannot be removed is merely offered once more. */
    private void discardDraft() {
        try {
            if (draft != null) {
                vault.drafts().discard(draft);
            }
        } catch (VaultException e) {
            return;
        }
    }
}
