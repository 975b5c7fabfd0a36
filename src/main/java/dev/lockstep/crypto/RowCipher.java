package dev.lockstep.crypto;

import dev.lockstep.model.Failure;
import dev.lockstep.model.RowAddress;
import dev.lockstep.model.SealedRow;
import dev.lockstep.model.Table;
import dev.lockstep.model.VaultException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * Seals and opens rows with AES-256-GCM. Additional data, 52 bytes: {@code "LKS1" | suite u8 | table u8 | field u16 | vault id 16 | row id 16
 * | version u64 | epoch u32}. The nonce is the first 12 bytes of {@code HMAC-SHA256(nonce key, 32 random bytes | additional data |
 * padded plaintext)}, so that a broken or repeated random generator cannot repeat a nonce for different content. For one thread; closing
 * makes the ciphers forget their keys.
 */
public final class RowCipher implements AutoCloseable {
    static final SecretKey DUMMY = WipeableKey.taking("AES", new byte[32]);

    private static final byte[] MAGIC = "LKS1".getBytes(StandardCharsets.US_ASCII);
    private static final int AAD_SIZE = 52;

    /** Where the content begins in a padded plaintext. */
    public static final int CONTENT_AT = Padding.PREFIX;

    private final Keyring keys;
    private final SecureRandom random;
    private final Cipher gcm;
    private final Cipher ecb;
    private final Mac hmac;
    private final byte[] aad = new byte[AAD_SIZE];
    private @Nullable Sealing latest;

    RowCipher(Keyring keys, SecureRandom random) {
        this.keys = keys;
        this.random = random;
        try {
            gcm = Cipher.getInstance("AES/GCM/NoPadding");
            ecb = Cipher.getInstance("AES/ECB/NoPadding");
            ecb.init(Cipher.ENCRYPT_MODE, keys.setKey());
            hmac = Mac.getInstance("HmacSHA256");
            hmac.init(keys.nonceKey());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Seals content, padded as its table wants; the caller keeps the content and has to wipe it. */
    public SealedRow seal(RowAddress address, long version, int epoch, byte[] content) {
        byte[] padded = address.table() == Table.ITEM ? Padding.head(content) : Padding.value(content);
        byte[] wire = new byte[SealedRow.OVERHEAD + padded.length];
        try {
            byte[] nonce = nonce(additionalData(address, version, epoch), padded);
            ByteBuffer.wrap(wire)
                    .put(SealedRow.SUITE_AES_256_GCM)
                    .putInt(epoch)
                    .putLong(version)
                    .put(nonce);
            gcm.init(Cipher.ENCRYPT_MODE, sealingKey(address.table(), epoch), new GCMParameterSpec(128, nonce));
            gcm.updateAAD(aad);
            gcm.doFinal(padded, 0, padded.length, wire, SealedRow.CIPHERTEXT_AT);
            return SealedRow.of(wire).orElseThrow();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } finally {
            Arrays.fill(padded, (byte) 0);
        }
    }

    /**
     * Opens a row and takes the padding off.
     *
     * @return the content in an array that the caller has to wipe
     * @throws VaultException {@code PartDamaged} if the row is not what was sealed for this place
     */
    public byte[] open(RowAddress address, SealedRow row, Failure.Part part) throws VaultException {
        byte[] padded = new byte[row.wire().length - SealedRow.OVERHEAD];
        try {
            int length = open(address, row.wire(), 0, row.wire().length, padded);
            if (length < 0) {
                throw new VaultException(new Failure.PartDamaged(part));
            }
            return Padding.content(padded, length);
        } finally {
            Arrays.fill(padded, (byte) 0);
        }
    }

    /**
     * Opens a row that stands somewhere in a larger array; the content begins at index 4 of {@code padded}.
     *
     * @return the length of the content, or -1 if the row is not what was sealed for this place
     */
    public int open(RowAddress address, byte[] wire, int offset, int size, byte[] padded) {
        int sealed = size - SealedRow.CIPHERTEXT_AT;
        if (sealed <= SealedRow.TAG_SIZE
                || padded.length < sealed - SealedRow.TAG_SIZE
                || wire[offset] != SealedRow.SUITE_AES_256_GCM) {
            return -1;
        }
        ByteBuffer header = ByteBuffer.wrap(wire, offset, SealedRow.NONCE_AT);
        header.get();
        int epoch = header.getInt();
        long version = header.getLong();
        try {
            var nonce = new GCMParameterSpec(128, wire, offset + SealedRow.NONCE_AT, SealedRow.NONCE_SIZE);
            gcm.init(Cipher.DECRYPT_MODE, sealingKey(address.table(), epoch), nonce);
            gcm.updateAAD(additionalData(address, version, epoch));
            int opened = gcm.doFinal(wire, offset + SealedRow.CIPHERTEXT_AT, sealed, padded, 0);
            return Padding.contentLength(padded, opened);
        } catch (AEADBadTagException e) {
            return -1;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The element of a row in the set hash of its table: AES-256 of the row's tag under the set key. */
    public SetHash element(byte[] wire, int offset, int size) {
        try {
            byte[] block = ecb.doFinal(wire, offset + size - SealedRow.TAG_SIZE, SealedRow.TAG_SIZE);
            return SetHash.element(block);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public SetHash element(SealedRow row) {
        return element(row.wire(), 0, row.wire().length);
    }

    private record Sealing(Table table, int epoch, WipeableKey key) {}

    /** The key for a table and epoch; most rows ask for the same as the one before. */
    private WipeableKey sealingKey(Table table, int epoch) {
        Sealing known = latest;
        if (known == null || known.table() != table || known.epoch() != epoch) {
            known = new Sealing(table, epoch, keys.sealingKey(table, epoch));
            latest = known;
        }
        return known.key();
    }

    private byte[] additionalData(RowAddress address, long version, int epoch) {
        ByteBuffer.wrap(aad)
                .put(MAGIC)
                .put(SealedRow.SUITE_AES_256_GCM)
                .put(address.table().code())
                .putShort((short) address.field())
                .putLong(keys.vault().high())
                .putLong(keys.vault().low())
                .putLong(address.row().high())
                .putLong(address.row().low())
                .putLong(version)
                .putInt(epoch);
        return aad;
    }

    private byte[] nonce(byte[] additionalData, byte[] padded) {
        byte[] fresh = new byte[32];
        random.nextBytes(fresh);
        hmac.update(fresh);
        hmac.update(additionalData);
        return Arrays.copyOf(hmac.doFinal(padded), SealedRow.NONCE_SIZE);
    }

    @Override
    public void close() {
        try {
            forgetKey(gcm);
            ecb.init(Cipher.ENCRYPT_MODE, DUMMY);
            hmac.init(DUMMY);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Replaces the key inside a GCM cipher by zeros. */
    static void forgetKey(Cipher gcm) {
        try {
            gcm.init(Cipher.DECRYPT_MODE, DUMMY, new GCMParameterSpec(128, new byte[SealedRow.NONCE_SIZE]));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
