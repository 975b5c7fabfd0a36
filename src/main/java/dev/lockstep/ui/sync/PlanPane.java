package dev.lockstep.ui.sync;

import atlantafx.base.controls.CustomTextField;
import dev.lockstep.ui.kit.Controls;
import dev.lockstep.ui.kit.Filters;
import dev.lockstep.ui.kit.Icon;
import dev.lockstep.ui.kit.Panes;
import dev.lockstep.ui.kit.Shortcut;
import dev.lockstep.words.Text;
import dev.lockstep.words.sync.OperationWords;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The plan: rows by remote on the left, what is known and can be decided of the chosen one on the right. */
final class PlanPane implements Panes.Pane {
    private final PlanList list;
    private final PlanTable table;
    private final DetailsPane details;
    private final CustomTextField search = new CustomTextField();
    private final Label summary = new Label();
    private final Parent root;

    PlanPane(SyncViewModel model, Stage.Planned planned) {
        list = planned.plan();
        table = new PlanTable(planned, model);
        details = new DetailsPane(planned, model, table.node()::requestFocus);
        summary.setId("sync-summary");
        summary.getStyleClass().add("hint");
        summary.setWrapText(true);
        summary.setMinHeight(Region.USE_PREF_SIZE);
        list.planProperty().subscribe(plan -> summary.setText(OperationWords.summary(plan.summary())));
        VBox.setVgrow(table.node(), Priority.ALWAYS);
        VBox left = new VBox(8, search(), filters(), table.node(), summary);
        left.setMinWidth(0);
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox body = new HBox(16, left, details.root());
        body.setPadding(new Insets(4, 24, 12, 24));
        root = new Frame(model, planned, body).root();
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        table.node().addEventHandler(KeyEvent.KEY_PRESSED, this::inTable);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Node first() {
        return table.node();
    }

    private Node search() {
        search.setId("plan-search");
        search.setLeft(Icon.of(Feather.SEARCH));
        search.setPromptText(Text.of("sync.search"));
        search.setAccessibleText(Text.of("sync.search"));
        search.textProperty().bindBidirectional(list.searchProperty());
        Controls.searching(search, () -> table.node().requestFocus());
        return search;
    }

    private Node filters() {
        List<Show> all = List.of(Show.values());
        FlowPane filters = Filters.of("plan-filters", all, Show::words, list::count, list.showProperty());
        list.planProperty().subscribe((before, now) -> Filters.count(filters, all, Show::words, list::count));
        return filters;
    }

    private void pressed(KeyEvent key) {
        if (Shortcut.SEARCH.matches(key)) {
            key.consume();
            search.requestFocus();
            search.selectAll();
        }
    }

    private void inTable(KeyEvent key) {
        if (key.getCode() == KeyCode.SPACE) {
            key.consume();
            list.chosenProperty().get().ifPresent(list::tick);
        } else if (key.getCode() == KeyCode.ENTER && !key.isShortcutDown()) {
            key.consume();
            details.enter();
        }
    }
}
