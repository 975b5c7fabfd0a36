package dev.lockstep.ui.secrets;

import dev.lockstep.ui.kit.Discretion;
import dev.lockstep.vault.Query;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** The table's columns: made, arranged as remembered, and their arrangement and order told to the view model. */
final class Columns {
    private static final double LEAST_NAME = 220;
    private static final double SHOWN_VALUE = 340;
    private static final double MENU_BUTTON = 20;

    private final TableView<Row> table;
    private final Parts parts;
    private final Discretion discretion;
    private final Wording wording;
    private final MarkWords words;
    private final Map<SecretColumn, TableColumn<Row, Row>> columns = new EnumMap<>(SecretColumn.class);
    private boolean arranging = true;
    private boolean laidOut;
    private double narrow;
    private Optional<Place> usual = Optional.empty();

    /** Where the column of the days is in every other list. */
    private record Place(int index, boolean visible) {}

    Columns(TableView<Row> table, SecretsViewModel model, Wording wording) {
        this.table = table;
        this.parts = model.parts();
        this.discretion = model.habits().discretion();
        this.wording = wording;
        words = new MarkWords(model.habits());
        Arrays.stream(SecretColumn.values()).forEach(column -> columns.put(column, column(column)));
        table.setSortPolicy(any -> {
            sorted();
            return true;
        });
        arrange();
        listen();
        table.widthProperty().subscribe(this::stretch);
    }

    Map<SecretColumn, TableColumn<Row, Row>> all() {
        return columns;
    }

    private TableColumn<Row, Row> column(SecretColumn column) {
        TableColumn<Row, Row> made = new TableColumn<>(column.title());
        made.setId(column.id());
        made.setUserData(column);
        made.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        made.setCellFactory(any -> new EntryCell(() -> content(column)));
        made.setSortable(column.order().isPresent());
        made.setMinWidth(48);
        made.setPrefWidth(parts.layout().width(column).orElse(column.width()));
        if (column.numeric()) {
            made.getStyleClass().add("align-right");
        }
        return made;
    }

    private EntryCell.Content content(SecretColumn column) {
        return switch (column) {
            case NAME -> new NameContent(parts, discretion);
            case VALUE -> new ValueContent(parts.shown());
            case ROTATE_BY -> new DueContent(wording, false);
            case REMOTES -> new MarksContent(parts.marks(), new RemoteShapes(words));
            case LAST_SYNCED -> new MarksContent(parts.marks(), new LastSynced(words));
            case ID -> new TextContent(wording.column(column), "mono");
            case ENVIRONMENT,
                    UPDATED,
                    TAGS,
                    DESCRIPTION,
                    CREATED,
                    VALUE_CHANGED,
                    SIZE,
                    VERSIONS,
                    STRENGTH,
                    LAST_REVEALED -> new TextContent(wording.column(column), "muted-cell");
        };
    }

    private void arrange() {
        boolean connected = parts.marks().connectedProperty().get();
        List<SecretColumn> visible = parts.layout().columns().stream()
                .filter(column -> column != SecretColumn.REMOTES
                        || connected
                        || parts.layout().remembered())
                .toList();
        Stream<SecretColumn> hidden = Arrays.stream(SecretColumn.values()).filter(column -> !visible.contains(column));
        for (SecretColumn column : Stream.concat(visible.stream(), hidden).toList()) {
            TableColumn<Row, Row> made = get(column);
            made.setVisible(visible.contains(column));
            table.getColumns().add(made);
        }
        showOrder(parts.list().sortingProperty().get());
    }

    private void listen() {
        table.getVisibleLeafColumns().subscribe(this::tell);
        columns.values().forEach(column -> column.widthProperty().subscribe(width -> tell()));
        parts.list().sortingProperty().subscribe(this::showOrder);
        parts.list().scopeProperty().subscribe(this::lend);
        parts.marks().connectedProperty().subscribe((before, now) -> connect(now));
        parts.shown().countProperty().map(count -> count.intValue() > 0).subscribe((before, now) -> widen(now));
    }

    /** The name takes what is left, until widths are remembered. */
    private void stretch(Number width) {
        if (width.doubleValue() == 0) {
            return;
        }
        if (parts.layout().remembered()) {
            laidOut = true;
            return;
        }
        TableColumn<Row, Row> name = get(SecretColumn.NAME);
        double others = table.getVisibleLeafColumns().stream()
                .filter(column -> !column.equals(name))
                .mapToDouble(TableColumn::getWidth)
                .sum();
        laidOut = false;
        name.setPrefWidth(Math.max(LEAST_NAME, width.doubleValue() - others - MENU_BUTTON));
        laidOut = true;
    }

    /** The column of the remotes comes with the first one, and goes with the last unless the user arranged the table. */
    private void connect(boolean connected) {
        if (connected || !parts.layout().remembered()) {
            laidOut = parts.layout().remembered();
            get(SecretColumn.REMOTES).setVisible(connected);
            stretch(table.getWidth());
        }
    }

    /** While values are shown in the table their column is as wide as they need; that is not remembered. */
    private void widen(boolean values) {
        TableColumn<Row, Row> value = get(SecretColumn.VALUE);
        laidOut = false;
        if (values) {
            narrow = value.getWidth();
            value.setPrefWidth(Math.max(narrow, SHOWN_VALUE));
        } else {
            value.setPrefWidth(narrow);
        }
        laidOut = true;
    }

    /** The list of what is due shows the days beside the names, wherever their column is otherwise; that is not remembered. */
    private void lend(Query.Scope scope) {
        boolean due = scope instanceof Query.Scope.RotateSoon;
        if (due == usual.isPresent()) {
            return;
        }
        laidOut = false;
        TableColumn<Row, Row> days = get(SecretColumn.ROTATE_BY);
        List<TableColumn<Row, ?>> order = new ArrayList<>(table.getColumns());
        Place former = usual.orElseGet(() -> new Place(order.indexOf(days), days.isVisible()));
        order.remove(days);
        order.add(due ? order.indexOf(get(SecretColumn.NAME)) + 1 : former.index(), days);
        table.getColumns().setAll(order);
        days.setVisible(due || former.visible());
        showOrder(parts.list().sortingProperty().get());
        usual = due ? Optional.of(former) : Optional.empty();
        laidOut = true;
        tell();
    }

    private void tell() {
        if (!laidOut || usual.isPresent()) {
            return;
        }
        List<TableColumn<Row, ?>> visible = List.copyOf(table.getVisibleLeafColumns());
        parts.layout()
                .shape(
                        visible.stream().map(TableColumn::getId).toList(),
                        visible.stream().map(TableColumn::getWidth).toList());
    }

    private void sorted() {
        if (arranging) {
            return;
        }
        Sorting by = table.getSortOrder().stream()
                .findFirst()
                .filter(column -> column.getUserData() instanceof SecretColumn)
                .flatMap(column -> ((SecretColumn) column.getUserData())
                        .order()
                        .map(order -> new Sorting(order, column.getSortType() == TableColumn.SortType.DESCENDING)))
                .orElse(Sorting.BY_NAME);
        parts.list().sort(by);
    }

    private void showOrder(Sorting now) {
        arranging = true;
        SecretColumn.ofOrder(now.order()).map(this::get).ifPresent(column -> {
            column.setSortType(now.descending() ? TableColumn.SortType.DESCENDING : TableColumn.SortType.ASCENDING);
            if (table.getSortOrder().size() != 1
                    || !table.getSortOrder().getFirst().equals(column)) {
                table.getSortOrder().setAll(List.of(column));
            }
        });
        arranging = false;
    }

    private TableColumn<Row, Row> get(SecretColumn column) {
        return Objects.requireNonNull(columns.get(column));
    }
}
