package dev.lockstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines whose parts stand below each other. */
class LinedTest {
    private static List<String> lines(List<List<String>> rows) {
        Lined lined = new Lined("  ", rows);
        return rows.stream().map(lined::line).toList();
    }

    @Test
    void partsStandBelowTheirLikeAndNoWiderThanNeeded() {
        assertEquals(
                List.of("  Create  A         One.", "  Update  \u79d8\u5bc6 KEY  Two."),
                lines(List.of(List.of("Create", "A", "One."), List.of("Update", "\u79d8\u5bc6 KEY", "Two."))));
    }

    @Test
    void aColumnThatNobodyFillsTakesNoRoom() {
        assertEquals(List.of("  A  x", "  B  y"), lines(List.of(List.of("A", "", "x"), List.of("B", "", "y"))));
    }

    @Test
    void aLongNameMovesItsOwnLineAlone() {
        String name = "N".repeat(200);

        assertEquals(List.of("  " + name + "  x", "  B  y"), lines(List.of(List.of(name, "x"), List.of("B", "y"))));
    }
}
