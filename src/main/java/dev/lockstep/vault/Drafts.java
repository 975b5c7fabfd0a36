package dev.lockstep.vault;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.RowId;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Unsaved edits, sealed inside the vault when it locks, and offered again after unlock. */
public final class Drafts {
    Drafts() {}

    /**
     * One unsaved edit.
     *
     * @param of the secret that was edited and the version it had; empty for a new one
     */
    public record Draft(RowId id, Optional<Base> of, SecretDetails details, Instant when) {}

    /** What an edit started from. */
    public record Base(SecretId id, long version) {}

    public List<Draft> all() {
        throw new UnsupportedOperationException();
    }

    /** Seals an edit; {@code value} is null where the value was not touched. */
    public Draft keep(Optional<Base> of, SecretDetails details, @Nullable SecretValue value) throws VaultException {
        throw new UnsupportedOperationException();
    }

    /** The typed value, to be closed by the caller; empty where the value was not touched. */
    public Optional<SecretValue> value(RowId draft) throws VaultException {
        throw new UnsupportedOperationException();
    }

    public void discard(RowId draft) throws VaultException {
        throw new UnsupportedOperationException();
    }
}
