package dev.lockstep.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShortcutTest {
    /** Pairs that never listen at the same time: the generator lies over the list, Esc ends whatever is on top. */
    private static final Set<Set<Shortcut>> APART = Set.of(
            Set.of(Shortcut.REVEAL, Shortcut.REGENERATE),
            Set.of(Shortcut.CLEAR_SEARCH, Shortcut.CANCEL),
            Set.of(Shortcut.SAVE, Shortcut.APPLY_SYNC));

    @ParameterizedTest
    @EnumSource(Shortcut.class)
    void everyActionHasWordsAndKeysThatCanBeRead(Shortcut shortcut) {
        assertFalse(shortcut.words().isBlank());
        assertFalse(shortcut.all().isEmpty());
        assertFalse(shortcut.keys().getFirst().isBlank());
        assertFalse(shortcut.group().words().isBlank());
    }

    @Test
    void noTwoActionsShareAKey() {
        Map<KeyCombination, Shortcut> holders = new HashMap<>();
        for (Shortcut shortcut : Shortcut.values()) {
            for (KeyCombination keys : shortcut.all()) {
                Shortcut other = holders.put(keys, shortcut);
                assertTrue(other == null || APART.contains(Set.of(other, shortcut)), keys + " of " + shortcut);
            }
        }
    }

    @Test
    void keysAreWrittenAsTheyStandOnTheKeyboard() {
        assertEquals(List.of("Ctrl+Enter", "Ctrl+S"), Shortcut.SAVE.keys());
        assertEquals(List.of("Ctrl+/", "F1"), Shortcut.SHORTCUT_SHEET.keys());
        assertEquals(List.of("Ctrl+,"), Shortcut.SETTINGS.keys());
        assertEquals("Save (Ctrl+Enter)", Shortcut.SAVE.hint("Save"));
    }

    @Test
    void aPressedKeyIsRecognised() {
        assertTrue(Shortcut.SAVE.matches(pressed(KeyCode.S, true)));
        assertTrue(Shortcut.SAVE.matches(pressed(KeyCode.ENTER, true)));
        assertFalse(Shortcut.SAVE.matches(pressed(KeyCode.ENTER, false)));
    }

    private static KeyEvent pressed(KeyCode code, boolean control) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false);
    }
}
