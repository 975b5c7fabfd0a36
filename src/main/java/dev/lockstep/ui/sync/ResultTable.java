package dev.lockstep.ui.sync;

import dev.lockstep.sync.apply.RowResult;
import dev.lockstep.sync.plan.Row;
import dev.lockstep.ui.kit.Icon;
import dev.lockstep.ui.kit.WordColumn;
import dev.lockstep.words.Text;
import dev.lockstep.words.sync.OperationWords;
import dev.lockstep.words.sync.ResultWords;
import dev.lockstep.words.sync.Spelling;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.TableView;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Rows with what became of them so far. */
final class ResultTable {
    private static final double ROW = 36;

    private final Function<Row, Optional<Live.Step>> steps;
    private final Spelling spelling;
    private final TableView<Row> table = new TableView<>();

    ResultTable(Sites sites, Spelling spelling, Function<Row, Optional<Live.Step>> steps) {
        this.steps = steps;
        this.spelling = spelling;
        table.setId("result-table");
        table.setFixedCellSize(ROW);
        table.setMinHeight(4 * ROW);
        table.setPrefHeight(8 * ROW);
        table.setAccessibleText(Text.of("sync.results"));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getStyleClass().addAll("words-table", "sync-table");
        table.getColumns()
                .setAll(List.of(
                        WordColumn.of(
                                Text.of("sync.column.operation"),
                                150,
                                row -> OperationWords.of(row.operation()),
                                row -> Optional.of(PlanTable.icon(row.operation()))),
                        WordColumn.names(
                                Text.of("sync.details.remote"),
                                140,
                                row -> spelling.name(sites.name(row.key().remote()))),
                        WordColumn.names(
                                Text.of("sync.column.there"),
                                200,
                                row -> spelling.name(row.key().there())),
                        WordColumn.of(Text.of("sync.column.result"), 340, this::told, this::icon)));
    }

    /** Shows these rows as they are now. */
    void show(List<Row> rows) {
        if (!table.getItems().equals(rows)) {
            table.getItems().setAll(rows);
        }
        table.refresh();
    }

    TableView<Row> node() {
        return table;
    }

    private String told(Row row) {
        return steps.apply(row)
                .map(step -> switch (step) {
                    case Live.Step.Running running -> Text.of("sync.result.running");
                    case Live.Step.Over over -> ResultWords.of(over.result(), spelling);
                })
                .orElseGet(() -> Text.of("sync.result.waiting"));
    }

    private Optional<FontIcon> icon(Row row) {
        return steps.apply(row).map(step -> switch (step) {
            case Live.Step.Running running -> Icon.of(Feather.LOADER);
            case Live.Step.Over over -> icon(over.result());
        });
    }

    private static FontIcon icon(RowResult result) {
        FontIcon icon = Icon.of(
                switch (result) {
                    case RowResult.Done done -> Feather.CHECK_CIRCLE;
                    case RowResult.Remembered remembered -> Feather.CHECK_CIRCLE;
                    case RowResult.Refused refused -> Feather.X_CIRCLE;
                    case RowResult.NotSent unsent -> Feather.CLOUD_OFF;
                    case RowResult.NotKept unkept -> Feather.X_CIRCLE;
                    case RowResult.Unknown unknown -> Feather.ALERT_CIRCLE;
                    case RowResult.NotTried untried -> Feather.MINUS_CIRCLE;
                });
        boolean open = result instanceof RowResult.Unknown || result instanceof RowResult.NotTried;
        icon.getStyleClass().add(ResultWords.isGood(result) ? "mood-good" : open ? "mood-warn" : "mood-bad");
        return icon;
    }
}
