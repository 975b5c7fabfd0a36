package dev.lockstep.cleartext;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.reflect.Field;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SecretBufferTest {
    private static MemorySegment units(SecretBuffer buffer) throws ReflectiveOperationException {
        Field units = SecretBuffer.class.getDeclaredField("units");
        units.setAccessible(true);
        return (MemorySegment) units.get(buffer);
    }

    private static void requireZeros(MemorySegment segment, long from) {
        for (long at = from; at < segment.byteSize(); at++) {
            assertEquals(0, segment.get(ValueLayout.JAVA_BYTE, at), "byte " + at);
        }
    }

    private static String text(SecretBuffer buffer) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < buffer.length(); i++) {
            text.append(buffer.charAt(i));
        }
        return text.toString();
    }

    @Test
    void typingAndDeletingGiveWhatAStringBuilderGivesAndNothingIsLeftBehind() throws Exception {
        Random random = new Random(88);
        for (int limit : new int[] {0, 1, 63, 64, 65, 1000}) {
            SecretBuffer buffer = new SecretBuffer(limit);
            StringBuilder expected = new StringBuilder();
            for (int step = 0; step < 2000; step++) {
                if (random.nextInt(3) > 0) {
                    String typed = "ab\u00fc\u9375\ud83d\ude00"
                            .substring(0, random.nextInt(7))
                            .repeat(random.nextInt(5));
                    int at = random.nextInt(expected.length() + 1);
                    boolean fits = expected.length() + typed.length() <= limit;
                    assertEquals(fits, buffer.insert(at, typed));
                    if (fits) {
                        expected.insert(at, typed);
                    }
                } else {
                    int from = random.nextInt(expected.length() + 1);
                    int to = from + random.nextInt(expected.length() - from + 1);
                    buffer.delete(from, to);
                    expected.delete(from, to);
                }
                assertEquals(expected.length(), buffer.length());
                assertEquals(limit - expected.length(), buffer.room());
                requireZeros(units(buffer), 2L * buffer.length());
            }
            assertEquals(expected.toString(), text(buffer));
        }
    }

    @Test
    void whatIsOutgrownOrClosedIsOverwritten() throws Exception {
        SecretBuffer buffer = new SecretBuffer(10_000);
        buffer.insert(0, "secret");
        MemorySegment outgrown = units(buffer);
        buffer.insert(6, "x".repeat(500));
        assertFalse(outgrown.equals(units(buffer)));
        requireZeros(outgrown, 0);
        buffer.close();
        requireZeros(units(buffer), 0);
        assertEquals(0, buffer.length());
    }

    @Test
    void valuesComeAndGoByteForByte() throws Exception {
        try (SecretBuffer buffer = new SecretBuffer(20)) {
            for (String text : new String[] {"", "a", "\u00fc\u9375\ud83d\ude00 \0\r\n\t "}) {
                byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
                try (SecretValue value = SecretValue.copyOf(utf8)) {
                    assertTrue(buffer.load(value));
                }
                assertEquals(text, text(buffer));
                try (SecretValue back = buffer.toValue()) {
                    assertArrayEquals(utf8, back.use(byte[]::clone));
                }
            }
        }
    }

    @Test
    void bytesThatAreNoTextOrTooManyChangeNothing() {
        try (SecretBuffer buffer = new SecretBuffer(3)) {
            buffer.insert(0, "old");
            for (byte[] bytes : new byte[][] {
                {(byte) 0xC3}, {(byte) 0xFF, 'a'}, {'a', 'b', 'c', 'd'}, {(byte) 0xED, (byte) 0xA0, (byte) 0x80}
            }) {
                try (SecretValue value = SecretValue.copyOf(bytes)) {
                    assertFalse(buffer.load(value));
                }
                assertEquals("old", text(buffer));
            }
        }
    }

    @Test
    void itTellsItsTextToNobodyThatAsksForAString() {
        try (SecretBuffer buffer = new SecretBuffer(9)) {
            buffer.insert(0, "hidden");
            assertEquals("[secret]", buffer.toString());
            assertThrows(UnsupportedOperationException.class, () -> buffer.subSequence(0, 3));
            assertThrows(IndexOutOfBoundsException.class, () -> buffer.charAt(6));
            buffer.insert(6, "\ud83d");
            assertThrows(CharacterCodingException.class, buffer::toValue);
        }
    }
}
