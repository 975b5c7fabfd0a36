package dev.lockstep.vault;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.VaultException;
import java.nio.file.Path;

/** A vault file that is open and checked as far as that goes without a password; its sealed heads are already in memory. */
public final class LockedVault implements AutoCloseable {
    LockedVault() {}

    public Path file() {
        throw new UnsupportedOperationException();
    }

    public String name() {
        throw new UnsupportedOperationException();
    }

    /** Derives the key, which takes about a second, and opens the vault. After success this object must not be used. */
    public OpenVault unlock(Passphrase passphrase) throws VaultException {
        throw new UnsupportedOperationException();
    }

    /** Opens with the text of a recovery code as printed; spaces, dashes and case do not matter. */
    public OpenVault unlockWithRecoveryCode(SecretValue code) throws VaultException {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
