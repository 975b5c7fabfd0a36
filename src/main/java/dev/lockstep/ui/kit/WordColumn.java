package dev.lockstep.ui.kit;

import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import org.jspecify.annotations.Nullable;

/** Columns that tell something of whole rows in words, where it helps with a shape before them. Words that are cut stand whole in a tooltip. */
public final class WordColumn {
    private static final double LEAST = 96;

    private WordColumn() {}

    /** One of words alone, which nobody sorts or moves. */
    public static <R> TableColumn<R, R> of(String title, double width, Function<R, String> words) {
        return of(title, width, words, row -> Optional.empty());
    }

    /** One with shapes. */
    public static <R> TableColumn<R, R> of(
            String title, double width, Function<R, String> words, Function<R, Optional<? extends Node>> shape) {
        TableColumn<R, R> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(any -> WholeText.of(new Cell<>(words, shape)));
        column.setPrefWidth(width);
        column.setMinWidth(LEAST);
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    /** One of names, which if they are cut are so in the middle. */
    public static <R> TableColumn<R, R> names(String title, double width, Function<R, String> names) {
        TableColumn<R, R> column = of(title, width, names);
        column.setCellFactory(any -> WholeText.cutInTheMiddle(new Cell<>(names, row -> Optional.empty())));
        return column;
    }

    private static final class Cell<R> extends TableCell<R, R> {
        private final Function<R, String> words;
        private final Function<R, Optional<? extends Node>> shape;

        private Cell(Function<R, String> words, Function<R, Optional<? extends Node>> shape) {
            this.words = words;
            this.shape = shape;
        }

        @Override
        protected void updateItem(@Nullable R row, boolean empty) {
            super.updateItem(row, empty);
            setText(row == null || empty ? null : words.apply(row));
            setGraphic(row == null || empty ? null : shape.apply(row).orElse(null));
        }
    }
}
