package dev.lockstep.keystore;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.RowId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A keystore that lasts as long as the test. It can be told to fail. */
public final class MemoryKeystore implements Keystore {
    private final Map<RowId, SecretValue> keys = new ConcurrentHashMap<>();
    private volatile KeystoreException.@Nullable Reason failure;

    /** From now on every call fails so, or none if null. */
    public void failWith(KeystoreException.@Nullable Reason reason) {
        failure = reason;
    }

    @Override
    public Kind kind() {
        return Kind.SECRET_SERVICE;
    }

    @Override
    public boolean available() {
        return failure != KeystoreException.Reason.UNAVAILABLE;
    }

    @Override
    public Optional<SecretValue> read(RowId vault) throws KeystoreException {
        requireSuccess();
        return Optional.ofNullable(keys.get(vault)).map(SecretValue::copy);
    }

    @Override
    public void store(RowId vault, SecretValue key) throws KeystoreException {
        requireSuccess();
        if (key.size() != KEY_SIZE) {
            throw new IllegalArgumentException("A key has " + KEY_SIZE + " bytes, not " + key.size());
        }
        keys.put(vault, key.copy());
    }

    @Override
    public void delete(RowId vault) throws KeystoreException {
        requireSuccess();
        keys.remove(vault);
    }

    private void requireSuccess() throws KeystoreException {
        KeystoreException.Reason reason = failure;
        if (reason != null) {
            throw new KeystoreException(reason);
        }
    }
}
