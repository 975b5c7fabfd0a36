package dev.lockstep.crypto;

import java.security.SecureRandom;

/** A known vault key, so that a test can open a vault again and again without deriving it from a password. */
public final class TestKeys {
    private TestKeys() {}

    /** The keys of the vault with that key; closing them leaves the given one alone. */
    public static Keyring of(VaultKey key, SecureRandom random) {
        return new Keyring(VaultKey.taking(key.vault(), key.use(byte[]::clone)), random);
    }
}
