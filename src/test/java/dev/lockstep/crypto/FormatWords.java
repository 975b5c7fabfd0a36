package dev.lockstep.crypto;

import dev.lockstep.model.RowAddress;
import dev.lockstep.model.SealedRow;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** What the words of the format say, worked out with nothing but HMAC and AES of the JDK. */
final class FormatWords {
    private final byte[] vault;
    private final byte[] key;

    FormatWords(VaultKey key) {
        this.vault = key.vault().bytes();
        this.key = key.use(byte[]::clone);
    }

    static byte[] hmac(byte[] key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] number(long number) {
        return ByteBuffer.allocate(8).putLong(number).array();
    }

    /** HKDF-SHA256 for 32 bytes: one block of the expansion. */
    byte[] subkey(String purpose) {
        return hmac(hmac(vault, key), ascii("lockstep/1/" + purpose), new byte[] {1});
    }

    /** Opens a row with the subkey of a purpose; the padded content. */
    byte[] open(String purpose, RowAddress address, SealedRow row) throws GeneralSecurityException {
        byte[] wire = row.wire();
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(subkey(purpose), "AES"),
                new GCMParameterSpec(128, Arrays.copyOfRange(wire, 13, 25)));
        cipher.updateAAD(ByteBuffer.allocate(52)
                .put(ascii("LKS1"))
                .put((byte) 1)
                .put(address.table().code())
                .putShort((short) address.field())
                .put(vault)
                .put(address.row().bytes())
                .putLong(row.version())
                .putInt(row.epoch())
                .array());
        return cipher.doFinal(wire, 25, wire.length - 25);
    }

    /** AES-256 of a row's tag with the set key. */
    byte[] element(SealedRow row) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(subkey("set"), "AES"));
        return cipher.doFinal(row.tag());
    }
}
