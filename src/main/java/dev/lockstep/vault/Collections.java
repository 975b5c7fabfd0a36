package dev.lockstep.vault;

import dev.lockstep.model.CollectionId;
import dev.lockstep.model.VaultException;
import java.util.List;

/** The use cases around collections; a vault has at least one. Durable as {@link Secrets}. */
public final class Collections {
    Collections() {}

    /** By title, ignoring case. */
    public List<SecretCollection> all() {
        throw new UnsupportedOperationException();
    }

    public SecretCollection get(CollectionId id) throws VaultException {
        throw new UnsupportedOperationException();
    }

    /** The title has to be free. */
    public SecretCollection add(String name, String environment, String rule) throws VaultException {
        throw new UnsupportedOperationException();
    }

    /** Renames, or changes environment or rule. */
    public void change(SecretCollection collection) throws VaultException {
        throw new UnsupportedOperationException();
    }

    /** Removes a collection that holds no secret, not even in the trash. */
    public void remove(CollectionId id) throws VaultException {
        throw new UnsupportedOperationException();
    }
}
