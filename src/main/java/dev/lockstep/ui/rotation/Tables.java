package dev.lockstep.ui.rotation;

import dev.lockstep.ui.kit.WordColumn;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Tables of words, which have the keyboard first. */
final class Tables {
    private static final double ROW = 36;

    private Tables() {}

    static <T> TableView<T> table(String id, String accessible) {
        TableView<T> table = new TableView<>();
        table.setId(id);
        table.setFixedCellSize(ROW);
        table.setMinHeight(4 * ROW);
        table.setPrefHeight(8 * ROW);
        table.setAccessibleText(accessible);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getStyleClass().add("words-table");
        return table;
    }

    static <T> void column(TableView<T> table, String title, double width, Function<T, String> words) {
        table.getColumns().add(WordColumn.of(title, width, words));
    }

    /** @param shape what stands before the words */
    static <T> void column(
            TableView<T> table, String title, double width, Function<T, String> words, Function<T, Node> shape) {
        table.getColumns().add(WordColumn.of(title, width, words, row -> Optional.of(shape.apply(row))));
    }

    /** What Enter and a double click on a row do. */
    static <T> void onEnter(TableView<T> table, Runnable action) {
        table.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ENTER && !key.isShortcutDown()) {
                key.consume();
                action.run();
            }
        });
        table.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2) {
                action.run();
            }
        });
    }
}
