package dev.lockstep.ui.help;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.ui.kit.Shortcut;
import org.junit.jupiter.api.Test;

class ShortcutSheetViewModelTest {
    @Test
    void everyActionStandsOnTheSheetOnce() {
        long rows = new ShortcutSheetViewModel(() -> {})
                .sections().stream()
                        .flatMap(section -> section.rows().stream())
                        .map(ShortcutSheetViewModel.Row::action)
                        .distinct()
                        .count();

        assertEquals(Shortcut.values().length, rows);
    }
}
