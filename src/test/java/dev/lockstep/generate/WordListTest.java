package dev.lockstep.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class WordListTest {
    private static String word(int index) {
        ByteBuffer target = ByteBuffer.allocate(9);
        WordList.write(index, target);
        return new String(target.array(), 0, target.position(), StandardCharsets.US_ASCII);
    }

    @Test
    void thereAreSixToTheFifthDifferentWordsAndNoneBeginsWithAnother() {
        TreeSet<String> words = new TreeSet<>();
        for (int i = 0; i < WordList.SIZE; i++) {
            assertTrue(word(i).matches("[a-z][a-z-]{2,8}"), word(i));
            words.add(word(i));
        }
        assertEquals(6 * 6 * 6 * 6 * 6, words.size());
        String before = "-";
        for (String word : words) {
            assertFalse(word.startsWith(before), word);
            before = word;
        }
    }

    @Test
    void theListIsTheEffsWithItsAttribution() {
        assertEquals("abacus", word(0));
        assertEquals("zoom", word(WordList.SIZE - 1));
        assertNotNull(WordList.class.getResource("eff_large_wordlist.LICENCE.txt"));
    }
}
