package dev.lockstep.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much room texts take. */
class CellsTest {
    @ParameterizedTest
    @CsvSource({
        "'', 0",
        "API_KEY, 7",
        "\u0130stanbul, 8",
        "e\u0301, 1",
        "\u79d8\u5bc6, 4",
        "\uD55C\uAE00, 4",
        "\u30AD\u30FC, 4",
        "\uD83D\uDD11, 2",
        "\u2764\uFE0F, 2",
        "\uD83D\uDC69\u200D\uD83D\uDCBB!, 3",
        "\uD83C\uDDE9\uD83C\uDDEA, 2"
    })
    void columnsAreCountedAsTerminalsDrawThem(String text, int columns) {
        assertEquals(columns, Cells.width(text));
    }
}
