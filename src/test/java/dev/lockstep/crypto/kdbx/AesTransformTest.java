package dev.lockstep.crypto.kdbx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.MessageDigest;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AesTransformTest {
    private static byte[] ascending(int from) {
        byte[] bytes = new byte[32];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (from + i);
        }
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 4095, 4096, 4097, 10_000})
    void isTheSameAsEncryptingAgainAndAgain(int rounds) throws Exception {
        Cipher aes = Cipher.getInstance("AES/ECB/NoPadding");
        aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(ascending(7), "AES"));
        byte[] expected = ascending(100);
        for (int i = 0; i < rounds; i++) {
            expected = aes.doFinal(expected);
        }
        assertArrayEquals(
                MessageDigest.getInstance("SHA-256").digest(expected),
                new AesTransform(ascending(7), rounds).apply(ascending(100)));
    }

    @Test
    void endsWhenItIsInterrupted() {
        Thread.currentThread().interrupt();
        assertThrows(
                InterruptedException.class,
                () -> new AesTransform(ascending(0), KeyTransform.MAX_ROUNDS).apply(ascending(0)));
        assertFalse(Thread.currentThread().isInterrupted());
    }
}
