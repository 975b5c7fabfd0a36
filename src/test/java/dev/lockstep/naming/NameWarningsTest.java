package dev.lockstep.naming;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class NameWarningsTest {
    @Test
    void ordinaryNamesGiveNoWarning() {
        assertWarnings("");
        assertWarnings("STRIPE_API_KEY");
        assertWarnings("clé_été_straße");
        assertWarnings("\ud83d\ude00");
    }

    @Test
    void lettersOfOtherScriptsThatLookLatinAreTold() {
        assertWarnings("STR\u0406PE_\u0410PI", new NameWarning.LookAlike(3, 0x406, 'I'));
        assertWarnings("\u039fk", new NameWarning.LookAlike(0, 0x39f, 'O'));
        assertWarnings("a\uff21", new NameWarning.LookAlike(1, 0xff21, 'A'));
        assertWarnings("\ud835\udc00", new NameWarning.LookAlike(0, 0x1d400, 'A'));
        assertWarnings("a\u2011b", new NameWarning.LookAlike(1, 0x2011, '-'));
        assertWarnings("\u212a", new NameWarning.LookAlike(0, 0x212a, 'K'));
    }

    @Test
    void whatIsNotDrawnIsTold() {
        assertWarnings("A\u200bB\u00ad", new NameWarning.Invisible(1, 0x200b));
        assertWarnings("\ufeffA", new NameWarning.Invisible(0, 0xfeff));
        assertWarnings("A\u3164", new NameWarning.Invisible(1, 0x3164));
        assertWarnings("A\udb40\udc41", new NameWarning.Invisible(1, 0xe0041));
        assertWarnings("A\u202eB", new NameWarning.BidiControl(1, 0x202e));
        assertWarnings("A\u2066", new NameWarning.BidiControl(1, 0x2066));
    }

    @Test
    void whiteSpaceIsToldByPlace() {
        assertWarnings(" A", new NameWarning.EdgeWhitespace(true));
        assertWarnings("A\n", new NameWarning.EdgeWhitespace(false));
        assertWarnings("A\u00a0B C", new NameWarning.InnerSpace(1, 0xa0));
        assertWarnings("  ", new NameWarning.EdgeWhitespace(true));
        assertWarnings(
                " A B ",
                new NameWarning.EdgeWhitespace(true),
                new NameWarning.InnerSpace(2, ' '),
                new NameWarning.EdgeWhitespace(false));
    }

    private static void assertWarnings(String name, NameWarning... warnings) {
        assertEquals(Arrays.asList(warnings), NameWarnings.of(name));
    }
}
