package dev.lockstep.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FoldingTest {
    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void containsAnswersAsStringContainsDoes() {
        Random random = new Random(77);
        for (int round = 0; round < 200_000; round++) {
            byte[] text = new byte[random.nextInt(40)];
            byte[] sought = new byte[1 + random.nextInt(4)];
            int letters = 1 + random.nextInt(3);
            for (byte[] each : List.of(text, sought)) {
                for (int i = 0; i < each.length; i++) {
                    each[i] = (byte) (random.nextInt(letters) + (random.nextInt(20) == 0 ? 0x80 : 'a'));
                }
            }
            int before = random.nextInt(10);
            int after = random.nextInt(10);
            byte[] around = new byte[before + text.length + after];
            Arrays.fill(around, sought[0]);
            System.arraycopy(text, 0, around, before, text.length);
            boolean expected = new String(text, StandardCharsets.ISO_8859_1)
                    .contains(new String(sought, StandardCharsets.ISO_8859_1));
            assertEquals(
                    expected,
                    Folding.contains(MemorySegment.ofArray(around), before, text.length, sought),
                    () -> Arrays.toString(text) + " and " + Arrays.toString(sought));
        }
    }

    @Test
    void containsLooksNotBeyondTheEndOfTheMemory() {
        try (Arena arena = Arena.ofConfined()) {
            for (int length = 0; length < 20; length++) {
                MemorySegment exact = arena.allocate(Math.max(1, length)).asSlice(0, length);
                exact.fill((byte) 'a');
                if (length > 0) {
                    exact.set(ValueLayout.JAVA_BYTE, length - 1, (byte) 'b');
                }
                assertEquals(length >= 1, Folding.contains(exact, 0, length, utf8("b")));
                assertEquals(length >= 3, Folding.contains(exact, 0, length, utf8("aab")));
                assertEquals(false, Folding.contains(exact, 0, length, utf8("ba")));
            }
        }
    }

    @Test
    void everyCodePointFoldsTheSameAloneAndInBytes() {
        int[] all = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                .toArray();
        for (int from = 0; from < all.length; from += 50) {
            String text = new String(all, from, Math.min(50, all.length - from));
            byte[] source = utf8(text);
            byte[] target = new byte[source.length * 3];
            int end = Folding.fold(source, 0, source.length, target, 0);
            assertArrayEquals(utf8(Folding.fold(text)), Arrays.copyOf(target, end));
            assertEquals(Folding.fold(text), Folding.fold(Folding.fold(text)), "folding twice");
        }
    }

    @Test
    void caseDoesNotMatterWhateverTheLetters() {
        assertEquals(Folding.fold("STRIPE_KEY"), Folding.fold("stripe_key"));
        assertEquals(Folding.fold("ZÜRICH"), Folding.fold("zürich"));
        assertEquals(Folding.fold("ΣΊΣΥΦΟΣ"), Folding.fold("σίσυφος"));
        assertEquals(Folding.fold("İSTANBUL"), Folding.fold("istanbul"));
        assertEquals(Folding.fold("ILIK"), Folding.fold("ılık"));
        assertEquals("straße", Folding.fold("Straße"));
    }

    @Test
    void whatDoesNotFitSaysSo() {
        byte[] grows = utf8("ȺȾ");
        assertEquals(-1, Folding.fold(grows, 0, grows.length, new byte[4], 0));
        assertEquals(6, Folding.fold(grows, 0, grows.length, new byte[6], 0));
        assertEquals(-1, Folding.fold(utf8("abc"), 0, 3, new byte[4], 2));
    }

    @Test
    void aSearchIsItsWords() {
        assertEquals(
                List.of("one", "two"),
                Folding.words("  One\t two\n").stream()
                        .map(word -> new String(word, StandardCharsets.UTF_8))
                        .toList());
        assertEquals(0, Folding.words(" \t ").size());
        assertEquals(0, Folding.words("").size());
    }
}
