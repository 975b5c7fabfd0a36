package dev.lockstep.ui.backups;

import dev.lockstep.ui.kit.Tip;
import dev.lockstep.words.Ago;
import dev.lockstep.words.Text;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** A line for each backup, the newest first. */
final class BackupTable {
    private static final double ROW = 36;

    private final TableView<BackupRow> table = new TableView<>();

    private BackupTable(List<BackupRow> rows) {
        table.getItems().setAll(rows);
        table.setFixedCellSize(ROW);
        table.getStyleClass().add("backup-table");
        table.setAccessibleText(Text.of("backups.table"));
        Label empty = new Label(Text.of("backups.empty"));
        empty.getStyleClass().add("subtitle");
        table.setPlaceholder(empty);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        if (!rows.isEmpty()) {
            table.getSelectionModel().select(0);
        }
    }

    /** With everything that is known. */
    static BackupTable wide(List<BackupRow> rows, ZoneId zone) {
        BackupTable made = new BackupTable(rows);
        made.taken(zone);
        made.kind();
        made.right(Text.of("backups.column.secrets"), 84, BackupRow::secrets);
        made.right(Text.of("backups.column.size"), 92, BackupRow::size);
        made.column(Text.of("backups.column.state"), 220, BackupRow::state).setCellFactory(any -> new StateCell());
        return made;
    }

    /** For a card, without what nobody can know before a password is typed. */
    static BackupTable narrow(List<BackupRow> rows, ZoneId zone) {
        BackupTable made = new BackupTable(rows);
        made.taken(zone);
        made.kind();
        made.right(Text.of("backups.column.secrets"), 72, BackupRow::secrets);
        made.column(Text.of("backups.column.state"), 112, BackupRow::state).setCellFactory(any -> new StateCell());
        return made;
    }

    private void taken(ZoneId zone) {
        column(
                Text.of("backups.column.taken"),
                160,
                row -> Ago.exact(row.backup().taken(), zone));
    }

    private void kind() {
        column(Text.of("backups.column.kind"), 136, BackupRow::kind);
    }

    TableView<BackupRow> node() {
        return table;
    }

    Optional<BackupRow> chosen() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem());
    }

    private TableColumn<BackupRow, BackupRow> column(String title, double width, Function<BackupRow, String> words) {
        TableColumn<BackupRow, BackupRow> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(any -> new WordCell(words));
        column.setPrefWidth(width);
        column.setMinWidth(width * 0.8);
        column.setSortable(false);
        column.setReorderable(false);
        table.getColumns().add(column);
        return column;
    }

    private void right(String title, double width, Function<BackupRow, String> words) {
        column(title, width, words).getStyleClass().add("align-right");
    }

    private static class WordCell extends TableCell<BackupRow, BackupRow> {
        private final Function<BackupRow, String> words;

        WordCell(Function<BackupRow, String> words) {
            this.words = words;
        }

        @Override
        protected void updateItem(BackupRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(empty || row == null ? "" : words.apply(row));
        }
    }

    private static final class StateCell extends WordCell {
        private static final List<String> STYLES = List.of("ok-text", "error-text", "subtitle");

        StateCell() {
            super(BackupRow::state);
        }

        @Override
        protected void updateItem(BackupRow row, boolean empty) {
            super.updateItem(row, empty);
            getStyleClass().removeAll(STYLES);
            setTooltip(null);
            if (!empty && row != null) {
                getStyleClass()
                        .add(
                                switch (row.mood()) {
                                    case GOOD -> "ok-text";
                                    case BAD -> "error-text";
                                    case PLAIN -> "subtitle";
                                });
                setTooltip(new Tip(row.state()));
            }
        }
    }
}
