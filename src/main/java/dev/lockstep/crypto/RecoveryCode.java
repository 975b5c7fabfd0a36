package dev.lockstep.crypto;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.Failure;
import dev.lockstep.model.VaultException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * A printed way into a vault: 32 random bytes and a 3-byte check, as 56 characters of Crockford's base 32 in 14 groups of four joined by
 * dashes. The check is the start of {@code SHA-256("lockstep recovery" | the 32 bytes)}. When read, case, spaces and dashes do not matter,
 * {@code O} counts as {@code 0}, and {@code I} and {@code L} as {@code 1}.
 */
public final class RecoveryCode {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int KEY_SIZE = 32;
    private static final int CHECK_SIZE = 3;
    private static final int CHARACTERS = 56;
    private static final int GROUP = 4;

    private RecoveryCode() {}

    /** A new code as ASCII text, to be closed by the caller. */
    public static SecretValue generate(SecureRandom random) {
        byte[] raw = new byte[KEY_SIZE + CHECK_SIZE];
        byte[] key = new byte[KEY_SIZE];
        try {
            random.nextBytes(key);
            System.arraycopy(key, 0, raw, 0, KEY_SIZE);
            System.arraycopy(check(key), 0, raw, KEY_SIZE, CHECK_SIZE);
            return SecretValue.taking(encode(raw));
        } finally {
            Arrays.fill(raw, (byte) 0);
            Arrays.fill(key, (byte) 0);
        }
    }

    /**
     * The 32 bytes that a code stands for, to be overwritten by the caller.
     *
     * @throws VaultException {@code RecoveryCodeMistyped} if a character, the length or the check is wrong
     */
    static byte[] decode(SecretValue text) throws VaultException {
        byte[] raw = new byte[KEY_SIZE + CHECK_SIZE];
        try {
            int characters = text.use(typed -> decode(typed, raw));
            byte[] key = Arrays.copyOf(raw, KEY_SIZE);
            byte[] check = Arrays.copyOfRange(raw, KEY_SIZE, raw.length);
            if (characters != CHARACTERS || !MessageDigest.isEqual(check, check(key))) {
                Arrays.fill(key, (byte) 0);
                throw new VaultException(new Failure.RecoveryCodeMistyped());
            }
            return key;
        } finally {
            Arrays.fill(raw, (byte) 0);
        }
    }

    private static byte[] encode(byte[] raw) {
        byte[] text = new byte[CHARACTERS + CHARACTERS / GROUP - 1];
        int at = 0;
        for (int i = 0; i < CHARACTERS; i++) {
            if (i > 0 && i % GROUP == 0) {
                text[at++] = '-';
            }
            text[at++] = (byte) ALPHABET.charAt(digit(raw, i));
        }
        return text;
    }

    private static int digit(byte[] raw, int index) {
        int bit = index * 5;
        int next = bit / 8 + 1 < raw.length ? raw[bit / 8 + 1] & 0xFF : 0;
        int pair = ((raw[bit / 8] & 0xFF) << 8) | next;
        return (pair >> (11 - bit % 8)) & 0x1F;
    }

    /** Fills {@code raw} and tells how many characters there were, or -1 for one that does not belong. */
    private static int decode(byte[] typed, byte[] raw) {
        int count = 0;
        for (byte character : typed) {
            if (character == '-' || character == ' ' || character == '\n' || character == '\r' || character == '\t') {
                continue;
            }
            int digit = ALPHABET.indexOf(canonical(character));
            if (digit < 0 || count == CHARACTERS) {
                return -1;
            }
            for (int i = 0; i < 5; i++) {
                int bit = count * 5 + i;
                raw[bit / 8] |= (byte) (((digit >> (4 - i)) & 1) << (7 - bit % 8));
            }
            count++;
        }
        return count;
    }

    private static char canonical(byte character) {
        char upper = (char) (character >= 'a' && character <= 'z' ? character - 32 : character);
        return switch (upper) {
            case 'O' -> '0';
            case 'I', 'L' -> '1';
            default -> upper;
        };
    }

    private static byte[] check(byte[] key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("lockstep recovery".getBytes(StandardCharsets.US_ASCII));
            byte[] hash = digest.digest(key);
            digest.reset();
            return Arrays.copyOf(hash, CHECK_SIZE);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
