package dev.lockstep.naming;

/** Something in a name that is easily overlooked, whatever rule it follows. Indices count UTF-16 units; of each kind only the first place is told. */
public sealed interface NameWarning {
    /** A character that looks like an ASCII one, for example a Cyrillic or a full-width letter. */
    record LookAlike(int index, int codePoint, char looksLike) implements NameWarning {}

    /** A character that is not drawn, for example a zero-width space. */
    record Invisible(int index, int codePoint) implements NameWarning {}

    /** A character that turns the direction of the text around it. */
    record BidiControl(int index, int codePoint) implements NameWarning {}

    /** White space at the beginning or the end. */
    record EdgeWhitespace(boolean atStart) implements NameWarning {}

    /** White space between other characters. */
    record InnerSpace(int index, int codePoint) implements NameWarning {}
}
