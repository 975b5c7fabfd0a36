package dev.lockstep.ui.keys;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.keystore.Keystore;
import dev.lockstep.keystore.KeystoreException;
import dev.lockstep.model.RowId;
import dev.lockstep.model.VaultException;
import dev.lockstep.vault.Keys;
import dev.lockstep.vault.Permit;
import dev.lockstep.vault.Way;

/** Lets the operating system keep a key for a vault, and ends that. Every call may wait for the user. */
final class QuickUnlock {
    private final Keys keys;
    private final Keystore keystore;

    QuickUnlock(Keys keys, Keystore keystore) {
        this.keys = keys;
        this.keystore = keystore;
    }

    /** The system keeps the key before the vault takes it, so that a failure leaves no way that nobody can go. */
    boolean switchOn(Permit permit) throws VaultException, KeystoreException {
        RowId vault = keys.vault();
        try (SecretValue key = keys.newKeystoreKey()) {
            keystore.store(vault, key);
            return keys.allowKeystore(permit, key);
        } catch (VaultException e) {
            forget(vault);
            throw e;
        }
    }

    /**
     * Ends it: what the system keeps opens nothing any more.
     *
     * @return whether the system confirmed that it forgot the key
     */
    boolean switchOff() throws VaultException {
        keys.remove(Way.KEYSTORE);
        return forget(keys.vault());
    }

    /** Has the system forget what it keeps for a vault; tells whether it confirmed that. */
    boolean forget(RowId vault) {
        try {
            keystore.delete(vault);
            return true;
        } catch (KeystoreException e) {
            return false;
        }
    }
}
