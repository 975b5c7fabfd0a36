package dev.lockstep.format;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Keys of a vault, as the package documentation describes them. Shares no code with the program. */
public final class FormatKeys {
    private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final byte[] vault;
    private final byte[] vaultKey;

    private FormatKeys(byte[] vault, byte[] vaultKey) {
        this.vault = vault;
        this.vaultKey = vaultKey;
    }

    /** Opens a password slot. */
    public static FormatKeys byPassword(byte[] slot, byte[] nfcUtf8) throws GeneralSecurityException {
        check(slot[6] == 1, "a password slot");
        ByteBuffer in = ByteBuffer.wrap(slot);
        var parameters = new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(0x13)
                .withMemoryAsKB(in.getInt(24))
                .withIterations(in.getInt(28))
                .withParallelism(in.getInt(32))
                .withSalt(Arrays.copyOfRange(slot, 36, 68))
                .build();
        var argon2 = new Argon2BytesGenerator();
        argon2.init(parameters);
        byte[] slotKeys = new byte[64];
        argon2.generateBytes(hmac("HmacSHA512", new byte[32], nfcUtf8), slotKeys);
        return open(slot, slotKeys);
    }

    /** Opens a recovery slot. */
    public static FormatKeys byRecoveryCode(byte[] slot, String code) throws GeneralSecurityException {
        check(slot[6] == 3, "a recovery slot");
        String digits = code.toUpperCase(Locale.ROOT)
                .replaceAll("[-\\s]", "")
                .replace('O', '0')
                .replaceAll("[IL]", "1");
        check(digits.length() == 56, "56 characters");
        java.math.BigInteger number = java.math.BigInteger.ZERO;
        for (char digit : digits.toCharArray()) {
            number = number.shiftLeft(5).add(java.math.BigInteger.valueOf(CROCKFORD.indexOf(digit)));
        }
        byte[] bytes = number.setBit(280).toByteArray();
        byte[] key = Arrays.copyOfRange(bytes, 1, 33);
        byte[] digest = MessageDigest.getInstance("SHA-256")
                .digest(concat("lockstep recovery".getBytes(StandardCharsets.US_ASCII), key));
        check(Arrays.equals(digest, 0, 3, bytes, 33, 36), "the check of the recovery code");
        return open(slot, hkdf(key, Arrays.copyOfRange(slot, 36, 68), "lockstep/1/recovery", 64));
    }

    private static FormatKeys open(byte[] slot, byte[] slotKeys) throws GeneralSecurityException {
        check(slot.length == 160 && ByteBuffer.wrap(slot).getInt() == 0x4C4B5354, "the start of a slot");
        check(slot[4] == 1 && slot[5] == 1 && slot[7] == 0, "format, suite and flags");
        byte[] header = Arrays.copyOf(slot, 68);
        byte[] mac = hmac("HmacSHA256", Arrays.copyOfRange(slotKeys, 32, 64), header);
        check(Arrays.equals(mac, Arrays.copyOfRange(slot, 68, 100)), "the password");
        byte[] vaultKey = gcm(
                Arrays.copyOf(slotKeys, 32),
                Arrays.copyOfRange(slot, 100, 112),
                header,
                Arrays.copyOfRange(slot, 112, 160));
        return new FormatKeys(Arrays.copyOfRange(slot, 8, 24), vaultKey);
    }

    byte[] vault() {
        return vault;
    }

    byte[] subkey(String purpose) throws GeneralSecurityException {
        return hkdf(vaultKey, vault, "lockstep/1/" + purpose, 32);
    }

    /** The content of a sealed row, without its padding. */
    byte[] unseal(byte[] row, String purpose, int table, int field, byte[] rowId) throws GeneralSecurityException {
        check(row[0] == 1, "the suite of a row");
        ByteBuffer in = ByteBuffer.wrap(row);
        int epoch = in.getInt(1);
        byte[] additional = ByteBuffer.allocate(52)
                .put("LKS1".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1)
                .put((byte) table)
                .putShort((short) field)
                .put(vault)
                .put(rowId)
                .putLong(in.getLong(5))
                .putInt(epoch)
                .array();
        byte[] key = subkey(purpose.replace("EPOCH", Integer.toString(epoch)));
        byte[] padded = gcm(key, Arrays.copyOfRange(row, 13, 25), additional, Arrays.copyOfRange(row, 25, row.length));
        int length = ByteBuffer.wrap(padded).getInt();
        check(length >= 0 && length <= padded.length - 4, "the length of the content");
        for (int i = 4 + length; i < padded.length; i++) {
            check(padded[i] == 0, "zeros behind the content");
        }
        return Arrays.copyOfRange(padded, 4, 4 + length);
    }

    static byte[] hmac(String algorithm, byte[] key, byte[] message) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(key, algorithm));
        return mac.doFinal(message);
    }

    /** RFC 5869 by its text: extract, then expand block by block. */
    static byte[] hkdf(byte[] input, byte[] salt, String info, int length) throws GeneralSecurityException {
        byte[] extracted = hmac("HmacSHA256", salt, input);
        byte[] output = {};
        byte[] block = {};
        for (int i = 1; output.length < length; i++) {
            byte[] tail = concat(info.getBytes(StandardCharsets.US_ASCII), new byte[] {(byte) i});
            block = hmac("HmacSHA256", extracted, concat(block, tail));
            output = concat(output, block);
        }
        return Arrays.copyOf(output, length);
    }

    private static byte[] gcm(byte[] key, byte[] nonce, byte[] additional, byte[] sealed)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        cipher.updateAAD(additional);
        return cipher.doFinal(sealed);
    }

    static byte[] concat(byte[] left, byte[] right) {
        byte[] both = Arrays.copyOf(left, left.length + right.length);
        System.arraycopy(right, 0, both, left.length, right.length);
        return both;
    }

    static void check(boolean condition, String what) {
        if (!condition) {
            throw new IllegalStateException("Not as documented: " + what);
        }
    }
}
