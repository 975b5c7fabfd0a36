package dev.lockstep.ui.audit;

import dev.lockstep.ui.kit.Sheet;
import dev.lockstep.ui.kit.Tip;
import dev.lockstep.vault.AuditEntry;
import dev.lockstep.vault.AuditLog.Damage;
import dev.lockstep.words.Ago;
import dev.lockstep.words.Text;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** The rows of the log. A place of damage stands between the entries around it and says what is wrong. */
final class AuditTable {
    private static final double ROW = 36;
    private static final PseudoClass BROKEN = PseudoClass.getPseudoClass("broken");

    private final TableView<AuditRow> table = new TableView<>();
    private final ZoneId zone;

    AuditTable(ObservableList<AuditRow> rows, ZoneId zone) {
        this.zone = zone;
        table.setId("audit-table");
        table.setItems(rows);
        table.setFixedCellSize(ROW);
        table.setAccessibleText(Text.of("audit.rows"));
        table.setPlaceholder(new Label(Text.of("audit.empty")));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getStyleClass().addAll("audit-table", Sheet.FIRST_FOCUS);
        table.setRowFactory(any -> new Row());
        TableColumn<AuditRow, AuditRow> number = column(Text.of("audit.column.number"), 80, this::number);
        number.getStyleClass().add("align-right");
        table.getColumns().add(number);
        table.getColumns().add(column(Text.of("audit.column.when"), 164, this::when));
        table.getColumns().add(column(Text.of("audit.column.event"), 176, this::event));
        table.getColumns().add(column(Text.of("audit.column.secret"), 176, this::secret));
        table.getColumns().add(column(Text.of("audit.column.about"), 176, this::about));
        table.setMinHeight(5 * ROW);
    }

    TableView<AuditRow> node() {
        return table;
    }

    /** The entry of the chosen row. */
    Optional<AuditEntry> chosen() {
        return table.getSelectionModel().getSelectedItem() instanceof AuditRow.Told told
                ? Optional.of(told.entry())
                : Optional.empty();
    }

    private String number(AuditRow row) {
        return switch (row) {
            case AuditRow.Told told -> Text.of("audit.number", told.entry().number());
            case AuditRow.Broken broken -> numbers(broken.damage());
        };
    }

    private static String numbers(Damage damage) {
        return damage.from() == damage.to()
                ? Text.of("audit.number", damage.from())
                : Text.of("audit.numbers", damage.from(), damage.to());
    }

    private String when(AuditRow row) {
        return row instanceof AuditRow.Told told ? Ago.exact(told.entry().when(), zone) : "";
    }

    private String event(AuditRow row) {
        return switch (row) {
            case AuditRow.Told told -> EventWords.of(told.entry().event());
            case AuditRow.Broken broken -> AuditWords.kind(broken.damage().kind());
        };
    }

    private String secret(AuditRow row) {
        return row instanceof AuditRow.Told told ? told.entry().name() : "";
    }

    private String about(AuditRow row) {
        return switch (row) {
            case AuditRow.Told told -> AuditWords.about(told.entry(), zone);
            case AuditRow.Broken broken -> AuditWords.entries(broken.damage());
        };
    }

    private static TableColumn<AuditRow, AuditRow> column(
            String title, double width, Function<AuditRow, String> words) {
        TableColumn<AuditRow, AuditRow> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(any -> new Cell(words));
        column.setPrefWidth(width);
        column.setMinWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    private static final class Cell extends TableCell<AuditRow, AuditRow> {
        private final Function<AuditRow, String> words;

        private Cell(Function<AuditRow, String> words) {
            this.words = words;
        }

        @Override
        protected void updateItem(@Nullable AuditRow row, boolean empty) {
            super.updateItem(row, empty);
            String told = empty || row == null ? "" : words.apply(row);
            setText(told);
            setTooltip(told.isEmpty() ? null : new Tip(told));
        }
    }

    /** Damage is told by words; its colour only helps to find it. */
    private final class Row extends TableRow<AuditRow> {
        @Override
        protected void updateItem(@Nullable AuditRow row, boolean empty) {
            super.updateItem(row, empty);
            boolean broken = !empty && row instanceof AuditRow.Broken;
            pseudoClassStateChanged(BROKEN, broken);
            setAccessibleText(
                    empty || row == null
                            ? null
                            : Text.of("audit.row.spoken", when(row), event(row), secret(row), about(row)));
        }
    }
}
