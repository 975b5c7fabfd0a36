package dev.lockstep.ui.kit;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The keys that move by rows, added to those that every text field knows. */
final class AreaKeys {
    private final Editing editing;
    private final Scroll scroll;
    private final EditKeys keys;
    private int goal = -1;

    AreaKeys(Editing editing, Scroll scroll, EditKeys keys) {
        this.editing = editing;
        this.scroll = scroll;
        this.keys = keys;
    }

    /** Does what a pressed key says and tells whether it had a meaning here. */
    boolean pressed(KeyEvent key) {
        if (key.isAltDown() || key.isShortcutDown()) {
            goal = -1;
            return keys.pressed(key);
        }
        int rowsDown = rowsDown(key.getCode());
        if (rowsDown != 0) {
            move(rowsDown, key.isShiftDown());
            return true;
        }
        goal = -1;
        Rows rows = scroll.rows();
        int row = rows.rowOf(editing.caret());
        switch (key.getCode()) {
            case HOME -> editing.moveTo(rows.start(row), key.isShiftDown());
            case END -> editing.moveTo(rows.lastPlace(row), key.isShiftDown());
            default -> {
                return keys.pressed(key);
            }
        }
        return true;
    }

    private int rowsDown(KeyCode code) {
        return switch (code) {
            case UP, KP_UP -> -1;
            case DOWN, KP_DOWN -> 1;
            case PAGE_UP -> -scroll.rowsInView();
            case PAGE_DOWN -> scroll.rowsInView();
            default -> 0;
        };
    }

    private void move(int rowsDown, boolean extend) {
        Rows rows = scroll.rows();
        if (goal < 0) {
            goal = rows.columnOf(editing.caret());
        }
        int row = rows.rowOf(editing.caret()) + rowsDown;
        if (row < 0) {
            editing.moveTo(0, extend);
        } else if (row >= rows.count()) {
            editing.moveTo(editing.buffer().length(), extend);
        } else {
            editing.moveTo(rows.indexAt(row, goal), extend);
        }
    }
}
