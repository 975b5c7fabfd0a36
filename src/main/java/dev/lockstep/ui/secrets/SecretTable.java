package dev.lockstep.ui.secrets;

import dev.lockstep.model.SecretId;
import dev.lockstep.settings.Settings;
import dev.lockstep.ui.secrets.SecretsViewModel.Action;
import dev.lockstep.vault.Query;
import dev.lockstep.words.Text;
import java.util.Arrays;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;

/** The table of secrets. Its rows, order and selection are the view model's; it keeps none of its own. */
final class SecretTable {
    private static final double ROW = 36;
    private static final double COMPACT_ROW = 28;

    private static final PseudoClass OVERDUE = PseudoClass.getPseudoClass("overdue");

    private final SecretsViewModel model;
    private final Wording wording;
    private final ListViewModel list;
    private final TableView<Row> table = new TableView<>();
    private final ColumnMenu columnMenu;
    private final ContextMenu rowMenu;
    private boolean selecting;
    private boolean entering;

    SecretTable(SecretsViewModel model, Wording wording) {
        this.model = model;
        this.wording = wording;
        list = model.parts().list();
        table.getStyleClass().addAll("secret-table", "edge-to-edge");
        table.setAccessibleText(Text.of("secrets.table"));
        table.setTableMenuButtonVisible(true);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setItems(list.rows());
        Columns columns = new Columns(table, model, wording);
        columnMenu = new ColumnMenu(columns.all(), list);
        columns.all().values().forEach(column -> {
            ContextMenu menu = new ContextMenu();
            menu.setOnShowing(event -> menu.getItems().setAll(columnMenu.items()));
            menu.getItems().setAll(columnMenu.items());
            column.setContextMenu(menu);
        });
        rowMenu = new RowMenu(model).menu();
        table.setRowFactory(any -> row());
        fit(model.habits().settings().getValue());
        model.habits()
                .settings()
                .when(table.sceneProperty().map(scene -> true).orElse(false))
                .subscribe(this::fit);
        connect();
        TableKeys.onTable(table, model);
    }

    TableView<Row> node() {
        return table;
    }

    ColumnMenu columnMenu() {
        return columnMenu;
    }

    /** Moves the keyboard into the table, to the first row if none is selected, as soon as there is one. */
    void enter() {
        entering = true;
        selectFirst();
        table.requestFocus();
    }

    private void selectFirst() {
        if (entering && !list.rows().isEmpty()) {
            entering = false;
            if (table.getSelectionModel().isEmpty()) {
                table.getSelectionModel().select(0);
            }
        }
    }

    private void connect() {
        table.getSelectionModel().getSelectedIndices().addListener((ListChangeListener<Integer>) change -> selected());
        list.answersProperty().subscribe(number -> showSelection());
        model.tellingsProperty().subscribe(number -> table.refresh());
        model.onScreen(this::idsOnScreen);
        table.setOnContextMenuRequested(this::showRowMenu);
    }

    /** Shown by hand: a menu that is set on the rows would bring its keys into the whole window. */
    private void showRowMenu(ContextMenuEvent event) {
        boolean onRow = event.isKeyboardTrigger() || TableKeys.inside(event.getTarget(), TableRow.class);
        if (onRow && !table.getSelectionModel().isEmpty()) {
            rowMenu.show(table, event.getScreenX(), event.getScreenY());
            event.consume();
        }
    }

    private void fit(@Nullable Settings settings) {
        if (settings == null) {
            return;
        }
        table.setFixedCellSize(settings.look().compactRows() ? COMPACT_ROW : ROW);
    }

    private void selected() {
        if (!selecting) {
            int[] rows = table.getSelectionModel().getSelectedIndices().stream()
                    .mapToInt(Integer::intValue)
                    .sorted()
                    .toArray();
            list.select(rows);
        }
    }

    private void showSelection() {
        int[] rows = list.selectedRows();
        selecting = true;
        table.getSelectionModel().clearSelection();
        if (rows.length > 0) {
            table.getSelectionModel().selectIndices(rows[0], Arrays.copyOfRange(rows, 1, rows.length));
        }
        selecting = false;
        if (rows.length == 1) {
            table.getFocusModel().focus(rows[0]);
            bringIntoView(rows[0]);
        }
        selectFirst();
    }

    private void bringIntoView(int row) {
        VirtualFlow<?> flow = flow();
        if (flow == null) {
            table.scrollTo(row);
        } else {
            flow.scrollTo(row);
        }
    }

    private List<SecretId> idsOnScreen() {
        VirtualFlow<?> flow = flow();
        IndexedCell<?> first = flow == null ? null : flow.getFirstVisibleCell();
        IndexedCell<?> last = flow == null ? null : flow.getLastVisibleCell();
        return first == null || last == null ? List.of() : list.ids(first.getIndex(), last.getIndex() + 1);
    }

    private @Nullable VirtualFlow<?> flow() {
        return table.lookup(".virtual-flow") instanceof VirtualFlow<?> found ? found : null;
    }

    /** In the list of what is due, what is overdue has a mark at its edge. */
    private void mark(TableRow<Row> row, @Nullable Row item) {
        boolean due = list.scopeProperty().get() instanceof Query.Scope.RotateSoon;
        row.pseudoClassStateChanged(
                OVERDUE,
                due
                        && item != null
                        && item.entry()
                                .filter(entry -> wording.due(entry).mark() == Due.Mark.PAST)
                                .isPresent());
    }

    private TableRow<Row> row() {
        TableRow<Row> row = new TableRow<>();
        row.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && !row.isEmpty()) {
                model.run(Action.EDIT);
            }
        });
        RowDrag.from(row);
        row.itemProperty().subscribe(item -> mark(row, item));
        return row;
    }
}
