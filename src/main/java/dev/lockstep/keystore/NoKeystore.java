package dev.lockstep.keystore;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.RowId;
import java.util.Optional;

/** The keystore of a system that has none. It keeps no key and refuses to keep one. */
public final class NoKeystore implements Keystore {
    @Override
    public Kind kind() {
        return Kind.NONE;
    }

    @Override
    public boolean available() {
        return false;
    }

    @Override
    public Optional<SecretValue> read(RowId vault) {
        return Optional.empty();
    }

    @Override
    public void store(RowId vault, SecretValue key) throws KeystoreException {
        throw new KeystoreException(KeystoreException.Reason.UNAVAILABLE);
    }

    @Override
    public void delete(RowId vault) {}
}
