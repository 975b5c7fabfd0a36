package dev.lockstep.vault;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.crypto.Keyring;
import dev.lockstep.crypto.RowCipher;
import dev.lockstep.model.CollectionId;
import dev.lockstep.model.Failure;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import dev.lockstep.store.VaultStore;
import java.util.List;
import java.util.Map;

/** A bundle, or another vault file, while it is open for reading. */
public final class OpenBundle {
    private final VaultStore store;
    private final Keyring keys;
    private final RowCipher cipher;
    private final Contents contents;

    OpenBundle(VaultStore store, Keyring keys, RowCipher cipher, Contents contents) {
        this.store = store;
        this.keys = keys;
        this.cipher = cipher;
        this.contents = contents;
    }

    /** Its secrets, also those in a trash. */
    public Catalog catalog() {
        return contents.catalog();
    }

    public Map<CollectionId, SecretCollection> collections() {
        return contents.keyValues().collections();
    }

    /** The names of its remotes; a bundle has none. */
    public List<String> remotes() {
        return contents.keyValues().remotes().values().stream()
                .map(Remote::name)
                .toList();
    }

    /** Opens a value, to be closed by the caller. */
    public SecretValue value(SecretId id) throws VaultException {
        Head head = catalog()
                .head(id)
                .orElseThrow(() -> new VaultException(new Failure.Gone()))
                .head();
        return store.<SecretValue, VaultException>read(transaction -> {
            Reading reading = new Reading(transaction, keys, cipher, contents.manifest());
            return ValueCodec.value(reading.value(id, head.value()));
        });
    }
}
