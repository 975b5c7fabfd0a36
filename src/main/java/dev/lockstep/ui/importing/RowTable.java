package dev.lockstep.ui.importing;

import dev.lockstep.transfer.ImportEntry;
import dev.lockstep.transfer.Place;
import dev.lockstep.ui.kit.Icon;
import dev.lockstep.ui.kit.WordColumn;
import dev.lockstep.vault.Importing.Comparison;
import dev.lockstep.words.ImportWords;
import dev.lockstep.words.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.feather.Feather;

/** The rows of the preview; values are masked. Space turns the choice of the selected rows. */
final class RowTable {
    private static final double ROW = 36;
    private static final String MASKED = "\u2022".repeat(4);

    private final TableView<ImportRow> table = new TableView<>();

    /** @param enter what Enter does, which a table would keep from the button that it presses elsewhere */
    RowTable(Comparing comparing, Runnable enter) {
        table.setId("import-rows");
        table.setItems(comparing.sifting().rows());
        table.setFixedCellSize(ROW);
        table.setAccessibleText(Text.of("import.rows"));
        table.setPlaceholder(new Label(Text.of("import.nothing")));
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getStyleClass().addAll("words-table", "import-table");
        TableColumn<ImportRow, ImportRow> names = WordColumn.of(Text.of("import.column.name"), 210, ImportRow::name);
        names.setCellFactory(any -> new NameCell());
        table.getColumns().add(names);
        table.getColumns()
                .add(WordColumn.of(
                        Text.of("import.column.state"), 100, row -> words(row.comparison()), RowTable::shape));
        table.getColumns().add(muted(WordColumn.of(Text.of("import.column.value"), 136, RowTable::value)));
        table.getColumns().add(muted(WordColumn.names(Text.of("import.column.place"), 140, row -> place(row.place()))));
        table.getColumns().add(muted(WordColumn.of(Text.of("import.column.also"), 110, row -> also(row.extras()))));
        table.getColumns().add(choices(comparing));
        comparing.changesProperty().subscribe(change -> table.refresh());
        table.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.SPACE && event.getTarget().equals(table)) {
                event.consume();
                comparing.turn(List.copyOf(table.getSelectionModel().getSelectedItems()));
            } else if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
                event.consume();
                enter.run();
            }
        });
    }

    TableView<ImportRow> node() {
        return table;
    }

    private static TableColumn<ImportRow, ImportRow> choices(Comparing comparing) {
        TableColumn<ImportRow, ImportRow> column = new TableColumn<>(Text.of("import.column.choice"));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(any -> new ChoiceCell(comparing::choose));
        column.setPrefWidth(134);
        column.setMinWidth(134);
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    private static TableColumn<ImportRow, ImportRow> muted(TableColumn<ImportRow, ImportRow> column) {
        column.getStyleClass().add("muted-cell");
        return column;
    }

    private static String words(Comparison comparison) {
        return switch (comparison) {
            case NEW -> Text.of("import.state.new");
            case SAME -> Text.of("import.state.same");
            case DIFFERS -> Text.of("import.state.differs");
        };
    }

    private static Optional<Node> shape(ImportRow row) {
        Node icon = switch (row.comparison()) {
            case NEW -> Icon.of(Feather.PLUS);
            case SAME -> Icon.of(Feather.CHECK);
            case DIFFERS -> Icon.of(Feather.SHUFFLE);
        };
        icon.getStyleClass()
                .add(
                        switch (row.comparison()) {
                            case NEW -> "state-new";
                            case SAME -> "state-same";
                            case DIFFERS -> "state-differs";
                        });
        return Optional.of(icon);
    }

    private static String value(ImportRow row) {
        return row.size() == 0
                ? Text.of("import.value.empty")
                : MASKED + "  " + Text.of("import.value.size", row.size());
    }

    private static String place(Place place) {
        return place.line() == 0 && place.path().isEmpty() ? Text.of("import.place.none") : ImportWords.place(place);
    }

    private static String also(ImportEntry.Extras extras) {
        List<String> parts = new ArrayList<>();
        if (!extras.tags().isEmpty()) {
            parts.add(Text.of("import.also.tags", extras.tags().size()));
        }
        if (!extras.description().isEmpty()) {
            parts.add(Text.of("import.also.description"));
        }
        extras.rotateBy().ifPresent(day -> parts.add(Text.of("import.also.rotate", day)));
        return String.join(", ", parts);
    }
}
