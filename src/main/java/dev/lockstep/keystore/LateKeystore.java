package dev.lockstep.keystore;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.RowId;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A keystore that is looked for when it is first asked something: most vaults have no key in it, and calls of native code take long to prepare. */
final class LateKeystore implements Keystore {
    private final Supplier<Keystore> search;
    private @Nullable Keystore found;

    LateKeystore(Supplier<Keystore> search) {
        this.search = search;
    }

    private synchronized Keystore found() {
        Keystore present = found == null ? search.get() : found;
        found = present;
        return present;
    }

    @Override
    public Kind kind() {
        return found().kind();
    }

    @Override
    public boolean available() {
        return found().available();
    }

    @Override
    public Optional<SecretValue> read(RowId vault) throws KeystoreException {
        return found().read(vault);
    }

    @Override
    public void store(RowId vault, SecretValue key) throws KeystoreException {
        found().store(vault, key);
    }

    @Override
    public void delete(RowId vault) throws KeystoreException {
        found().delete(vault);
    }
}
