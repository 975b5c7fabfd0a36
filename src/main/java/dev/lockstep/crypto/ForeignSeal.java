package dev.lockstep.crypto;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.model.KdfParameters;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.IvParameterSpec;

/**
 * Opens what another program sealed under a password: AES-256 in CBC mode (NIST SP 800-38A) with PKCS #7 padding, and HMAC-SHA256 over
 * initialisation vector and ciphertext, which is compared before anything is decrypted. Both keys come from 32 bytes that PBKDF2 or Argon2id make
 * of the password, by HKDF-SHA256 without extraction (RFC 5869, 2.3) with {@code enc} and {@code mac} as info. Nothing of this program is ever
 * sealed so. Overwritten when closed.
 */
public final class ForeignSeal implements AutoCloseable {
    /** Length in bytes of an initialisation vector. */
    public static final int IV_SIZE = 16;

    private static final String HMAC = "HmacSHA256";
    private static final int KEY_SIZE = 32;
    private static final int CHUNK = 64 * 1024;
    private static final int INTERRUPT_EACH = 4096;

    private final WipeableKey encryption;
    private final WipeableKey authentication;

    private ForeignSeal(byte[] password) {
        WipeableKey stretched = WipeableKey.taking("HKDF", password);
        try {
            encryption = WipeableKey.taking("AES", expand(stretched, "enc"));
            authentication = WipeableKey.taking(HMAC, expand(stretched, "mac"));
        } finally {
            stretched.destroy();
        }
    }

    /**
     * Derives the keys by PBKDF2 with HMAC-SHA256 (RFC 8018, 5.2). Interrupting the thread ends it.
     *
     * @param iterations at least 1; to be bounded by the caller
     */
    public static ForeignSeal pbkdf2(Passphrase password, byte[] salt, int iterations) throws InterruptedException {
        WipeableKey key = password.use(bytes -> WipeableKey.taking(HMAC, bytes.clone()));
        try {
            return new ForeignSeal(pbkdf2(key, salt, iterations));
        } finally {
            key.destroy();
        }
    }

    /**
     * Derives the keys by Argon2id, version 1.3 (RFC 9106).
     *
     * @param cost to be bounded by the caller
     */
    public static ForeignSeal argon2id(Passphrase password, byte[] salt, KdfParameters cost) {
        return password.use(bytes -> new ForeignSeal(Kdf.argon2id(bytes, salt, cost, KEY_SIZE)));
    }

    /** The first block of 32 bytes. */
    static byte[] pbkdf2(WipeableKey password, byte[] salt, int iterations) throws InterruptedException {
        byte[] block = Arrays.copyOf(salt, salt.length + 4);
        block[block.length - 1] = 1;
        byte[] sum = new byte[KEY_SIZE];
        Mac mac = hmac(password);
        try {
            for (int i = 0; i < iterations; i++) {
                if (i % INTERRUPT_EACH == 0 && Thread.interrupted()) {
                    Arrays.fill(sum, (byte) 0);
                    throw new InterruptedException();
                }
                byte[] next = mac.doFinal(block);
                Arrays.fill(block, (byte) 0);
                block = next;
                for (int k = 0; k < KEY_SIZE; k++) {
                    sum[k] ^= block[k];
                }
            }
            return sum;
        } finally {
            forget(mac);
            Arrays.fill(block, (byte) 0);
        }
    }

    private static Mac hmac(WipeableKey key) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Replaces the key inside by zeros. */
    private static void forget(Mac mac) {
        try {
            mac.init(RowCipher.DUMMY);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** HKDF-SHA256, expansion only. */
    static byte[] expand(WipeableKey key, String info) {
        try {
            byte[] bytes = info.getBytes(StandardCharsets.US_ASCII);
            return KDF.getInstance("HKDF-SHA256").deriveData(HKDFParameterSpec.expandOnly(key, bytes, KEY_SIZE));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * What was sealed.
     *
     * @param iv {@value #IV_SIZE} bytes
     * @param arena in which the plaintext is; to be overwritten by the caller before it is freed
     * @return empty if it was sealed under another password, or changed
     */
    public Optional<MemorySegment> open(byte[] iv, byte[] ciphertext, byte[] tag, Arena arena) {
        boolean blocks = ciphertext.length > 0 && ciphertext.length % IV_SIZE == 0;
        if (iv.length != IV_SIZE || !blocks || !isGenuine(iv, ciphertext, tag)) {
            return Optional.empty();
        }
        MemorySegment padded = arena.allocate(ciphertext.length);
        decrypt(encryption, iv, ciphertext, padded);
        Optional<MemorySegment> opened = unpadded(padded);
        if (opened.isEmpty()) {
            padded.fill((byte) 0);
        }
        return opened;
    }

    private boolean isGenuine(byte[] iv, byte[] ciphertext, byte[] tag) {
        Mac mac = hmac(authentication);
        try {
            mac.update(iv);
            return MessageDigest.isEqual(mac.doFinal(ciphertext), tag);
        } finally {
            forget(mac);
        }
    }

    /** CBC without a look at the padding, by pieces that do not stay on the heap. */
    static void decrypt(WipeableKey key, byte[] iv, byte[] ciphertext, MemorySegment target) {
        byte[] piece = new byte[Math.min(CHUNK, ciphertext.length)];
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, key, new IvParameterSpec(iv));
            for (int at = 0; at < ciphertext.length; at += piece.length) {
                int length = Math.min(piece.length, ciphertext.length - at);
                cipher.update(ciphertext, at, length, piece, 0);
                MemorySegment.copy(piece, 0, target, ValueLayout.JAVA_BYTE, at, length);
            }
            cipher.init(Cipher.DECRYPT_MODE, RowCipher.DUMMY, new IvParameterSpec(new byte[IV_SIZE]));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } finally {
            Arrays.fill(piece, (byte) 0);
        }
    }

    /** Without the padding (RFC 5652, 6.3), which was authenticated; empty if it is none. */
    static Optional<MemorySegment> unpadded(MemorySegment padded) {
        int count = padded.get(ValueLayout.JAVA_BYTE, padded.byteSize() - 1);
        boolean sound = count >= 1 && count <= IV_SIZE;
        for (int i = 1; sound && i <= count; i++) {
            sound = padded.get(ValueLayout.JAVA_BYTE, padded.byteSize() - i) == count;
        }
        return sound ? Optional.of(padded.asSlice(0, padded.byteSize() - count)) : Optional.empty();
    }

    @Override
    public void close() {
        encryption.destroy();
        authentication.destroy();
    }

    @Override
    public String toString() {
        return "[key]";
    }
}
