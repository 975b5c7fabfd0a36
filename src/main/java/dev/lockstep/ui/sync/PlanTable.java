package dev.lockstep.ui.sync;

import dev.lockstep.sync.plan.Operation;
import dev.lockstep.sync.plan.Row;
import dev.lockstep.ui.kit.Icon;
import dev.lockstep.ui.kit.WordColumn;
import dev.lockstep.ui.kit.states.Sign;
import dev.lockstep.ui.kit.states.SignShape;
import dev.lockstep.words.Text;
import dev.lockstep.words.sync.OperationWords;
import dev.lockstep.words.sync.Spelling;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The lines of a plan. Only those in sight have nodes; deciding draws them anew and moves nothing. */
final class PlanTable {
    private static final double ROW = 36;
    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");

    private final PlanList list;
    private final Sites sites;
    private final Spelling spelling;
    private final TableView<Line> table = new TableView<>();
    private boolean laying;

    PlanTable(Stage.Planned planned, SyncViewModel model) {
        list = planned.plan();
        sites = planned.sites();
        spelling = model.spelling();
        table.setId("plan-table");
        table.setFixedCellSize(ROW);
        table.setMinHeight(4 * ROW);
        table.setPrefHeight(8 * ROW);
        table.setAccessibleText(Text.of("sync.rows"));
        table.setPlaceholder(
                new Label(model.scope().isEmpty() ? Text.of("sync.rows.no-remotes") : Text.of("sync.rows.none")));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getStyleClass().addAll("words-table", "sync-table");
        table.setRowFactory(any -> new LineRow());
        table.getColumns().add(ticks());
        table.getColumns().add(WordColumn.of(Text.of("sync.column.operation"), 150, this::operation, this::shape));
        table.getColumns().add(WordColumn.names(Text.of("sync.column.secret"), 190, this::secret));
        table.getColumns().add(WordColumn.names(Text.of("sync.column.there"), 190, this::there));
        table.setItems(list.lines());
        table.getSelectionModel().selectedItemProperty().subscribe(this::chosen);
        list.lines().addListener((ListChangeListener<Line>) change -> select());
        list.planProperty().subscribe((before, now) -> table.refresh());
        list.chosenProperty().subscribe(line -> select());
    }

    TableView<Line> node() {
        return table;
    }

    private void chosen(@Nullable Line line) {
        if (!laying && line != null) {
            list.chosenProperty().set(Optional.of(line));
        }
    }

    private void select() {
        if (laying) {
            return;
        }
        laying = true;
        Optional<Line> line = list.chosenProperty().get();
        if (line.isEmpty()) {
            table.getSelectionModel().clearSelection();
        } else if (!line.get().equals(table.getSelectionModel().getSelectedItem())) {
            int at = list.lines().indexOf(line.get());
            table.getSelectionModel().clearAndSelect(at);
            table.scrollTo(Math.max(0, at - 3));
        }
        laying = false;
    }

    private String secret(Line line) {
        return switch (line) {
            case Line.Heading heading -> spelling.name(sites.name(heading.remote()));
            case Line.Planned planned -> spelling.name(list.row(planned).name());
            case Line.Foreign foreign -> "";
        };
    }

    private String there(Line line) {
        return switch (line) {
            case Line.Heading heading -> spelling.name(sites.title(heading.remote()));
            case Line.Planned planned -> spelling.name(list.row(planned).key().there());
            case Line.Foreign foreign -> spelling.name(foreign.there());
        };
    }

    private TableColumn<Line, Line> ticks() {
        TableColumn<Line, Line> column = WordColumn.of("", 40, any -> "");
        column.setCellFactory(any -> new TickCell());
        column.setMinWidth(40);
        column.setMaxWidth(40);
        return column;
    }

    private String operation(Line line) {
        return switch (line) {
            case Line.Heading heading -> "";
            case Line.Planned planned -> OperationWords.of(list.row(planned).operation());
            case Line.Foreign foreign -> Sign.FOREIGN.words();
        };
    }

    private Optional<Node> shape(Line line) {
        return switch (line) {
            case Line.Heading heading -> Optional.empty();
            case Line.Planned planned -> Optional.of(icon(list.row(planned).operation()));
            case Line.Foreign foreign -> Optional.of(new SignShape(Sign.FOREIGN));
        };
    }

    /** The shape of an operation. */
    static FontIcon icon(Operation operation) {
        FontIcon icon = Icon.of(
                switch (operation) {
                    case CREATE -> Feather.PLUS_CIRCLE;
                    case UPDATE -> Feather.ARROW_UP_CIRCLE;
                    case DELETE -> Feather.TRASH_2;
                    case ADOPT -> Feather.LINK;
                    case PULL_NEW -> Feather.DOWNLOAD;
                    case PULL_VERSION -> Feather.ARROW_DOWN_CIRCLE;
                    case UNCHANGED -> Feather.MINUS;
                    case CONFLICT -> Feather.ALERT_TRIANGLE;
                    case BLOCKED -> Feather.SLASH;
                    case CANNOT_CHECK -> Feather.HELP_CIRCLE;
                });
        icon.getStyleClass().add(style(operation));
        return icon;
    }

    private static String style(Operation operation) {
        return switch (operation) {
            case CREATE, ADOPT, PULL_NEW -> "mood-good";
            case UPDATE, PULL_VERSION -> "mood-change";
            case DELETE, BLOCKED -> "mood-bad";
            case CONFLICT -> "mood-warn";
            case UNCHANGED, CANNOT_CHECK -> "mood-plain";
        };
    }

    /** Told by the keyboard through the row, so the box itself takes no focus. */
    private final class TickCell extends TableCell<Line, Line> {
        private final CheckBox box = new CheckBox();

        private TickCell() {
            box.setFocusTraversable(false);
            box.setOnAction(event -> {
                Line line = getItem();
                if (line != null) {
                    list.chosenProperty().set(Optional.of(line));
                    list.tick(line);
                }
            });
        }

        @Override
        protected void updateItem(@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            boolean shown = line != null && !empty && tickable(line);
            setGraphic(shown ? box : null);
            if (shown && line instanceof Line.Planned planned) {
                box.setSelected(list.row(planned).ticked());
            }
        }
    }

    private boolean tickable(Line line) {
        return line instanceof Line.Planned planned
                && list.row(planned).operation().action().isPresent();
    }

    private final class LineRow extends TableRow<Line> {
        @Override
        protected void updateItem(@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            pseudoClassStateChanged(HEADING, !empty && line instanceof Line.Heading);
            setAccessibleText(empty || line == null ? null : spoken(line));
        }

        private String spoken(Line line) {
            return switch (line) {
                case Line.Heading heading -> secret(line);
                case Line.Foreign foreign -> Text.of("sync.spoken.foreign", there(line));
                case Line.Planned planned -> {
                    Row row = list.row(planned);
                    String words = OperationWords.of(row.operation());
                    yield row.ticked()
                            ? Text.of("sync.spoken.ticked", words, secret(line), there(line))
                            : Text.of("sync.spoken", words, secret(line), there(line));
                }
            };
        }
    }
}
