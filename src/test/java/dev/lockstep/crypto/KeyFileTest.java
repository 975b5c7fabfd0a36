package dev.lockstep.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.model.Failure;
import dev.lockstep.model.VaultException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeyFileTest {
    private static final byte[] KEY =
            HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
    private static final String TEXT =
            "lockstep key file\nversion 1\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n630dcd29\n";

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static void refuses(byte[] content) {
        VaultException refused =
                assertThrows(VaultException.class, () -> KeyFile.parse(content).close());
        assertEquals(new Failure.KeyFileDamaged(), refused.failure());
    }

    @Test
    void theTextIsAsDocumented() throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(KEY);
        assertEquals(
                TEXT,
                "lockstep key file\nversion 1\n" + Base64.getEncoder().encodeToString(KEY) + "\n"
                        + HexFormat.of().formatHex(digest, 0, 4) + "\n");
        try (KeyFile file = KeyFile.parse(ascii(TEXT))) {
            assertArrayEquals(KEY, file.key());
            assertArrayEquals(ascii(TEXT), file.text());
        }
    }

    @Test
    void whatIsMadeIsRead() throws Exception {
        try (KeyFile made = KeyFile.generate(new SecureRandom());
                KeyFile other = KeyFile.generate(new SecureRandom());
                KeyFile read = KeyFile.parse(made.text())) {
            assertArrayEquals(made.key(), read.key());
            assertFalse(Arrays.equals(made.key(), other.key()));
            assertEquals("[key]", made.toString());
        }
    }

    @Test
    void whatEditorsAndMailDoToLineEndsIsForgiven() throws Exception {
        for (String kept : new String[] {
            TEXT.replace("\n", "\r\n"), TEXT.strip(), TEXT + "\n\n", TEXT + " \t\r\n", TEXT.replace("\n", "\r\r\n")
        }) {
            try (KeyFile file = KeyFile.parse(ascii(kept))) {
                assertArrayEquals(KEY, file.key());
            }
        }
    }

    @Test
    void everythingElseIsRefused() {
        for (int at = 0; at < TEXT.length() - 1; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] altered = ascii(TEXT);
                altered[at] ^= (byte) (1 << bit);
                refuses(altered);
            }
            refuses(ascii(TEXT.substring(0, at)));
            refuses(ascii(TEXT.substring(0, at) + "x" + TEXT.substring(at)));
        }
        refuses(ascii("\uFEFF" + TEXT));
        refuses(ascii("\n" + TEXT));
        refuses(ascii(TEXT.replace("1", "2")));
        refuses(ascii(TEXT + TEXT));
        refuses(ascii(TEXT.replace("630dcd29", "630DCD29")));
    }

    @Test
    void anyBytesAreRefusedAndLongOnesAreNotReadToTheEnd() throws Exception {
        Random random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            byte[] content = new byte[random.nextInt(200)];
            random.nextBytes(content);
            byte[] start = ascii(TEXT);
            System.arraycopy(start, 0, content, 0, Math.min(content.length, random.nextInt(40)));
            refuses(content);
        }
        byte[] padded = Arrays.copyOf(ascii(TEXT), KeyFile.MAX_SIZE + 1);
        Arrays.fill(padded, TEXT.length(), padded.length, (byte) '\n');
        refuses(padded);
        try (KeyFile longest = KeyFile.parse(Arrays.copyOf(padded, KeyFile.MAX_SIZE))) {
            assertArrayEquals(KEY, longest.key());
        }
    }

    @Test
    void aKeyOfAnotherLengthIsRefusedThoughItsCheckFits() throws Exception {
        for (int length : new int[] {31, 33}) {
            byte[] key = Arrays.copyOf(KEY, length);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
            String text = "lockstep key file\nversion 1\n" + Base64.getEncoder().encodeToString(key) + "\n"
                    + HexFormat.of().formatHex(digest, 0, 4) + "\n";
            assertEquals(TEXT.length(), text.length());
            refuses(ascii(text));
        }
    }

    @Test
    void aClosedKeyFileGivesNothing() {
        KeyFile file = KeyFile.generate(new SecureRandom());
        file.close();
        assertThrows(IllegalStateException.class, file::key);
        assertThrows(IllegalStateException.class, file::text);
    }
}
