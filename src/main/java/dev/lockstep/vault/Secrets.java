package dev.lockstep.vault;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.CollectionId;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The use cases around secrets. Each change is one durable transaction: when the method returns, it survives power loss; when it throws,
 * nothing was changed. Values given stay the caller's to close. Not for the JavaFX thread.
 */
public final class Secrets {
    Secrets() {}

    public Entry add(SecretDetails details, SecretValue value) throws VaultException {
        throw new UnsupportedOperationException();
    }

    /** Changes the details, and the value too. The former value is kept in the history. */
    public Entry edit(Entry base, SecretDetails details, SecretValue value) throws VaultException {
        throw new UnsupportedOperationException();
    }

    /** Changes the details and leaves the value alone. */
    public Entry edit(Entry base, SecretDetails details) throws VaultException {
        throw new UnsupportedOperationException();
    }

    /** Opens the value, to be closed by the caller, and notes the time in {@link Entry#lastRevealed} where the vault can be written. */
    public SecretValue reveal(SecretId id) throws VaultException {
        throw new UnsupportedOperationException();
    }

    /** A copy under a free name in the same collection. */
    public Entry duplicate(SecretId id) throws VaultException {
        throw new UnsupportedOperationException();
    }

    public void favourite(Collection<SecretId> ids, boolean favourite) throws VaultException {
        throw new UnsupportedOperationException();
    }

    /** Moves to the trash those that are not there yet. */
    public void trash(Collection<SecretId> ids) throws VaultException {
        throw new UnsupportedOperationException();
    }

    /** Takes out of the trash; a secret whose name was taken meanwhile comes back as "NAME (restored)" or the next free such name. */
    public List<Entry> restore(Collection<SecretId> ids) throws VaultException {
        throw new UnsupportedOperationException();
    }

    /** Removes secrets of the trash with all their values, for good. */
    public void deleteForGood(Collection<SecretId> ids) throws VaultException {
        throw new UnsupportedOperationException();
    }

    /** Moves to another collection; all or, if one name is taken there, none. */
    public void move(Collection<SecretId> ids, CollectionId target) throws VaultException {
        throw new UnsupportedOperationException();
    }

    public void tag(Collection<SecretId> ids, Set<String> add, Set<String> remove) throws VaultException {
        throw new UnsupportedOperationException();
    }
}
