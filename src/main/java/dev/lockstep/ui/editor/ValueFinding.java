package dev.lockstep.ui.editor;

import dev.lockstep.words.Text;

/** Something in a typed value that is easily overlooked, most pressing first. */
enum ValueFinding {
    /** Half of a surrogate pair: it cannot be written as UTF-8. */
    BROKEN,
    EMPTY,
    LEADING_BLANK,
    TRAILING_BLANK,
    TRAILING_LINE_END,
    TWO_LINES,
    INVISIBLE,
    LOOK_ALIKE,
    NO_BREAK_SPACE,
    CARRIAGE_RETURN,
    CONTROL;

    /** What was found. */
    String words() {
        return switch (this) {
            case BROKEN -> Text.of("editor.finding.broken");
            case EMPTY -> Text.of("editor.finding.empty");
            case LEADING_BLANK -> Text.of("editor.finding.leading-blank");
            case TRAILING_BLANK -> Text.of("editor.finding.trailing-blank");
            case TRAILING_LINE_END -> Text.of("editor.finding.trailing-line-end");
            case TWO_LINES -> Text.of("editor.finding.two-lines");
            case INVISIBLE -> Text.of("editor.finding.invisible");
            case LOOK_ALIKE -> Text.of("editor.finding.look-alike");
            case NO_BREAK_SPACE -> Text.of("editor.finding.no-break-space");
            case CARRIAGE_RETURN -> Text.of("editor.finding.carriage-return");
            case CONTROL -> Text.of("editor.finding.control");
        };
    }

    boolean fixable() {
        return this != EMPTY;
    }

    /** What the fix does. */
    String fixWords() {
        return switch (this) {
            case EMPTY -> "";
            case LEADING_BLANK, TRAILING_BLANK, TRAILING_LINE_END -> Text.of("editor.fix.remove");
            case BROKEN, INVISIBLE, CONTROL -> Text.of("editor.fix.remove-characters");
            case TWO_LINES -> Text.of("editor.fix.join");
            case LOOK_ALIKE -> Text.of("editor.fix.replace-ascii");
            case NO_BREAK_SPACE -> Text.of("editor.fix.replace-space");
            case CARRIAGE_RETURN -> Text.of("editor.fix.line-ends");
        };
    }
}
