package dev.lockstep.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowsTest {
    @Test
    void rowsEndAtLineEndsAndWhereTheNextCharacterWouldNotFit() {
        assertEquals(List.of("abcd", "ef", "", "gh"), rows("abcdef\n\ngh", 4));
        assertEquals(List.of("ab", ""), rows("ab\n", 4));
        assertEquals(List.of(""), rows("", 4));
    }

    @Test
    void wideCharactersTakeTwoCellsAndCombiningMarksNone() {
        assertEquals(List.of("漢字", "漢"), rows("漢字漢", 5));
        assertEquals(List.of("e\u0301e\u0301"), rows("e\u0301e\u0301", 2));
        assertEquals(List.of("\uD83D\uDE80", "\uD83D\uDE80"), rows("\uD83D\uDE80\uD83D\uDE80", 3));
    }

    @Test
    void tabsReachToTheNextStop() {
        Rows rows = laid("a\tb", 20, false);
        assertEquals(4, rows.columnOf(2));
    }

    @Test
    void whileMaskedEveryCodePointTakesOneCellAndLinesStay() {
        Rows rows = laid("漢\t\uD83D\uDE80\r\nx", 20, true);
        assertEquals(2, rows.count());
        assertEquals(3, rows.columnOf(4));
    }

    @Test
    void aPointFindsTheNearestPlaceAndNeverTheInsideOfACluster() {
        Rows rows = laid("ae\u0301z", 20, false);
        assertEquals(0, rows.indexAt(0, 0.4));
        assertEquals(1, rows.indexAt(0, 0.6));
        assertEquals(3, rows.indexAt(0, 1.6));
        assertEquals(4, rows.indexAt(0, 99));
    }

    @Test
    void theEndOfARowIsBeforeItsLineEndAndBeforeAWrap() {
        Rows rows = laid("ab\r\nabcdefg", 4, false);
        assertEquals(2, rows.lastPlace(0));
        assertEquals(7, rows.lastPlace(1));
        assertEquals(11, rows.lastPlace(2));
    }

    @Test
    void oneRowTakesLineEndsAsCharacters() {
        Rows rows = new Rows("a\nb", false);
        rows.lay(2, false);
        assertEquals(1, rows.count());
        assertEquals(3, rows.columnOf(3));
    }

    private static Rows laid(String text, int columns, boolean masked) {
        Rows rows = new Rows(text, true);
        rows.lay(columns, masked);
        return rows;
    }

    private static List<String> rows(String text, int columns) {
        Rows rows = laid(text, columns, false);
        List<String> found = new ArrayList<>();
        for (int row = 0; row < rows.count(); row++) {
            found.add(text.substring(rows.start(row), rows.end(row)));
        }
        return found;
    }
}
