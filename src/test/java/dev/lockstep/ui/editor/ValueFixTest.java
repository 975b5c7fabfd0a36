package dev.lockstep.ui.editor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.lockstep.cleartext.SecretValue;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ValueFixTest {
    @Test
    void eachFixMendsItsFindingAndNothingElse() throws CharacterCodingException {
        assertFix(" a b ", ValueFinding.LEADING_BLANK, "a b ");
        assertFix(" a b ", ValueFinding.TRAILING_BLANK, " a b");
        assertFix(" a\r\n\n", ValueFinding.TRAILING_LINE_END, " a");
        assertFix("a \nb\n", ValueFinding.TRAILING_LINE_END, "a \nb");
        assertFix("ab\r\ncd\n", ValueFinding.TWO_LINES, "abcd");
        assertFix("a\r\nb\rc\n", ValueFinding.CARRIAGE_RETURN, "a\nb\nc\n");
        assertFix("a\u00a0b\u2009c ", ValueFinding.NO_BREAK_SPACE, "a b c ");
        assertFix("\ufeffa\u200bb\u202e", ValueFinding.INVISIBLE, "ab");
        assertFix("s\u0435\u0441\u2019\u2013\uff21é😀", ValueFinding.LOOK_ALIKE, "sec'-Aé😀");
        assertFix("a\u0000\tb\u001b\n", ValueFinding.CONTROL, "a\tb\n");
        assertFix("a\ud83db😀", ValueFinding.BROKEN, "ab😀");
    }

    @ParameterizedTest
    @EnumSource(ValueFinding.class)
    void whatAFixMakesHasTheFindingNoMore(ValueFinding finding) throws CharacterCodingException {
        String awkward = "\u00a0\u200b a\u0000\u0435\r\nb\u00a0 \r\n";
        if (!finding.fixable()) {
            return;
        }
        try (SecretValue fixed = ValueFix.apply(awkward, finding)) {
            String text = fixed.use(bytes -> new String(bytes, StandardCharsets.UTF_8));

            assertFalse(ValueReview.of(text).findings().contains(finding), finding.name());
        }
    }

    private static void assertFix(String before, ValueFinding finding, String after) throws CharacterCodingException {
        try (SecretValue fixed = ValueFix.apply(before, finding)) {
            assertArrayEquals(after.getBytes(StandardCharsets.UTF_8), fixed.<byte[]>use(byte[]::clone), finding.name());
        }
    }
}
