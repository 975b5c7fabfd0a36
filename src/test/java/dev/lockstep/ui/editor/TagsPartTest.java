package dev.lockstep.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TagsPartTest {
    private final TagsPart part = new TagsPart();

    @Test
    void blanksAroundATagSeparateItAndATagStandsOnce() {
        assertTrue(part.add(" billing "));
        assertTrue(part.add("billing"));
        assertTrue(part.add("  "));

        assertEquals(List.of("billing"), part.tags());
    }

    @Test
    void suggestionsStartWithTheTextFirstThenContainItThenByUse() {
        part.known(Map.of("prod", 1, "production", 9, "non-prod", 50, "staging", 3));

        assertEquals(List.of("production", "prod", "non-prod"), part.suggestions("PRO"));
        part.add("prod");
        assertEquals(List.of("production", "non-prod"), part.suggestions("pro"));
        assertEquals(List.of(), part.suggestions(" "));
    }

    @Test
    void aTagThatIsTooLongIsRefusedInWordsAndNotCut() {
        assertFalse(part.add("x".repeat(65)));
        assertEquals("A tag has 64 characters at most", part.problemProperty().get());
        assertTrue(part.add("x".repeat(64)));
        assertEquals("", part.problemProperty().get());
    }

    @Test
    void theSixtyFifthTagIsRefused() {
        IntStream.range(0, 64).forEach(i -> assertTrue(part.add("tag" + i)));

        assertFalse(part.add("one more"));
        assertTrue(part.add("tag3"));
        assertEquals(64, part.tags().size());
    }
}
