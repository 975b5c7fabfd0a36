package dev.lockstep.vault;

import dev.lockstep.crypto.VaultKey;

/** Leave to change the ways into an open vault, for who proved to know one. Overwritten when closed. */
public final class Permit implements AutoCloseable {
    private final VaultKey key;
    private final byte[] slots;

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

    @Override
    public void close() {
        key.close();
    }
}
