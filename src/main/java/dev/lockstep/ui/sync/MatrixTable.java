package dev.lockstep.ui.sync;

import dev.lockstep.model.RemoteId;
import dev.lockstep.ui.kit.Tip;
import dev.lockstep.ui.kit.WholeText;
import dev.lockstep.ui.kit.states.Sign;
import dev.lockstep.ui.kit.states.SignShape;
import dev.lockstep.words.Text;
import dev.lockstep.words.sync.Spelling;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.binding.NumberBinding;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A line for each secret, a column for each remote. Cells are chosen one by one; only those in sight have nodes. */
final class MatrixTable {
    private static final double ROW = 28;
    private static final double NAME = 200;
    private static final double REMOTE = 136;
    private static final double WIDE_REMOTE = 200;
    private static final double TOTAL = 96;
    private static final double BAR = 20;

    /** What the border and the padding of a heading take. */
    private static final double HEAD = 10;

    private final MatrixList list;
    private final Spelling spelling;
    private final TableView<Matrix.Entry> table = new TableView<>();
    private final Map<TableColumn<?, ?>, RemoteId> remotes = new HashMap<>();

    MatrixTable(MatrixList list, SyncViewModel model) {
        this.list = list;
        this.spelling = model.spelling();
        table.setId("matrix-table");
        table.setFixedCellSize(ROW);
        table.setMinHeight(4 * ROW);
        table.setPrefHeight(8 * ROW);
        table.setAccessibleText(Text.of("sync.matrix.rows"));
        table.setPlaceholder(
                new Label(model.scope().isEmpty() ? Text.of("sync.rows.no-remotes") : Text.of("sync.rows.none")));
        table.getStyleClass().addAll("words-table", "sync-table", "matrix-table", "compact");
        table.getSelectionModel().setCellSelectionEnabled(true);
        table.getColumns().add(names());
        list.matrix().sites().forEach(site -> table.getColumns().add(column(site)));
        table.getColumns().add(totals());
        table.setItems(list.entries());
        table.getFocusModel().focusedCellProperty().subscribe(this::choose);
        list.entries().addListener((ListChangeListener<Matrix.Entry>) change -> restore());
        restore();
    }

    TableView<Matrix.Entry> node() {
        return table;
    }

    private void restore() {
        Optional<MatrixList.Spot> chosen = list.chosenProperty().get();
        int row = chosen.map(spot -> list.entries().indexOf(spot.entry())).orElse(0);
        RemoteId remote = chosen.map(MatrixList.Spot::remote).orElse(null);
        for (TableColumn<Matrix.Entry, ?> column : table.getColumns()) {
            RemoteId here = remotes.get(column);
            if (here != null
                    && (remote == null || here.equals(remote))
                    && !list.entries().isEmpty()) {
                table.getSelectionModel().clearAndSelect(Math.max(0, row), column);
                table.getFocusModel().focus(Math.max(0, row), column);
                table.scrollTo(Math.max(0, row - 3));
                return;
            }
        }
    }

    private void choose(@Nullable TablePosition<?, ?> position) {
        RemoteId remote = position == null ? null : remotes.get(position.getTableColumn());
        int row = position == null ? -1 : position.getRow();
        if (remote != null && row >= 0 && row < list.entries().size()) {
            list.chosenProperty()
                    .set(Optional.of(new MatrixList.Spot(list.entries().get(row), remote)));
        }
    }

    private TableColumn<Matrix.Entry, Matrix.Entry> names() {
        TableColumn<Matrix.Entry, Matrix.Entry> column = plain(NAME);
        column.prefWidthProperty()
                .bind(Bindings.max(
                        NAME,
                        table.widthProperty()
                                .subtract(remoteWidth()
                                        .multiply(list.matrix().sites().size()))
                                .subtract(TOTAL + BAR)));
        column.setText(Text.of("sync.column.secret"));
        column.setCellFactory(any -> WholeText.cutInTheMiddle(new NameCell()));
        return column;
    }

    /** What is left beside the names is shared out. */
    private NumberBinding remoteWidth() {
        DoubleBinding share = table.widthProperty()
                .subtract(NAME + TOTAL + BAR)
                .divide(Math.max(1, list.matrix().sites().size()));
        return Bindings.max(REMOTE, Bindings.min(WIDE_REMOTE, share));
    }

    private TableColumn<Matrix.Entry, Matrix.Entry> totals() {
        TableColumn<Matrix.Entry, Matrix.Entry> column = plain(TOTAL);
        column.setText(Text.of("sync.column.fine"));
        column.getStyleClass().add("align-right");
        column.setCellFactory(any -> new TotalCell());
        return column;
    }

    private TableColumn<Matrix.Entry, Matrix.Entry> column(Sites.Site site) {
        TableColumn<Matrix.Entry, Matrix.Entry> column = plain(REMOTE);
        remotes.put(column, site.id());
        column.prefWidthProperty().bind(remoteWidth());
        Map<Sign, Integer> totals = list.matrix().total(site.id());
        int all = totals.values().stream().mapToInt(Integer::intValue).sum();
        int fine = totals.getOrDefault(Sign.VERIFIED, 0) + totals.getOrDefault(Sign.UNCHANGED, 0);
        Label name = WholeText.name(spelling.name(site.name()), "remote-heading");
        Label total = new Label(Text.of("sync.matrix.fine", fine, all));
        total.getStyleClass().add("hint");
        VBox head = new VBox(name, total);
        head.setAlignment(Pos.CENTER);
        head.setMinWidth(0);
        head.maxWidthProperty().bind(column.widthProperty().subtract(HEAD));
        Tooltip.install(head, new Tip(Text.of("sync.matrix.fine.help", spelling.name(site.name()), fine, all)));
        column.setGraphic(head);
        column.getStyleClass().add("remote-column");
        column.setCellFactory(any -> new SignCell(site));
        return column;
    }

    private static TableColumn<Matrix.Entry, Matrix.Entry> plain(double width) {
        TableColumn<Matrix.Entry, Matrix.Entry> column = new TableColumn<>();
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setPrefWidth(width);
        column.setMinWidth(80);
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    private final class NameCell extends TableCell<Matrix.Entry, Matrix.Entry> {
        @Override
        protected void updateItem(Matrix.@Nullable Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            setText(entry == null || empty ? null : spelling.name(entry.name()));
        }
    }

    private static final class TotalCell extends TableCell<Matrix.Entry, Matrix.Entry> {
        @Override
        protected void updateItem(Matrix.@Nullable Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            setText(
                    entry == null || empty
                            ? null
                            : Text.of(
                                    "sync.matrix.fine",
                                    entry.fine(),
                                    entry.cells().size()));
        }
    }

    /** One shape that changes its style; no node is made when the table scrolls. */
    private final class SignCell extends TableCell<Matrix.Entry, Matrix.Entry> {
        private final Sites.Site site;
        private final SignShape shape = new SignShape();

        private SignCell(Sites.Site site) {
            this.site = site;
            setAlignment(Pos.CENTER);
        }

        @Override
        protected void updateItem(Matrix.@Nullable Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (entry == null || empty) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            Sign sign = entry.cell(site.id()).sign();
            shape.show(sign);
            setGraphic(shape);
            setAccessibleText(
                    Text.of("sync.spoken", spelling.name(entry.name()), spelling.name(site.name()), sign.words()));
        }
    }
}
