package dev.lockstep.ui.kit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;

/** What is remembered of the copied bytes: their SHA-256 behind 32 random bytes drawn anew for each copy, so that it tells nothing about them. */
final class ClipboardMark {
    private static final int SIZE = 32;

    private final SecureRandom random;
    private final byte[] salt = new byte[SIZE];
    private byte[] digest = new byte[0];

    ClipboardMark(SecureRandom random) {
        this.random = random;
    }

    /** Remembers these bytes in place of earlier ones. */
    boolean take(byte[] bytes) {
        random.nextBytes(salt);
        digest = digestOf(bytes);
        return true;
    }

    boolean matches(byte[] bytes) {
        return digest.length == SIZE && MessageDigest.isEqual(digest, digestOf(bytes));
    }

    void forget() {
        Arrays.fill(salt, (byte) 0);
        Arrays.fill(digest, (byte) 0);
        digest = new byte[0];
    }

    private byte[] digestOf(byte[] bytes) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(salt);
            byte[] result = sha.digest(bytes);
            sha.reset();
            return result;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
