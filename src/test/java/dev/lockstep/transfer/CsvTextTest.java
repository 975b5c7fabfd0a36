package dev.lockstep.transfer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTextTest {
    private static final String ALPHABET = "aZ09 ,;\"'''\r\n\t=+-@|_\u00fc\u9375\uFF1D\uFF20\0";

    private final Random random = new Random(4180);

    private String anything() {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(12); left > 0; left--) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    @Test
    void anyCellIsReadBackExactlyAsItWasQuoted() {
        for (int round = 0; round < 20_000; round++) {
            String one = anything();
            String two = anything();
            String written = CsvText.quoted(one) + "," + CsvText.quoted(two) + "\r\n";
            assertEquals(List.of(List.of(one, two)), CsvReader.read(written));
        }
    }

    @Test
    void anyRowIsReadBackWithApostrophesAtMost() {
        for (int round = 0; round < 20_000; round++) {
            String cell = anything();
            List<List<String>> read = CsvReader.read(CsvText.row("1", cell, "") + CsvText.row("2"));

            assertEquals(2, read.size());
            assertEquals(List.of("2"), read.getLast());
            String found = read.getFirst().get(1);
            assertEquals(cell.replace("'", ""), found.replace("'", ""));
            assertFalse(found.matches("(?s)[=+\\-@\t\r\uFF1D].*"), found);
            assertFalse(found.matches("(?s).*[;\t\r\n\"][=+\\-@\uFF1D].*"), found);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "=HYPERLINK(\"http://example.invalid\",\"x\")",
                "=cmd|' /C calc'!A0",
                "\uFF1D1+1"
            })
    void whatASpreadsheetWouldRunBeginsWithAnApostrophe(String hostile) {
        assertTrue(CsvText.guarded(hostile).startsWith("'"));
        assertEquals(
                CsvText.guarded(hostile),
                CsvReader.read(CsvText.row(hostile)).getFirst().getFirst());
    }

    @ParameterizedTest
    @CsvSource({"a;=1+1,a;'=1+1", "a\"=1,a\"'=1", "STRIPE_API_KEY,STRIPE_API_KEY", "a=b,a=b", "a-b@c,a-b@c", "'',''"})
    void cellsAreSafeWhereOtherSeparatorsAreInUseAndPlainNamesStayAsTheyAre(String cell, String safe) {
        assertEquals(safe, CsvText.guarded(cell));
    }

    @Test
    void theReaderOfTheTestRefusesWhatIsNotRfc4180() {
        for (String wrong : List.of("a\nb", "a\"b", "\"a", "\"a\"b", "a\tb", "\"a\"\n")) {
            assertThrows(IllegalArgumentException.class, () -> CsvReader.read(wrong), wrong);
        }
    }

    @Test
    void guardsAreTakenAwayAgainExactly() {
        for (int round = 0; round < 50_000; round++) {
            String cell = anything();
            byte[] guarded = CsvText.guarded(cell).getBytes(StandardCharsets.UTF_8);
            assertEquals(cell, new String(CsvText.unguarded(guarded), StandardCharsets.UTF_8));
            assertArrayEquals(new byte[guarded.length], guarded);
        }
    }
}
