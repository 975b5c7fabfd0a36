package dev.lockstep.ui.editor;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.RowId;
import dev.lockstep.model.VaultException;
import dev.lockstep.vault.Drafts;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.SecretDetails;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Seals what stands in the form. */
final class DraftKeeping {
    private DraftKeeping() {}

    /**
     * Keeps the edit and removes the draft that it continues.
     *
     * @return false if there is no collection to keep it for
     */
    static boolean keep(Drafts drafts, Form form, @Nullable Entry base, @Nullable RowId former) throws VaultException {
        Optional<SecretDetails> details = form.details();
        if (details.isEmpty()) {
            return false;
        }
        Optional<Drafts.Base> from =
                Optional.ofNullable(base).map(entry -> new Drafts.Base(entry.id(), entry.version()));
        try (SecretValue typed = form.value().typedValue().orElse(null)) {
            drafts.keep(from, details.get(), typed);
        } catch (CharacterCodingException e) {
            drafts.keep(from, details.get(), null); // half of a pair was typed: keep the rest
        }
        if (former != null) {
            drafts.discard(former);
        }
        return true;
    }
}
