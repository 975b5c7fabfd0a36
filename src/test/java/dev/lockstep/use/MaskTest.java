package dev.lockstep.use;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a mask takes out of a stream, however the stream is cut. */
class MaskTest {
    private static final int ROUNDS = 3000;

    @Test
    void aValueIsTakenOutWhereverTheStreamIsCut() throws Exception {
        String text = "key=correct-horse;\n";
        for (int cut = 0; cut <= text.length(); cut++) {
            assertEquals(
                    "key=[secret];\n", masked(List.of("correct-horse"), text.substring(0, cut), text.substring(cut)));
        }
    }

    @Test
    void whatCannotBeginAValueComesOutAtOnce() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Mask mask = mask(List.of("correct-horse"))) {
            Masking masking = mask.begin();
            take(masking, "Password for cor", out);
            assertEquals("Password for ", text(out));
            take(masking, "a: ", out);
            assertEquals("Password for cora: ", text(out));
            take(masking, "correct-horse", out);
            assertEquals("Password for cora: [secret]", text(out));
        }
    }

    @Test
    void valuesSideBySideAndOverlappingAreOne() throws Exception {
        assertEquals("<[secret]>", masked(List.of("abcdef", "defghi"), "<abcdefghi>"));
        assertEquals("<[secret]>", masked(List.of("abcdef"), "<abcdefabcdef>"));
        assertEquals("<[secret]-[secret]>", masked(List.of("abcdef"), "<abcdef-abcdef>"));
    }

    @Test
    void aLineOfAValueIsTakenOutAlone() throws Exception {
        List<String> key = List.of("-----BEGIN KEY-----\n  c2VjcmV0bGluZTE\nQQ==tail\r\n-----END KEY-----\n");

        assertEquals("[secret]\r\n[secret]\r\nQQ\r\n", masked(key, "c2VjcmV0bGluZTE\r\nQQ==tail\r\nQQ\r\n"));
        assertEquals("[secret]", masked(key, key.getFirst()));
    }

    @Test
    void base64IsFoundAtEveryPlaceOfALongerText() throws Exception {
        String value = "correct-horse/battery?staple";
        for (String before : List.of("", "a", "ab", "abc", "user:")) {
            for (String after : List.of("", "x", "xy", "xyz")) {
                byte[] whole = (before + value + after).getBytes(StandardCharsets.UTF_8);
                for (Base64.Encoder encoder :
                        List.of(Base64.getEncoder(), Base64.getUrlEncoder().withoutPadding())) {
                    String out = masked(List.of(value), encoder.encodeToString(whole));
                    assertTrue(out.contains("[secret]"), out);
                    assertTrue(out.length() <= 8 + (before.length() + after.length() + 4) * 2, out);
                }
            }
        }
    }

    @Test
    void shortValuesStay() throws Exception {
        assertEquals("abc abcd", masked(List.of("abc"), "abc abcd"));
        assertEquals("abc [secret]", masked(List.of("abc", "abcd"), "abc abcd"));
        try (SecretValue three = SecretValue.taking(new byte[3]);
                SecretValue four = SecretValue.taking(new byte[4])) {
            assertTrue(Mask.isTooShort(three));
            assertFalse(Mask.isTooShort(four));
        }
    }

    @Test
    void bytesThatAreNoTextPassAndAreFound() throws Exception {
        byte[] value = {(byte) 0xff, 0, (byte) 0x80, 7, 1};
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SecretValue secret = SecretValue.copyOf(value);
                Mask mask = Mask.of(List.of(secret))) {
            Masking masking = mask.begin();
            masking.take(new byte[] {(byte) 0xfe, (byte) 0xff, 0, (byte) 0x80, 7, 1, (byte) 0xfd}, 7, out);
            masking.end(out);
        }
        byte[] expected = "?[secret]?".getBytes(StandardCharsets.US_ASCII);
        expected[0] = (byte) 0xfe;
        expected[expected.length - 1] = (byte) 0xfd;
        assertEquals(Arrays.toString(expected), Arrays.toString(out.toByteArray()));
    }

    @Test
    void aValueOfTheGreatestSizeIsFoundInLinearTime() throws Exception {
        byte[] value = new byte[SecretValue.MAX_SIZE];
        Arrays.fill(value, (byte) 'a');
        value[value.length - 1] = 'b';
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SecretValue secret = SecretValue.copyOf(value);
                Mask mask = Mask.of(List.of(secret))) {
            Masking masking = mask.begin();
            byte[] chunk = "aaaaaaaa".repeat(128).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 4096; i++) {
                masking.take(chunk, chunk.length, out);
            }
            masking.take(new byte[] {'b', '.'}, 2, out);
            masking.end(out);
        }
        assertEquals(4096L * 1024 - (value.length - 1) + "[secret].".length(), out.size());
    }

    @Test
    void moreThanCanBeKnownIsRefused() {
        Random random = new Random(4);
        List<SecretValue> values = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            byte[] value = new byte[SecretValue.MAX_SIZE];
            random.nextBytes(value);
            values.add(SecretValue.taking(value));
        }
        assertThrows(Mask.TooMuchException.class, () -> Mask.of(values).close());
        values.forEach(SecretValue::close);
    }

    /** Against a search of the whole text for every trace, with few letters so that values overlap and repeat. */
    @Test
    void randomStreamsComeOutAsASearchOfTheWholeSays() throws Exception {
        Random random = new Random(20270301);
        for (int round = 0; round < ROUNDS; round++) {
            int letters = 1 + random.nextInt(3);
            List<byte[]> values = new ArrayList<>();
            for (int i = random.nextInt(4); i >= 0; i--) {
                values.add(word(random, 1 + random.nextInt(12), letters));
            }
            byte[] stream = word(random, random.nextInt(80), letters);
            assertEquals(naive(values, stream), cut(random, values, stream), "round " + round);
        }
    }

    private static byte[] word(Random random, int length, int letters) {
        byte[] word = new byte[length];
        for (int i = 0; i < length; i++) {
            word[i] = (byte) (random.nextInt(8) == 0 ? '\n' : 'a' + random.nextInt(letters));
        }
        return word;
    }

    private static String naive(List<byte[]> values, byte[] stream) {
        boolean[] covered = new boolean[stream.length];
        List<byte[]> traces = new ArrayList<>();
        values.forEach(value -> Traces.add(value, traces));
        for (byte[] trace : traces) {
            for (int at = 0; at + trace.length <= stream.length; at++) {
                if (Arrays.equals(stream, at, at + trace.length, trace, 0, trace.length)) {
                    Arrays.fill(covered, at, at + trace.length, true);
                }
            }
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < stream.length; i++) {
            if (!covered[i]) {
                out.append((char) stream[i]);
            } else if (i == 0 || !covered[i - 1]) {
                out.append("[secret]");
            }
        }
        return out.toString();
    }

    private static String cut(Random random, List<byte[]> values, byte[] stream) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<SecretValue> secrets = values.stream().map(SecretValue::copyOf).toList();
        try (Mask mask = Mask.of(secrets)) {
            Masking masking = mask.begin();
            int at = 0;
            while (at < stream.length) {
                int size = Math.min(stream.length - at, random.nextInt(5));
                masking.take(Arrays.copyOfRange(stream, at, at + size), size, out);
                at += size;
            }
            masking.end(out);
        } finally {
            secrets.forEach(SecretValue::close);
        }
        return text(out);
    }

    private static Mask mask(List<String> values) throws Mask.TooMuchException {
        List<SecretValue> secrets = values.stream()
                .map(value -> SecretValue.taking(value.getBytes(StandardCharsets.UTF_8)))
                .toList();
        try {
            return Mask.of(secrets);
        } finally {
            secrets.forEach(SecretValue::close);
        }
    }

    private static String masked(List<String> values, String... chunks) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Mask mask = mask(values)) {
            Masking masking = mask.begin();
            for (String chunk : chunks) {
                take(masking, chunk, out);
            }
            masking.end(out);
        }
        return text(out);
    }

    private static void take(Masking masking, String chunk, ByteArrayOutputStream out) throws IOException {
        byte[] bytes = chunk.getBytes(StandardCharsets.UTF_8);
        masking.take(bytes, bytes.length, out);
    }

    private static String text(ByteArrayOutputStream out) {
        return out.toString(StandardCharsets.UTF_8);
    }
}
