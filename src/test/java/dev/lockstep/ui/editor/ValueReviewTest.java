package dev.lockstep.ui.editor;

import static dev.lockstep.ui.editor.ValueFinding.BROKEN;
import static dev.lockstep.ui.editor.ValueFinding.CARRIAGE_RETURN;
import static dev.lockstep.ui.editor.ValueFinding.CONTROL;
import static dev.lockstep.ui.editor.ValueFinding.EMPTY;
import static dev.lockstep.ui.editor.ValueFinding.INVISIBLE;
import static dev.lockstep.ui.editor.ValueFinding.LEADING_BLANK;
import static dev.lockstep.ui.editor.ValueFinding.LOOK_ALIKE;
import static dev.lockstep.ui.editor.ValueFinding.NO_BREAK_SPACE;
import static dev.lockstep.ui.editor.ValueFinding.TRAILING_BLANK;
import static dev.lockstep.ui.editor.ValueFinding.TRAILING_LINE_END;
import static dev.lockstep.ui.editor.ValueFinding.TWO_LINES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueReviewTest {
    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "sk_live_4eC39HqLyjWDarjtT1zdp7dc",
                "pass word",
                "{\"type\": \"service_account\"}",
                "Grüße aus Köln",
                "Пароль",
                "-----BEGIN KEY-----"
            })
    void nothingIsFoundInOrdinaryValues(String text) {
        assertEquals(Set.of(), ValueReview.of(text).findings());
    }

    @Test
    void eachAccidentIsFound() {
        assertEquals(Set.of(EMPTY), ValueReview.of("").findings());
        assertEquals(Set.of(LEADING_BLANK), ValueReview.of(" key").findings());
        assertEquals(Set.of(LEADING_BLANK), ValueReview.of("\tkey").findings());
        assertEquals(Set.of(TRAILING_BLANK), ValueReview.of("key ").findings());
        assertEquals(Set.of(TRAILING_LINE_END), ValueReview.of("key\n").findings());
        assertEquals(
                Set.of(TRAILING_LINE_END, CARRIAGE_RETURN),
                ValueReview.of("key\r\n").findings());
        assertEquals(Set.of(TWO_LINES), ValueReview.of("first\nsecond").findings());
        assertEquals(
                Set.of(TWO_LINES, TRAILING_LINE_END),
                ValueReview.of("first\nsecond\n").findings());
        assertEquals(Set.of(NO_BREAK_SPACE), ValueReview.of("a\u00a0b").findings());
        assertEquals(Set.of(INVISIBLE), ValueReview.of("a\u200bb").findings());
        assertEquals(Set.of(INVISIBLE), ValueReview.of("\ufeffkey").findings());
        assertEquals(Set.of(INVISIBLE), ValueReview.of("a\u202eb").findings());
        assertEquals(Set.of(LOOK_ALIKE), ValueReview.of("s\u0435cret").findings());
        assertEquals(Set.of(LOOK_ALIKE), ValueReview.of("say \u201chi\u201d").findings());
        assertEquals(Set.of(CONTROL), ValueReview.of("a\u0000b").findings());
        assertEquals(Set.of(BROKEN), ValueReview.of("a\ud83d").findings());
    }

    @Test
    void threeLinesAreAMultilineValueAndNotTwo() {
        assertEquals(Set.of(), ValueReview.of("one\ntwo\nthree").findings());
    }

    @Test
    void armourMayHaveLinesAndEndWithOne() {
        String pem = "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIA==\n-----END PRIVATE KEY-----\n";

        assertEquals(Set.of(), ValueReview.of(pem).findings());
        assertEquals(4, ValueReview.of(pem).lines());
    }

    @Test
    void sizesCountCodePointsBytesAndLines() {
        ValueReview review = ValueReview.of("aé€😀\r\nb");

        assertEquals(7, review.characters());
        assertEquals(1 + 2 + 3 + 4 + 2 + 1, review.bytes());
        assertEquals(2, review.lines());
    }

    @Test
    void oneByteMoreThanAMebibyteIsTooLarge() {
        assertFalse(ValueReview.of("x".repeat(SecretValue.MAX_SIZE)).tooLarge());
        assertTrue(ValueReview.of("x".repeat(SecretValue.MAX_SIZE - 1) + "é").tooLarge());
    }
}
