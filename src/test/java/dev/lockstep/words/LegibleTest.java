package dev.lockstep.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LegibleTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "STRIPE_API_KEY",
                "clé d'accès",
                "cle\u0301 d'acce\u0300s",
                "\u05DE\u05E4\u05EA\u05D7 \u05E1\u05D5\u05D3\u05D9",
                "\u0645\u0641\u062A\u0627\u062D \u0627\u0644\u062E\u062F\u0645\u0629",
                "\u0928\u093F\u091C\u0940 \u0915\u0941\u0902\u091C\u0940",
                "\u30D1\u30B9\u30EF\u30FC\u30C9",
                "\uD83D\uDC69\u200D\uD83D\uDCBB",
                "\u2764\uFE0F",
                "\u0646\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645"
            })
    void namesOfEveryScriptStayAsTheyAre(String name) {
        assertEquals(name, Legible.line(name));
    }

    @Test
    void whatTurnsTheDirectionOrCannotBeSeenIsWrittenOut() {
        assertEquals("evil\u2039U+202E\u203Agnp.exe", Legible.line("evil\u202Egnp.exe"));
        assertEquals("\u2039U+2067\u203Aab\u2039U+2069\u203A", Legible.line("\u2067ab\u2069"));
        assertEquals("a\u2039U+200B\u203Ab", Legible.line("a\u200Bb"));
        assertEquals("a\u2039U+200D\u203Ab", Legible.line("a\u200Db"));
        assertEquals("a\u2039U+0000\u203A\u2039U+001B\u203A[31m", Legible.line("a\u0000\u001B[31m"));
        assertEquals("a\u2039U+E000\u203A", Legible.line("a\uE000"));
        assertEquals("a\u2039U+0E0041\u203A", Legible.line("a\uDB40\uDC41"));
    }

    @Test
    void lineEndsAreWrittenOutInOneLineOnly() {
        assertEquals("a\u2039U+000A\u203Ab", Legible.line("a\nb"));
        assertEquals("a\nb\tc", Legible.lines("a\nb\tc"));
        assertEquals("a\u2039U+2028\u203Ab", Legible.lines("a\u2028b"));
    }

    @Test
    void blanksAtTheEdgesAreSeen() {
        assertEquals("\u2423a b\u2423\u2423", Legible.line(" a b  "));
        assertEquals("\u2423", Legible.line(" "));
        assertEquals("", Legible.line(""));
    }

    @Test
    void marksDoNotPileUp() {
        assertEquals("a" + "\u0301".repeat(4) + "\u2039+296\u203Ab", Legible.line("a" + "\u0301".repeat(300) + "b"));
        assertEquals("\u25CC\u0301a", Legible.line("\u0301a"));
    }

    @Test
    void halfOfACharacterIsWrittenOutAndFound() {
        assertEquals("a\u2039U+D83D\u203A", Legible.line("a\uD83D"));
        assertTrue(Legible.broken("\uDE80"));
        assertTrue(Legible.broken("a\uDE80\uD83D"));
        assertFalse(Legible.broken("a\uD83D\uDE80"));
    }
}
