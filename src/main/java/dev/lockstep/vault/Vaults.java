package dev.lockstep.vault;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.KdfParameters;
import dev.lockstep.model.VaultException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;

/** Creates and opens vault files. */
public final class Vaults {
    /** Ending of a vault file's name. */
    public static final String SUFFIX = ".lockstep";

    public Vaults(Clock clock, SecureRandom random) {}

    /** A new recovery code as text: groups of four characters separated by dashes, ASCII. To be closed by the caller. */
    public SecretValue newRecoveryCode() {
        throw new UnsupportedOperationException();
    }

    /** Finds the cost whose derivation takes about as long as asked on this machine, never below the floor. Takes a few seconds. */
    public KdfParameters measureKdf(Duration target) {
        throw new UnsupportedOperationException();
    }

    /**
     * Creates a file that did not exist, readable by its owner only, with one empty collection of that name, and leaves it unlocked. If it
     * fails, no file is left behind.
     */
    public OpenVault create(
            Path file, Passphrase passphrase, SecretValue recoveryCode, KdfParameters cost, String collection)
            throws VaultException {
        throw new UnsupportedOperationException();
    }

    /** Opens a file and reads what can be read without the password. */
    public LockedVault open(Path file) throws VaultException {
        throw new UnsupportedOperationException();
    }
}
