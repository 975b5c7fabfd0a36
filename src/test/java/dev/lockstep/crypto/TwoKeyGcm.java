package dev.lockstep.crypto;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes AES-GCM ciphertexts of two blocks that open under two keys: the tag is linear in the ciphertext, so one block can be chosen such
 * that both keys give the same tag (Len, Grubbs, Ristenpart: Partitioning Oracle Attacks, 2021).
 */
final class TwoKeyGcm {
    private static final BigInteger FIELD = BigInteger.ONE.shiftLeft(128).add(BigInteger.valueOf(0x87));

    private final byte[] one;
    private final byte[] two;

    TwoKeyGcm(byte[] one, byte[] two) {
        this.one = one;
        this.two = two;
    }

    /** Ciphertext 32 and tag 16; what it opens to are 32 bytes of noise under each key. */
    byte[] seal(byte[] nonce, byte[] additional) throws GeneralSecurityException {
        byte[] ciphertext = new byte[32];
        Arrays.fill(ciphertext, 0, 16, (byte) 0x5A);
        BigInteger difference = tag(one, nonce, additional, ciphertext).xor(tag(two, nonce, additional, ciphertext));
        BigInteger slope = square(hashKey(one)).xor(square(hashKey(two)));
        BigInteger block = multiply(difference, inverse(slope));
        System.arraycopy(bytes(block), 0, ciphertext, 16, 16);
        byte[] sealed = Arrays.copyOf(ciphertext, 48);
        System.arraycopy(bytes(tag(one, nonce, additional, ciphertext)), 0, sealed, 32, 16);
        for (byte[] key : new byte[][] {one, two}) {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
            cipher.updateAAD(additional);
            if (cipher.doFinal(sealed).length != 32) {
                throw new AssertionError("not opened");
            }
        }
        return sealed;
    }

    private static BigInteger tag(byte[] key, byte[] nonce, byte[] additional, byte[] ciphertext)
            throws GeneralSecurityException {
        int padded = (additional.length + 15) / 16 * 16;
        byte[] input = ByteBuffer.allocate(padded + ciphertext.length + 16)
                .put(0, additional)
                .put(padded, ciphertext)
                .putLong(padded + ciphertext.length, 8L * additional.length)
                .putLong(padded + ciphertext.length + 8, 8L * ciphertext.length)
                .array();
        BigInteger hashKey = hashKey(key);
        BigInteger hash = BigInteger.ZERO;
        for (int at = 0; at < input.length; at += 16) {
            hash = multiply(hash.xor(element(Arrays.copyOfRange(input, at, at + 16))), hashKey);
        }
        byte[] counter = ByteBuffer.allocate(16).put(nonce).putInt(1).array();
        return hash.xor(element(encrypt(key, counter)));
    }

    private static BigInteger hashKey(byte[] key) throws GeneralSecurityException {
        return element(encrypt(key, new byte[16]));
    }

    private static byte[] encrypt(byte[] key, byte[] block) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
        return cipher.doFinal(block);
    }

    /** The bits of a block in GCM's order: the first is the coefficient of the lowest power. */
    private static BigInteger element(byte[] block) {
        BigInteger element = BigInteger.ZERO;
        for (int bit = 0; bit < 128; bit++) {
            if ((block[bit / 8] >> (7 - bit % 8) & 1) == 1) {
                element = element.setBit(bit);
            }
        }
        return element;
    }

    private static byte[] bytes(BigInteger element) {
        byte[] block = new byte[16];
        for (int bit = 0; bit < 128; bit++) {
            if (element.testBit(bit)) {
                block[bit / 8] |= (byte) (1 << (7 - bit % 8));
            }
        }
        return block;
    }

    private static BigInteger multiply(BigInteger left, BigInteger right) {
        BigInteger product = BigInteger.ZERO;
        for (int bit = 0; bit < 128; bit++) {
            if (right.testBit(bit)) {
                product = product.xor(left.shiftLeft(bit));
            }
        }
        for (int bit = product.bitLength() - 1; bit >= 128; bit--) {
            if (product.testBit(bit)) {
                product = product.xor(FIELD.shiftLeft(bit - 128));
            }
        }
        return product;
    }

    private static BigInteger square(BigInteger element) {
        return multiply(element, element);
    }

    /** The power of 2^128 - 2. */
    private static BigInteger inverse(BigInteger element) {
        BigInteger power = element;
        BigInteger result = BigInteger.ONE;
        for (int i = 1; i < 128; i++) {
            power = square(power);
            result = multiply(result, power);
        }
        return result;
    }
}
