package dev.lockstep.ui.kit;

import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * The keys that every text field knows, for secret text. While it is masked, steps by word go to the ends, so that they tell no spaces.
 * Copy, cut, undo and redo do nothing, and do not reach the menu either, where they would concern something else.
 */
final class EditKeys {
    private static final boolean MAC =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac");

    private final Editing editing;
    private final BooleanSupplier masked;
    private final Consumer<Editing> paste;

    EditKeys(Editing editing, BooleanSupplier masked, Consumer<Editing> paste) {
        this.editing = editing;
        this.masked = masked;
        this.paste = paste;
    }

    /** Does what a pressed key says and tells whether it had a meaning here. */
    boolean pressed(KeyEvent key) {
        KeyCode code = key.getCode();
        if (key.isShortcutDown() && !key.isAltDown()) {
            switch (code) {
                case A -> editing.selectAll();
                case V -> paste.accept(editing);
                case C, X, Z, Y, INSERT -> {}
                default -> {
                    return stepped(key);
                }
            }
            return true;
        }
        if (code == KeyCode.PASTE || (code == KeyCode.INSERT && key.isShiftDown())) {
            paste.accept(editing);
            return true;
        }
        return stepped(key);
    }

    private boolean stepped(KeyEvent key) {
        if (key.isAltDown() && !MAC) {
            return false;
        }
        boolean extend = key.isShiftDown();
        switch (key.getCode()) {
            case COPY, CUT, UNDO -> {}
            case LEFT, KP_LEFT -> left(key, extend);
            case RIGHT, KP_RIGHT -> right(key, extend);
            case HOME -> editing.moveTo(0, extend);
            case END -> editing.moveTo(editing.buffer().length(), extend);
            case BACK_SPACE -> editing.deleteTo(before(key));
            case DELETE -> {
                if (!extend) {
                    editing.deleteTo(after(key));
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void left(KeyEvent key, boolean extend) {
        boolean collapse = editing.hasSelection() && !extend && !byWord(key) && !byLine(key);
        editing.moveTo(collapse ? editing.selectionStart() : before(key), extend);
    }

    private void right(KeyEvent key, boolean extend) {
        boolean collapse = editing.hasSelection() && !extend && !byWord(key) && !byLine(key);
        editing.moveTo(collapse ? editing.selectionEnd() : after(key), extend);
    }

    private int before(KeyEvent key) {
        if (byLine(key) || (byWord(key) && masked.getAsBoolean())) {
            return 0;
        }
        return byWord(key) ? editing.wordLeft() : editing.left();
    }

    private int after(KeyEvent key) {
        if (byLine(key) || (byWord(key) && masked.getAsBoolean())) {
            return editing.buffer().length();
        }
        return byWord(key) ? editing.wordRight() : editing.right();
    }

    private static boolean byWord(KeyEvent key) {
        return MAC ? key.isAltDown() : key.isControlDown();
    }

    private static boolean byLine(KeyEvent key) {
        return MAC && key.isMetaDown();
    }

    /** Whether a typed character is text rather than a command. Control and Alt together are AltGr. */
    static boolean isText(KeyEvent typed) {
        String character = typed.getCharacter();
        if (character.isEmpty() || character.charAt(0) < ' ' || character.charAt(0) == 0x7F || typed.isMetaDown()) {
            return false;
        }
        boolean command = typed.isControlDown() || (typed.isAltDown() && !MAC);
        return !command || (typed.isControlDown() && typed.isAltDown());
    }
}
