package dev.lockstep.crypto;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.Failure;
import dev.lockstep.model.VaultException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A second secret beside the password: 32 random bytes in a text file of four lines, {@code lockstep key file}, {@code version 1}, the bytes
 * in base64 (RFC 4648, section 4, 44 characters), and the first 4 bytes of their SHA-256 as 8 hexadecimal digits. Lines end with a line
 * feed. Overwritten when closed.
 */
public final class KeyFile implements AutoCloseable {
    /** A longer file is none, in bytes. */
    public static final int MAX_SIZE = 4096;

    static final int KEY_SIZE = 32;

    private static final byte[] START = "lockstep key file\nversion 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int KEY_TEXT = 44;
    private static final int CHECK_SIZE = 4;
    private static final int SIZE = START.length + KEY_TEXT + 1 + 2 * CHECK_SIZE;

    private final SecretValue key;

    private KeyFile(SecretValue key) {
        this.key = key;
    }

    public static KeyFile generate(SecureRandom random) {
        byte[] key = new byte[KEY_SIZE];
        random.nextBytes(key);
        return new KeyFile(SecretValue.taking(key));
    }

    /**
     * Reads the content of a file. Line ends may have become those of Windows, and there may be white space at the end.
     *
     * @param content stays the caller's to overwrite
     * @throws VaultException {@code KeyFileDamaged}
     */
    public static KeyFile parse(byte[] content) throws VaultException {
        byte[] text = new byte[SIZE];
        byte[] key = new byte[KEY_SIZE];
        try {
            if (content.length > MAX_SIZE || !unwrap(content, text) || !decode(text, key)) {
                throw new VaultException(new Failure.KeyFileDamaged());
            }
            return new KeyFile(SecretValue.copyOf(key));
        } finally {
            Arrays.fill(text, (byte) 0);
            Arrays.fill(key, (byte) 0);
        }
    }

    /** Fills the text with the content, without what editors add; tells whether it is just as long. */
    private static boolean unwrap(byte[] content, byte[] text) {
        int length = 0;
        for (byte each : content) {
            boolean white = each == '\r' || (length == SIZE && (each == '\n' || each == ' ' || each == '\t'));
            if (white) {
                continue;
            }
            if (length == SIZE) {
                return false;
            }
            text[length++] = each;
        }
        return length == SIZE;
    }

    /** Whether the text is the very one that the key in it makes. */
    private static boolean decode(byte[] text, byte[] key) {
        byte[] keyText = Arrays.copyOfRange(text, START.length, START.length + KEY_TEXT);
        byte[] expected = {};
        try {
            if (Base64.getDecoder().decode(keyText, key) != KEY_SIZE) {
                return false;
            }
            expected = text(key);
            return Arrays.equals(text, 0, SIZE, expected, 0, SIZE);
        } catch (IllegalArgumentException e) {
            return false;
        } finally {
            Arrays.fill(keyText, (byte) 0);
            Arrays.fill(expected, (byte) 0);
        }
    }

    /** The content of the file, to be overwritten by the caller. */
    public byte[] text() {
        return key.use(KeyFile::text);
    }

    private static byte[] text(byte[] key) {
        byte[] keyText = Base64.getEncoder().encode(key);
        try {
            return ByteBuffer.allocate(SIZE + 1)
                    .put(START)
                    .put(keyText)
                    .put((byte) '\n')
                    .put(check(key))
                    .put((byte) '\n')
                    .array();
        } finally {
            Arrays.fill(keyText, (byte) 0);
        }
    }

    private static byte[] check(byte[] key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] hash = digest.digest(key);
            digest.reset();
            return HexFormat.of().formatHex(hash, 0, CHECK_SIZE).getBytes(StandardCharsets.US_ASCII);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The 32 bytes, to be overwritten by the caller. */
    byte[] key() {
        return key.exposed();
    }

    @Override
    public void close() {
        key.close();
    }

    @Override
    public String toString() {
        return "[key]";
    }
}
