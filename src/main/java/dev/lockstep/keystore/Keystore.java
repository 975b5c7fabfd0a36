package dev.lockstep.keystore;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.RowId;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Where the operating system keeps one key of 32 bytes for each vault. A call may wait for the user, whom the system may ask to allow it,
 * so none belongs on the thread of the screens; after 30 seconds each fails with {@code NO_ANSWER}. Safe for use by several threads.
 */
public interface Keystore {
    /** Length of a key in bytes. */
    int KEY_SIZE = 32;

    /** The kinds of keystore, to be told the user by the name that the system gives them. */
    enum Kind {
        /** Of Linux desktops: GNOME Keyring, KWallet, KeePassXC. */
        SECRET_SERVICE,
        /** Of macOS. */
        KEYCHAIN,
        /** The Credential Manager of Windows. */
        WINDOWS_CREDENTIALS,
        /** There is none. */
        NONE
    }

    /**
     * The keystore of the system that the program runs on, or {@link NoKeystore}. Its libraries are loaded when it is first asked something.
     *
     * @param worker runs one call of the system after the other; each may block its thread, so it should be no virtual one
     */
    static Keystore ofThisSystem(Executor worker) {
        return new LateKeystore(() -> SystemKeystore.find(System.getProperty("os.name", ""), worker));
    }

    Kind kind();

    /** Asks the system whether the keystore can be used now, without asking the user. */
    boolean available();

    /**
     * Reads the key of a vault.
     *
     * @return the key, to be closed by the caller, or nothing if none is kept
     * @throws KeystoreException if the system did not answer or not with a key; nothing is changed
     */
    Optional<SecretValue> read(RowId vault) throws KeystoreException;

    /**
     * Keeps a key, in place of one that was kept before. If it fails, either key or none may be kept.
     *
     * @param key {@link #KEY_SIZE} bytes; stays the caller's
     * @throws KeystoreException if the system did not confirm it
     */
    void store(RowId vault, SecretValue key) throws KeystoreException;

    /**
     * Forgets the key of a vault, if one is kept.
     *
     * @throws KeystoreException if the system did not confirm it; the key may still be kept
     */
    void delete(RowId vault) throws KeystoreException;
}
