package dev.lockstep.ui.editor;

import dev.lockstep.words.Legible;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.stage.Popup;

/** Suggestions below a field while the keyboard stays in it: arrows choose, Enter takes, Esc puts them away. */
final class TagPopup {
    private static final double ROW = 30;

    private final TextField field;
    private final Consumer<String> taken;
    private final ListView<String> list = new ListView<>();
    private final Popup popup = new Popup();

    TagPopup(TextField field, Consumer<String> taken) {
        this.field = field;
        this.taken = taken;
        list.setCellFactory(any -> new TagCell());
        list.setFixedCellSize(ROW);
        list.setPrefWidth(240);
        list.setFocusTraversable(false);
        list.setOnMouseClicked(click -> take());
        list.getStyleClass().add("suggestions");
        popup.getContent().add(list);
        popup.setAutoHide(true);
        popup.setHideOnEscape(false);
    }

    private static final class TagCell extends ListCell<String> {
        @Override
        protected void updateItem(String tag, boolean empty) {
            super.updateItem(tag, empty);
            setText(empty || tag == null ? null : Legible.line(tag));
        }
    }

    /** Shows the suggestions, or nothing if there are none. */
    void offer(List<String> tags) {
        if (tags.isEmpty()) {
            hide();
            return;
        }
        list.getItems().setAll(tags);
        list.getSelectionModel().clearSelection();
        list.setPrefHeight(ROW * tags.size() + 2);
        Bounds at = field.localToScreen(field.getBoundsInLocal());
        if (!popup.isShowing() && at != null) {
            popup.show(field, at.getMinX(), at.getMaxY() + 4);
        }
    }

    void hide() {
        popup.hide();
    }

    /** Acts on a key if it is meant for the suggestions, and says whether it was. */
    boolean pressed(KeyEvent key) {
        if (!popup.isShowing()) {
            return false;
        }
        return switch (key.getCode()) {
            case DOWN -> move(1);
            case UP -> move(-1);
            case ENTER -> take();
            case ESCAPE -> {
                hide();
                yield true;
            }
            default -> false;
        };
    }

    private boolean move(int step) {
        int count = list.getItems().size();
        int next = Math.floorMod(list.getSelectionModel().getSelectedIndex() + step, count);
        list.getSelectionModel().select(next);
        return true;
    }

    private boolean take() {
        String chosen = list.getSelectionModel().getSelectedItem();
        if (chosen == null) {
            return false;
        }
        hide();
        taken.accept(chosen);
        return true;
    }
}
