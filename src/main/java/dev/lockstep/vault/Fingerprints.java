package dev.lockstep.vault;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.crypto.FingerprintKey;
import dev.lockstep.model.Failure;
import dev.lockstep.model.RemoteId;
import dev.lockstep.model.VaultException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Tells values at remotes apart without keeping them. A fingerprint is of use inside of one vault only and never leaves its file; it stays the
 * same when the vault gets new keys.
 */
public final class Fingerprints {
    /** Length of a fingerprint, in bytes. */
    public static final int SIZE = FingerprintKey.SIZE;

    private final Session session;
    private final ReentrantLock turn = new ReentrantLock();
    private @Nullable FingerprintKey key;

    Fingerprints(Session session) {
        this.session = session;
    }

    /**
     * The fingerprint of a value at a remote: {@value #SIZE} bytes.
     *
     * @param name of the secret there
     * @param value stays the caller's
     */
    public byte[] of(RemoteId remote, String name, SecretValue value) throws VaultException {
        byte[] utf8 = Wire.utf8(name);
        if (unknown()) {
            remember(load());
        }
        turn.lock();
        try {
            FingerprintKey known = key;
            if (known == null) {
                throw new VaultException(new Failure.Locked());
            }
            return known.fingerprint(remote.row(), utf8, value);
        } finally {
            turn.unlock();
        }
    }

    private boolean unknown() {
        turn.lock();
        try {
            return key == null;
        } finally {
            turn.unlock();
        }
    }

    /** The key from before this vault got its present keys, if there is one. */
    private FingerprintKey load() throws VaultException {
        return session.<FingerprintKey>read(reading -> reading.fingerprintKey());
    }

    private void remember(FingerprintKey loaded) {
        turn.lock();
        try {
            if (key == null && session.isOpen()) {
                key = loaded;
            } else {
                loaded.close();
            }
        } finally {
            turn.unlock();
        }
    }

    /** Overwrites the key; only once the session is closed. */
    void forget() {
        turn.lock();
        try {
            if (key != null) {
                key.close();
                key = null;
            }
        } finally {
            turn.unlock();
        }
    }
}
