package dev.lockstep.crypto;

import dev.lockstep.model.RowId;
import java.security.SecureRandom;
import java.util.function.Function;

/** The 32 random bytes that everything in one vault hangs from, with the identity of that vault. Overwritten when closed. */
public final class VaultKey implements AutoCloseable {
    static final int SIZE = 32;

    private final RowId vault;
    private final WipeableKey key;

    private VaultKey(RowId vault, WipeableKey key) {
        this.vault = vault;
        this.key = key;
    }

    /** A new vault's key and identity. */
    public static VaultKey create(SecureRandom random) {
        byte[] raw = new byte[SIZE];
        random.nextBytes(raw);
        return taking(RowId.random(random), raw);
    }

    static VaultKey taking(RowId vault, byte[] raw) {
        return new VaultKey(vault, WipeableKey.taking("HKDF", raw));
    }

    /** An own copy, to be closed by itself. */
    public VaultKey copy() {
        return taking(vault, use(byte[]::clone));
    }

    public RowId vault() {
        return vault;
    }

    <R> R use(Function<byte[], R> reader) {
        return key.use(reader);
    }

    /** HKDF-SHA256 with the vault's identity as salt. */
    WipeableKey derive(String purpose, String algorithm) {
        byte[] info = ("lockstep/1/" + purpose).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        return WipeableKey.taking(algorithm, Kdf.hkdf(key, vault.bytes(), info, SIZE));
    }

    @Override
    public void close() {
        key.destroy();
    }

    @Override
    public String toString() {
        return "[key]";
    }
}
