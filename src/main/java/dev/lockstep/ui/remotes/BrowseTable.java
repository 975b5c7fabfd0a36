package dev.lockstep.ui.remotes;

import dev.lockstep.remote.Capability;
import dev.lockstep.remote.VendorContract;
import dev.lockstep.ui.kit.Controls;
import dev.lockstep.ui.kit.WordColumn;
import dev.lockstep.words.Ago;
import dev.lockstep.words.Legible;
import dev.lockstep.words.Text;
import dev.lockstep.words.VendorWords;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** A line for each secret that stands at a remote, with the columns that its vendor has something to tell in. */
final class BrowseTable {
    private static final double ROW = 36;

    private final Browser browser;
    private final TableView<Found> table = new TableView<>();
    private final Label placeholder = Controls.wrapped("", "subtitle");

    BrowseTable(Browser browser) {
        this.browser = browser;
        SortedList<Found> sorted = new SortedList<>(browser.shown());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.setId("found-table");
        table.setFixedCellSize(ROW);
        table.setMinHeight(4 * ROW);
        table.setAccessibleText(Text.of("remotes.list.rows"));
        table.setPlaceholder(placeholder);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        columns(browser.contract());
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(found -> browser.peeking().choose(Optional.ofNullable(found)));
    }

    TableView<Found> node() {
        return table;
    }

    /** Moves the keyboard to the list, to the name that is chosen or the first. */
    void enter() {
        table.requestFocus();
        if (table.getSelectionModel().isEmpty()) {
            table.getSelectionModel().selectFirst();
        }
    }

    void placeholder(String words) {
        placeholder.setText(words);
    }

    private void columns(VendorContract contract) {
        TableColumn<Found, Found> name = column(
                Text.of("remotes.list.name"),
                208,
                found -> found.secret().traces().deleted()
                        ? Text.of("remotes.list.deleted", found.name())
                        : found.name(),
                Comparator.comparing(Found::name, String.CASE_INSENSITIVE_ORDER));
        if (contract.can(Capability.MASK)) {
            text(
                    Text.of("remotes.list.mask", VendorWords.name(contract.vendor())),
                    216,
                    found -> found.secret().traces().mask());
        }
        if (contract.can(Capability.PROVIDER)) {
            text(Text.of("remotes.list.provider"), 84, found -> found.secret().provider());
        }
        if (contract.can(Capability.VERSIONS)) {
            column(
                    Text.of("remotes.list.version"),
                    80,
                    BrowseTable::version,
                    Comparator.comparingLong(
                            found -> found.secret().traces().version().orElse(0)));
        }
        if (contract.can(Capability.TIMESTAMPS)) {
            date(
                    Text.of("remotes.list.created"),
                    found -> found.secret().traces().created());
            date(
                    Text.of("remotes.list.modified"),
                    found -> found.secret().traces().modified());
        }
        table.getSortOrder().add(name);
    }

    private static String version(Found found) {
        var version = found.secret().traces().version();
        return version.isPresent() ? Text.of("remotes.list.version.number", version.getAsLong()) : "";
    }

    private void text(String title, double width, Function<Found, Optional<String>> told) {
        Function<Found, String> words = found -> Legible.line(told.apply(found).orElse(""));
        column(title, width, words, Comparator.comparing(words));
    }

    private void date(String title, Function<Found, Optional<Instant>> told) {
        column(
                title,
                148,
                found -> told.apply(found)
                        .map(when -> Ago.exact(when, browser.zone()))
                        .orElse(""),
                Comparator.comparing(found -> told.apply(found).orElse(Instant.MIN)));
    }

    private TableColumn<Found, Found> column(
            String title, double width, Function<Found, String> words, Comparator<Found> order) {
        TableColumn<Found, Found> column = WordColumn.of(title, width, words);
        column.setComparator(order);
        column.setSortable(true);
        column.setMinWidth(72);
        table.getColumns().add(column);
        return column;
    }
}
