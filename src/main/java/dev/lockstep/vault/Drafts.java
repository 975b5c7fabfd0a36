package dev.lockstep.vault;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.RowId;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Unsaved edits, sealed inside the vault when it locks, and offered again after unlock. */
public final class Drafts {
    private final Session session;

    Drafts(Session session) {
        this.session = session;
    }

    /**
     * One unsaved edit.
     *
     * @param of the secret that was edited and the version it had; empty for a new one
     */
    public record Draft(RowId id, Optional<Base> of, SecretDetails details, Instant when) {}

    /** What an edit started from. */
    public record Base(SecretId id, long version) {}

    /** Oldest first. */
    public List<Draft> all() {
        return session.keyValues().drafts().values().stream()
                .sorted(Comparator.comparing(Draft::when)
                        .thenComparing(draft -> draft.id().toString()))
                .toList();
    }

    /**
     * Seals an edit as it was typed; {@code value} is null where the value was not touched. Only half a surrogate pair becomes a question mark.
     *
     * @throws VaultException {@code TooLarge} beyond 65,535 bytes of text in one field or 1 MiB of value
     */
    public Draft keep(Optional<Base> of, SecretDetails details, @Nullable SecretValue value) throws VaultException {
        SecretDetails kept = details.encodable();
        Limits.checkDraft(kept);
        if (value != null) {
            Limits.check(value);
        }
        Draft draft = new Draft(session.newId(), of, kept, session.clock().instant());
        byte[] content = KeyValueCodec.encode(draft, value);
        try {
            return session.<Draft, VaultException>change(batch -> {
                batch.put(Kind.DRAFT, draft.id(), content);
                return draft;
            });
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    /** The typed value, to be closed by the caller; empty where the value was not touched. */
    public Optional<SecretValue> value(RowId draft) throws VaultException {
        byte[] content = session.content(Kind.DRAFT, draft);
        try {
            return KeyValueCodec.draftValue(content);
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    public void discard(RowId draft) throws VaultException {
        session.<@Nullable Void, VaultException>change(batch -> {
            batch.delete(Kind.DRAFT, draft);
            return null;
        });
    }
}
