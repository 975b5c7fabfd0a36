package dev.lockstep.ui.importing;

import dev.lockstep.words.Text;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The rows of the preview. Space turns the choice of the selected rows. */
final class ImportTable {
    private static final double ROW = 36;

    private final TableView<ImportRow> table = new TableView<>();

    ImportTable(ObservableList<ImportRow> rows) {
        table.setItems(rows);
        table.setFixedCellSize(ROW);
        table.setAccessibleText(Text.of("import.rows"));
        table.setPlaceholder(new Label(Text.of("import.empty")));
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getStyleClass().add("import-table");
        table.getColumns().add(column(Text.of("import.column.name"), 248, NameCell::new));
        table.getColumns().add(column(Text.of("import.column.state"), 100, StateCell::new));
        table.getColumns().add(column(Text.of("import.column.value"), 84, () -> new WordCell(WordCell.Kind.VALUE)));
        table.getColumns().add(column(Text.of("import.column.size"), 64, () -> new WordCell(WordCell.Kind.SIZE)));
        table.getColumns().add(column(Text.of("import.column.line"), 56, () -> new WordCell(WordCell.Kind.LINE)));
        table.getColumns().add(column(Text.of("import.column.choice"), 150, ChoiceCell::new));
        table.getColumns().get(3).getStyleClass().add("align-right");
        table.getColumns().get(4).getStyleClass().add("align-right");
        table.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.SPACE && event.getTarget().equals(table)) {
                event.consume();
                table.getSelectionModel().getSelectedItems().forEach(ImportRow::turn);
            }
        });
    }

    Node node() {
        return table;
    }

    private static TableColumn<ImportRow, ImportRow> column(
            String title, double width, Supplier<TableCell<ImportRow, ImportRow>> cell) {
        TableColumn<ImportRow, ImportRow> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(any -> cell.get());
        column.setPrefWidth(width);
        column.setMinWidth(width * 0.8);
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }
}
