package dev.lockstep.ui.kit;

import dev.lockstep.words.Text;
import javafx.animation.PauseTransition;
import javafx.geometry.Bounds;
import javafx.scene.Parent;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a field of the toolkit from taking more than it can lay out at once, and says below the field that it was refused. The limit is far
 * above what the field is for, so that a text that is merely too long can still be pasted and shortened.
 */
public final class FieldLimit {
    /** For one line. */
    public static final int LINE = 4_096;

    /** For text of many lines. */
    public static final int LINES = 20_000;

    private static final Duration LASTING = Duration.seconds(8);

    private final TextInputControl field;
    private final int most;
    private final Tooltip note = new Tip();
    private final PauseTransition time = new PauseTransition(LASTING);

    private FieldLimit(TextInputControl field, int most) {
        this.field = field;
        this.most = most;
        note.setWrapText(true);
        note.setAutoHide(true);
        note.setHideOnEscape(false);
        time.setOnFinished(over -> note.hide());
    }

    /** Limits a field to so many UTF-16 units and gives it back. It must have no formatter of its own. */
    @SuppressWarnings("NullAway") // the toolkit takes null for: leave everything as it is
    public static <T extends TextInputControl> T on(T field, int most) {
        FieldLimit limit = new FieldLimit(field, most);
        field.setTextFormatter(new TextFormatter<>(limit::judge));
        field.focusedProperty().subscribe(focused -> limit.note.hide());
        if (field instanceof TextField) {
            field.addEventHandler(KeyEvent.KEY_PRESSED, limit::passEscape);
        }
        return field;
    }

    /** A field of one line keeps Esc to itself as soon as it has a formatter, though nothing is there to be cancelled. */
    private void passEscape(KeyEvent key) {
        Parent parent = field.getParent();
        if (key.getCode() == KeyCode.ESCAPE && parent != null) {
            parent.fireEvent(key);
            key.consume();
        }
    }

    private TextFormatter.@Nullable Change judge(TextFormatter.Change change) {
        if (!change.isContentChange()) {
            return change;
        }
        int added = change.getText().length();
        int removed = change.getRangeEnd() - change.getRangeStart();
        if (added > removed && field.getLength() + added - removed > most) {
            refuse(added);
            return null;
        }
        note.hide();
        return change;
    }

    private void refuse(int added) {
        Bounds place = field.localToScreen(field.getLayoutBounds());
        if (place == null) {
            return;
        }
        note.setText(Text.of("field.refused", added, most));
        note.hide();
        note.show(field, place.getMinX(), place.getMaxY() + 4);
        time.playFromStart();
    }
}
