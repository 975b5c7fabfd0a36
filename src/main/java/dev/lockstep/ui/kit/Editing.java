package dev.lockstep.ui.kit;

import dev.lockstep.cleartext.SecretBuffer;
import dev.lockstep.words.Clusters;

/** A caret and a selection in secret text, and what can be done there. A caret never stands inside a cluster. */
final class Editing {
    private final SecretBuffer buffer;
    private int caret;
    private int anchor;
    private int version;

    Editing(SecretBuffer buffer) {
        this.buffer = buffer;
    }

    SecretBuffer buffer() {
        return buffer;
    }

    /** Grows by one with every change of the text. */
    int version() {
        return version;
    }

    int caret() {
        return caret;
    }

    int selectionStart() {
        return Math.min(caret, anchor);
    }

    int selectionEnd() {
        return Math.max(caret, anchor);
    }

    boolean hasSelection() {
        return caret != anchor;
    }

    /**
     * Puts text in place of the selection.
     *
     * @return whether it fitted; if not, nothing is changed
     */
    boolean replaceSelection(CharSequence text) {
        int start = selectionStart();
        int end = selectionEnd();
        if (text.length() > room()) {
            return false;
        }
        buffer.delete(start, end);
        buffer.insert(start, text);
        moveTo(start + text.length(), false);
        version++;
        return true;
    }

    /** How many UTF-16 units fit in place of the selection. */
    int room() {
        return buffer.room() + selectionEnd() - selectionStart();
    }

    /** Deletes the selection, or without one everything between the caret and another place. */
    void deleteTo(int place) {
        int start = hasSelection() ? selectionStart() : Math.min(caret, place);
        int end = hasSelection() ? selectionEnd() : Math.max(caret, place);
        if (start < end) {
            buffer.delete(start, end);
            version++;
        }
        moveTo(start, false);
    }

    /** Moves the caret; with {@code extend} the selection grows along. */
    void moveTo(int place, boolean extend) {
        caret = Math.clamp(place, 0, buffer.length());
        if (!extend) {
            anchor = caret;
        }
    }

    void selectAll() {
        anchor = 0;
        caret = buffer.length();
    }

    /** Selects the word around a place. */
    void selectWord(int place) {
        anchor = Clusters.previousWord(buffer, place);
        caret = Math.max(place, Clusters.nextWord(buffer, anchor));
    }

    void clear() {
        buffer.clear();
        moveTo(0, false);
        version++;
    }

    /** To be called when the buffer was given other text: the caret goes to its end. */
    void replaced() {
        moveTo(buffer.length(), false);
        version++;
    }

    int left() {
        return Clusters.previous(buffer, caret);
    }

    int right() {
        return Clusters.next(buffer, caret);
    }

    int wordLeft() {
        return Clusters.previousWord(buffer, caret);
    }

    int wordRight() {
        return Clusters.nextWord(buffer, caret);
    }
}
