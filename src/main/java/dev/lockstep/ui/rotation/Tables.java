package dev.lockstep.ui.rotation;

import dev.lockstep.ui.kit.Sheet;
import dev.lockstep.ui.kit.WholeText;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

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
        table.getStyleClass().addAll("rotation-table", Sheet.FIRST_FOCUS);
        return table;
    }

    static <T> void column(TableView<T> table, String title, double width, Function<T, String> words) {
        column(table, title, width, words, row -> null);
    }

    /** @param shape what stands before the words; null for nothing */
    static <T> void column(
            TableView<T> table,
            String title,
            double width,
            Function<T, String> words,
            Function<T, @Nullable Node> shape) {
        TableColumn<T, T> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(any -> WholeText.of(new Words<>(words, shape)));
        column.setPrefWidth(width);
        column.setMinWidth(80);
        column.setSortable(false);
        column.setReorderable(false);
        table.getColumns().add(column);
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

    private static final class Words<T> extends TableCell<T, T> {
        private final Function<T, String> words;
        private final Function<T, @Nullable Node> shape;

        private Words(Function<T, String> words, Function<T, @Nullable Node> shape) {
            this.words = words;
            this.shape = shape;
        }

        @Override
        protected void updateItem(@Nullable T row, boolean empty) {
            super.updateItem(row, empty);
            setText(row == null || empty ? null : words.apply(row));
            setGraphic(row == null || empty ? null : shape.apply(row));
        }
    }
}
