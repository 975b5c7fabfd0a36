package dev.lockstep.crypto;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.RowId;
import dev.lockstep.model.Table;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;

/**
 * The subkeys of one unlocked vault, each derived by HKDF-SHA256 for one purpose. Overwritten when closed. Safe for use by several threads;
 * each takes its own {@link RowCipher}.
 */
public final class Keyring implements AutoCloseable {
    private static final String AES = "AES";
    private static final String HMAC = "HmacSHA256";
    private static final String BLIND_INDEX = "blind-index";
    private static final int FINGERPRINT_SIZE = 8;

    private final VaultKey vaultKey;
    private final SecureRandom random;
    private final Map<String, WipeableKey> keys = new ConcurrentHashMap<>();

    /** Takes the key over and closes it with itself. */
    public Keyring(VaultKey vaultKey, SecureRandom random) {
        this.vaultKey = vaultKey;
        this.random = random;
    }

    public RowId vault() {
        return vaultKey.vault();
    }

    /** A copy of the key that everything hangs from, to be closed by the caller. */
    public VaultKey vaultKey() {
        return vaultKey.copy();
    }

    /** A cipher for one thread, to be closed by it. */
    public RowCipher cipher() {
        return new RowCipher(this, random);
    }

    /**
     * The 16-byte key of a key-value row: the first 15 bytes of HMAC-SHA256 over {@code kind u8 | id 16}, then the kind, exclusive-ored with
     * the first byte of the HMAC over those 15. So who has the keys knows the kind of a row, and the file tells nothing.
     *
     * @param kind 0 to 255
     */
    public RowId blindIndex(int kind, RowId id) {
        byte[] input = ByteBuffer.allocate(1 + RowId.SIZE)
                .put((byte) kind)
                .put(id.bytes())
                .array();
        byte[] index = Arrays.copyOf(hmac(BLIND_INDEX, input), RowId.SIZE);
        index[RowId.SIZE - 1] = (byte) (kind ^ mask(index));
        return RowId.of(index);
    }

    /** The kind of a key-value row, by its key. */
    public int kind(RowId blindIndex) {
        byte[] index = blindIndex.bytes();
        return (index[RowId.SIZE - 1] ^ mask(index)) & 0xFF;
    }

    private byte mask(byte[] index) {
        return hmac(BLIND_INDEX, Arrays.copyOf(index, RowId.SIZE - 1))[0];
    }

    /** What all rows about a remote stand under: the first 16 bytes of HMAC-SHA256 over {@code "r" | remote 16}. */
    public RowId syncGroup(RowId remote) {
        return syncIndex((byte) 'r', remote.bytes());
    }

    /** What one row about a remote stands under: the first 16 bytes of HMAC-SHA256 over {@code "k" | remote 16 | row 16}. */
    public RowId syncIndex(RowId remote, RowId row) {
        byte[] both = ByteBuffer.allocate(2 * RowId.SIZE)
                .put(remote.bytes())
                .put(row.bytes())
                .array();
        return syncIndex((byte) 'k', both);
    }

    private RowId syncIndex(byte sort, byte[] ids) {
        byte[] input = ByteBuffer.allocate(1 + ids.length).put(sort).put(ids).array();
        return RowId.of(Arrays.copyOf(hmac("sync-index", input), RowId.SIZE));
    }

    /** The key of fingerprints of values at remotes, as this vault's key makes it; to be closed by the caller. */
    public FingerprintKey fingerprintKey() {
        return new FingerprintKey(vaultKey.derive("sync-fingerprint", HMAC));
    }

    /** Eight bytes that are equal for equal values of this vault and tell nothing to who lacks its key. */
    public byte[] fingerprint(SecretValue value) {
        return value.use(bytes -> Arrays.copyOf(hmac("fingerprint", bytes), FINGERPRINT_SIZE));
    }

    /**
     * The value of the audit chain after an entry: HMAC-SHA256 over {@code value before it 32 | number u64 | tag of its row 16}.
     *
     * @param before the value before, 32 bytes; zeros in front of the first entry
     */
    public byte[] chain(byte[] before, long number, byte[] tag) {
        return hmac(
                "audit-chain",
                ByteBuffer.allocate(before.length + 8 + tag.length)
                        .put(before)
                        .putLong(number)
                        .put(tag)
                        .array());
    }

    /** HMAC-SHA256 of what this computer keeps about a vault outside its file. */
    public byte[] anchorMac(byte[] content) {
        return hmac("anchor", content);
    }

    private byte[] hmac(String purpose, byte[] input) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key(purpose, HMAC));
            byte[] output = mac.doFinal(input);
            mac.init(RowCipher.DUMMY);
            return output;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    WipeableKey nonceKey() {
        return key("nonce", HMAC);
    }

    WipeableKey setKey() {
        return key("set", AES);
    }

    WipeableKey sealingKey(Table table, int epoch) {
        return key(purpose(table, epoch), AES);
    }

    private static String purpose(Table table, int epoch) {
        return switch (table) {
            case ITEM -> "overview/" + epoch;
            case VALUE, HISTORY -> "value/" + epoch;
            case KEY_VALUE -> "settings";
            case AUDIT -> "audit";
            case MANIFEST -> "manifest";
            case SYNC -> "sync/" + epoch;
        };
    }

    private WipeableKey key(String purpose, String algorithm) {
        return keys.computeIfAbsent(purpose, wanted -> vaultKey.derive(wanted, algorithm));
    }

    @Override
    public void close() {
        keys.values().forEach(WipeableKey::destroy);
        vaultKey.close();
    }
}
