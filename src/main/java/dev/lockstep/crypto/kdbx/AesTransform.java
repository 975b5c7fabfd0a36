package dev.lockstep.crypto.kdbx;

import dev.lockstep.crypto.kdbx.KdbxException.Reason;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-KDF.
 *
 * @param seed 32 bytes, public
 * @param rounds 0 to {@link KeyTransform#MAX_ROUNDS}
 */
record AesTransform(byte[] seed, long rounds) implements KeyTransform {
    private static final int BLOCK = 16;
    private static final int BLOCKS = 4096;

    static AesTransform of(byte[] seed, long rounds) throws KdbxException {
        if (seed.length != 32) {
            throw new KdbxException(Reason.DAMAGED);
        }
        if (rounds < 0 || rounds > MAX_ROUNDS) {
            throw new KdbxException(Reason.TOO_COSTLY);
        }
        return new AesTransform(seed, rounds);
    }

    @Override
    public byte[] apply(byte[] composite) throws InterruptedException {
        byte[] left = encrypted(Arrays.copyOfRange(composite, 0, BLOCK));
        byte[] right = encrypted(Arrays.copyOfRange(composite, BLOCK, 2 * BLOCK));
        byte[] key = Digests.sha256(left, right);
        Arrays.fill(left, (byte) 0);
        Arrays.fill(right, (byte) 0);
        return key;
    }

    /** Encrypting a block again and again is what CBC does with zeros when that block is its initialisation vector. */
    private byte[] encrypted(byte[] block) throws InterruptedException {
        byte[] zeros = new byte[BLOCKS * BLOCK];
        byte[] chain = new byte[BLOCKS * BLOCK];
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(seed, "AES"), new IvParameterSpec(block));
            for (long left = rounds; left > 0; left -= BLOCKS) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                int length = (int) Math.min(left, BLOCKS) * BLOCK;
                cipher.update(zeros, 0, length, chain, 0);
                System.arraycopy(chain, length - BLOCK, block, 0, BLOCK);
            }
            return block;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } finally {
            Arrays.fill(chain, (byte) 0);
        }
    }
}
