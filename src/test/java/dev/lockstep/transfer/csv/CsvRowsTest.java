package dev.lockstep.transfer.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowsTest {
    private static final String ALPHABET = "aZ ,;\"'\r\n\t=|\u00fc\u9375\0";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,b\nc,d\n",
                "a,b\r\nc,d",
                "a,b\rc,d\r",
                "\ufeffa,b\n\nc,d",
                "a;b\nc;d",
                "a\tb\nc\td",
                "\r\n\"a\",b\nc,\"d\""
            })
    void rowsEndWithAnyLineEndAndTheSeparatorIsFound(String table) {
        assertEquals(List.of(List.of("a", "b"), List.of("c", "d")), Tables.rows(table));
    }

    @Test
    void cellsInQuotesHoldSeparatorsLineEndsAndDoubledQuotes() {
        assertEquals(
                List.of(List.of("a,b", "c\r\nd\"e\"", " f "), List.of("", "", "x")),
                Tables.rows("\"a,b\",\"c\r\nd\"\"e\"\"\", f \r\n,,x"));
    }

    @Test
    void aQuoteInsideOfACellWithoutQuotesIsPartOfIt() {
        assertEquals(List.of(List.of("5\" disk", "it's")), Tables.rows("5\" disk,it's"));
    }

    @Test
    void whatFollowsAClosingQuoteCostsItsRowOnly() {
        assertEquals(
                List.of(List.of("a", "b"), List.of("TEXT_AFTER_QUOTE"), List.of("c", "d")),
                Tables.rows("a,b\n\"x\"y,z\nc,d\n"));
    }

    @Test
    void aQuoteThatIsNeverClosedCostsItsLineOnly() {
        assertEquals(
                List.of(List.of("a", "b"), List.of("UNTERMINATED_QUOTE"), List.of("c", "d")),
                Tables.rows("a,b\nx,\"y\nc,d\n"));
    }

    @Test
    void eachRowKnowsTheLineOnWhichItBegins() {
        CsvRows rows = new CsvRows(Tables.bytes("a,\"1\n2\r\n3\r4\"\n\n,\nb,c\r\nd,\"\ne,f"));
        List<Integer> lines = new ArrayList<>();
        while (rows.next()) {
            lines.add(rows.line());
        }
        assertEquals(List.of(1, 7, 8, 9), lines);
    }

    @Test
    void cellsBeyondTheMostAreCountedOnly() {
        CsvRows rows = new CsvRows(Tables.bytes("a,".repeat(100_000)));
        assertTrue(rows.next());
        assertEquals(100_001, rows.cells());
        assertFalse(rows.next());
    }

    @Test
    void whatWasQuotedIsReadBackExactly() {
        Random random = new Random(4180);
        for (int round = 0; round < 20_000; round++) {
            List<String> row = new ArrayList<>();
            StringBuilder table = new StringBuilder();
            for (int cell = 0; cell < 3; cell++) {
                String text = anything(random) + "x";
                row.add(text);
                table.append(cell == 0 ? "\"" : ",\"")
                        .append(text.replace("\"", "\"\""))
                        .append('"');
            }
            assertEquals(List.of(row, row), Tables.rows(table + "\r\n" + table));
        }
    }

    private static String anything(Random random) {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(12); left > 0; left--) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\n",
                "\"\"\n",
                "\"\"\"\n",
                "\"a\n",
                ",\"\n",
                "\"\"\"\"\n",
                "\"a\"b\n",
                "a",
                ",",
                "\r",
                "\",\n",
                "\"\"",
                "\"\",",
                "a\"\n"
            })
    void tablesMadeToBeReadAgainAndAgainAreReadInLinearTime(String piece) {
        for (String table :
                List.of(piece.repeat(200_000 / piece.length()), "\"" + piece.repeat(200_000 / piece.length()))) {
            CsvFuzz.check(Tables.bytes(table));
        }
    }
}
