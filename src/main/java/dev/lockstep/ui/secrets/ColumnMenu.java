package dev.lockstep.ui.secrets;

import dev.lockstep.words.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.ToggleGroup;

/** The choice of columns and of the order, for the header, the toolbar and the menu bar; it works by keyboard where the header does not. */
final class ColumnMenu {
    private final Map<SecretColumn, TableColumn<Row, Row>> columns;
    private final ListViewModel list;

    ColumnMenu(Map<SecretColumn, TableColumn<Row, Row>> columns, ListViewModel list) {
        this.columns = columns;
        this.list = list;
    }

    /** New items each time: an item stands in one menu only. */
    List<MenuItem> items() {
        Stream<MenuItem> choices = Arrays.stream(SecretColumn.values()).map(this::choice);
        return Stream.concat(Stream.of(sortMenu(), new SeparatorMenuItem()), choices)
                .toList();
    }

    private MenuItem choice(SecretColumn column) {
        CheckMenuItem item = new CheckMenuItem(column.title());
        TableColumn<Row, Row> shown = columns.get(column);
        if (shown != null) {
            item.selectedProperty().bindBidirectional(shown.visibleProperty());
        }
        item.setDisable(column == SecretColumn.NAME);
        return item;
    }

    private Menu sortMenu() {
        Menu menu = new Menu(Text.of("secrets.sort"));
        ToggleGroup orders = new ToggleGroup();
        Arrays.stream(SecretColumn.values())
                .filter(column -> column.order().isPresent())
                .forEach(column -> menu.getItems().add(order(column, orders)));
        CheckMenuItem descending = new CheckMenuItem(Text.of("secrets.sort.descending"));
        descending.setOnAction(
                event -> list.sort(new Sorting(list.sortingProperty().get().order(), descending.isSelected())));
        menu.getItems().addAll(new SeparatorMenuItem(), descending);
        menu.setOnShowing(event -> {
            Sorting now = list.sortingProperty().get();
            descending.setSelected(now.descending());
            orders.getToggles().stream()
                    .filter(toggle -> now.order().equals(toggle.getUserData()))
                    .forEach(orders::selectToggle);
        });
        return menu;
    }

    private MenuItem order(SecretColumn column, ToggleGroup orders) {
        RadioMenuItem item = new RadioMenuItem(column.title());
        item.setToggleGroup(orders);
        column.order().ifPresent(order -> {
            item.setUserData(order);
            item.setOnAction(event ->
                    list.sort(new Sorting(order, list.sortingProperty().get().descending())));
        });
        return item;
    }
}
