package dev.lockstep.ui.remotes;

import dev.lockstep.model.RemoteId;
import dev.lockstep.ui.kit.Icon;
import dev.lockstep.ui.kit.WholeText;
import dev.lockstep.ui.kit.WordColumn;
import dev.lockstep.words.Legible;
import dev.lockstep.words.Text;
import java.util.Optional;
import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A line for each remote. What is chosen stays chosen while the lines are told anew. */
final class RemoteTable {
    private static final double ROW = 36;

    private final RemotesViewModel model;
    private final TableView<RemoteRow> table = new TableView<>();
    private final ListChangeListener<RemoteRow> follower = change -> lay();
    private boolean laying;

    RemoteTable(RemotesViewModel model) {
        this.model = model;
        table.setId("remotes-table");
        table.setFixedCellSize(ROW);
        table.setMinHeight(4 * ROW);
        table.setAccessibleText(Text.of("remotes.rows"));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        column(
                Text.of("remotes.column.name"),
                160,
                row -> Legible.line(row.remote().name()));
        column(Text.of("remotes.column.vendor"), 186, this::vendor);
        column(Text.of("remotes.column.collection"), 116, row -> Legible.line(row.collection()));
        column(Text.of("remotes.column.state"), 342, row -> StateWords.of(row, model.clock()))
                .setCellFactory(any -> WholeText.of(new StateCell()));
        table.getSelectionModel().selectedItemProperty().subscribe(this::choose);
        model.rows().addListener(new WeakListChangeListener<>(follower));
        lay();
    }

    TableView<RemoteRow> node() {
        return table;
    }

    private String vendor(RemoteRow row) {
        return row.isHere() ? Text.of("remotes.here", row.vendor()) : row.vendor();
    }

    private void choose(@Nullable RemoteRow row) {
        if (!laying) {
            model.chosenProperty().set(Optional.ofNullable(row));
        }
    }

    private void lay() {
        Optional<RemoteId> before =
                model.chosenProperty().get().map(row -> row.remote().id());
        laying = true;
        table.getItems().setAll(model.rows());
        laying = false;
        int at = 0;
        for (int i = 0; i < table.getItems().size(); i++) {
            if (before.equals(Optional.of(table.getItems().get(i).remote().id()))) {
                at = i;
            }
        }
        table.getSelectionModel().clearSelection();
        table.getSelectionModel().select(at);
        choose(table.getSelectionModel().getSelectedItem());
    }

    private TableColumn<RemoteRow, RemoteRow> column(String title, double width, Function<RemoteRow, String> words) {
        TableColumn<RemoteRow, RemoteRow> column = WordColumn.of(title, width, words);
        table.getColumns().add(column);
        return column;
    }

    /** A shape first, then words, then a colour. */
    private final class StateCell extends TableCell<RemoteRow, RemoteRow> {
        @Override
        protected void updateItem(@Nullable RemoteRow row, boolean empty) {
            super.updateItem(row, empty);
            getStyleClass().removeAll("error-text", "ok-text", "subtitle");
            if (row == null || empty) {
                setText(null);
                setGraphic(null);
            } else {
                setText(StateWords.of(row, model.clock()));
                setGraphic(Icon.of(shape(row.state())));
                getStyleClass().add(style(row.state()));
            }
        }
    }

    private static Feather shape(RowState state) {
        return switch (state) {
            case RowState.Paused paused -> Feather.PAUSE;
            case RowState.Ended ended -> Feather.POWER;
            case RowState.Checking checking -> Feather.LOADER;
            case RowState.Unchecked unchecked -> Feather.HELP_CIRCLE;
            case RowState.Welcomed welcomed -> Feather.CHECK_CIRCLE;
            case RowState.Refused refused -> Feather.ALERT_CIRCLE;
        };
    }

    private static String style(RowState state) {
        return switch (state) {
            case RowState.Welcomed welcomed -> "ok-text";
            case RowState.Refused refused -> "error-text";
            default -> "subtitle";
        };
    }
}
