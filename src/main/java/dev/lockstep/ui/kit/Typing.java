package dev.lockstep.ui.kit;

import dev.lockstep.words.Text;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.geometry.Point2D;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.InputMethodRequests;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Leads what comes from keyboard, input methods and the context menu of a control to its editing. */
final class Typing {
    private final Region control;
    private final Editing editing;
    private final Runnable done;
    private final Runnable refused;
    private @Nullable ContextMenu menu;

    /**
     * @param done called after every change of text, caret or selection
     * @param refused called when text did not fit
     */
    Typing(Region control, Editing editing, Runnable done, Runnable refused) {
        this.control = control;
        this.editing = editing;
        this.done = done;
        this.refused = refused;
    }

    /** Starts to listen; {@code pressed} tells whether a key had a meaning and has done it. */
    void listen(Predicate<KeyEvent> pressed, Caret caret) {
        control.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (pressed.test(key)) {
                key.consume();
                done.run();
            }
        });
        control.addEventHandler(KeyEvent.KEY_TYPED, key -> {
            if (EditKeys.isText(key)) {
                key.consume();
                insert(key.getCharacter());
            }
        });
        control.setOnInputMethodTextChanged(text -> {
            if (!text.getCommitted().isEmpty()) {
                insert(text.getCommitted());
            }
            text.consume();
        });
        control.setInputMethodRequests(new Requests(caret));
    }

    private void insert(String typed) {
        if (!editing.replaceSelection(typed)) {
            refused.run();
        }
        done.run();
    }

    /** Offers paste, select all and delete, and nothing that would take text out. */
    void offerMenu(Consumer<Editing> paste) {
        control.setOnContextMenuRequested(asked -> {
            if (menu == null) {
                menu = new ContextMenu(
                        item(Text.of("secret.paste"), () -> paste.accept(editing)),
                        item(Text.of("secret.delete"), () -> editing.deleteTo(editing.caret())),
                        new SeparatorMenuItem(),
                        item(Text.of("secret.select-all"), editing::selectAll));
            }
            menu.show(control, asked.getScreenX(), asked.getScreenY());
            asked.consume();
        });
    }

    private MenuItem item(String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setOnAction(chosen -> {
            action.run();
            done.run();
        });
        return item;
    }

    /** Tells an input method where its window belongs, and nothing of the text. */
    private record Requests(Caret caret) implements InputMethodRequests {
        @Override
        public Point2D getTextLocation(int offset) {
            Point2D place = caret.localToScreen(caret.getX(), caret.getY() + caret.getHeight());
            return place == null ? Point2D.ZERO : place;
        }

        @Override
        public int getLocationOffset(int x, int y) {
            return 0;
        }

        @Override
        public void cancelLatestCommittedText() {}

        @Override
        public String getSelectedText() {
            return "";
        }
    }
}
