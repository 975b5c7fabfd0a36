package dev.lockstep.vault;

import dev.lockstep.crypto.VaultKey;

/**
 * Leave to change the ways into an open vault, for who proved to know one: for any number of changes, until something else changes them.
 * Overwritten when closed.
 */
public final class Permit implements AutoCloseable {
    private final VaultKey key;
    private volatile byte[] slots;

    /** @param slots digest of the key slots against which it was proved */
    Permit(VaultKey key, byte[] slots) {
        this.key = key;
        this.slots = slots;
    }

    VaultKey key() {
        return key;
    }

    byte[] slots() {
        return slots;
    }

    /** Goes on after a change that was made by this leave. */
    void follow(byte[] changed) {
        slots = changed;
    }

    @Override
    public void close() {
        key.close();
    }
}
