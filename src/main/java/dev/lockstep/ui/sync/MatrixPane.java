package dev.lockstep.ui.sync;

import atlantafx.base.theme.Styles;
import dev.lockstep.sync.plan.Row;
import dev.lockstep.sync.plan.Standing;
import dev.lockstep.ui.kit.Controls;
import dev.lockstep.ui.kit.Filters;
import dev.lockstep.ui.kit.Panes;
import dev.lockstep.ui.kit.states.Sign;
import dev.lockstep.ui.kit.states.SignShape;
import dev.lockstep.words.Text;
import dev.lockstep.words.sync.OperationWords;
import dev.lockstep.words.sync.ReasonWords;
import dev.lockstep.words.sync.Spelling;
import dev.lockstep.words.sync.StateWords;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Every secret at every remote as a shape; a cell opens what is known of it. */
final class MatrixPane implements Panes.Pane {
    private final SyncViewModel model;
    private final Stage.Planned planned;
    private final MatrixList list;
    private final MatrixTable table;
    private final StateWords states;
    private final VBox evidence = new VBox(12);
    private final ScrollPane side = new ScrollPane(evidence);
    private final Parent root;

    MatrixPane(SyncViewModel model, Stage.Planned planned) {
        this.model = model;
        this.planned = planned;
        list = planned.matrix();
        states = new StateWords(model.spelling().clock());
        table = new MatrixTable(list, model);
        VBox.setVgrow(table.node(), Priority.ALWAYS);
        VBox left = new VBox(8, bar(), legend(), table.node());
        left.setMinWidth(0);
        HBox.setHgrow(left, Priority.ALWAYS);
        evidence.setId("matrix-evidence");
        evidence.setPadding(new Insets(12));
        side.setFitToWidth(true);
        side.setFocusTraversable(false);
        side.setPrefWidth(280);
        side.setMinWidth(240);
        side.getStyleClass().addAll("sync-details", "edge-to-edge");
        side.visibleProperty().bind(list.evidenceProperty());
        side.managedProperty().bind(side.visibleProperty());
        list.chosenProperty().subscribe(spot -> tell());
        planned.plan().planProperty().subscribe((before, now) -> tell());
        HBox body = new HBox(16, left, side);
        body.setPadding(new Insets(4, 24, 12, 24));
        root = new Frame(model, planned, body).root();
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        table.node().addEventFilter(KeyEvent.KEY_PRESSED, this::inTable);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Node first() {
        return table.node();
    }

    private Node bar() {
        FlowPane filters =
                Filters.of("matrix-filters", List.of(Gap.values()), Gap::words, list::count, list.gapProperty());
        ToggleButton key = new ToggleButton(Text.of("sync.legend"));
        key.setId("matrix-legend");
        key.selectedProperty().bindBidirectional(list.legendProperty());
        key.getStyleClass().addAll(Styles.SMALL, "filter");
        key.setMinWidth(ToggleButton.USE_PREF_SIZE);
        filters.getChildren().add(key);
        return filters;
    }

    private Node legend() {
        FlowPane legend = new FlowPane(16, 4);
        legend.getStyleClass().addAll("notice", "legend");
        for (Sign sign : Sign.values()) {
            Label words = new Label(sign.words(), new SignShape(sign));
            words.setGraphicTextGap(8);
            legend.getChildren().add(words);
        }
        legend.visibleProperty().bind(list.legendProperty());
        legend.managedProperty().bind(legend.visibleProperty());
        return legend;
    }

    private void pressed(KeyEvent key) {
        if (key.getCode() == KeyCode.L && !key.isShortcutDown() && !key.isAltDown()) {
            key.consume();
            list.legendProperty().set(!list.legendProperty().get());
        } else if (key.getCode() == KeyCode.ESCAPE && list.evidenceProperty().get()) {
            key.consume();
            list.evidenceProperty().set(false);
            table.node().requestFocus();
        }
    }

    private void inTable(KeyEvent key) {
        if (key.getCode() == KeyCode.ENTER && !key.isShortcutDown()) {
            key.consume();
            list.evidenceProperty().set(!list.evidenceProperty().get());
        } else if (key.getCode() == KeyCode.SPACE) {
            key.consume();
            row().ifPresentOrElse(this::add, () -> list.evidenceProperty().set(true));
        }
    }

    /** A row with something to do is ticked; of another it is told why there is nothing. */
    private void add(Row row) {
        if (row.operation().action().isPresent()) {
            planned.plan().add(row.key());
        }
        list.evidenceProperty().set(true);
    }

    private Optional<Row> row() {
        return list.chosenProperty()
                .get()
                .flatMap(spot -> spot.cell().standing())
                .map(Standing::key)
                .flatMap(planned.plan().plan()::row);
    }

    private void tell() {
        evidence.getChildren().clear();
        Optional<MatrixList.Spot> chosen = list.chosenProperty().get();
        if (chosen.isEmpty()) {
            evidence.getChildren().add(Controls.wrapped(Text.of("sync.matrix.choose"), "hint"));
            return;
        }
        MatrixList.Spot spot = chosen.get();
        Matrix.Cell cell = spot.cell();
        Spelling spelling = model.spelling();
        evidence.getChildren()
                .addAll(
                        Controls.wrapped(spelling.name(spot.entry().name()), "field-label"),
                        Controls.wrapped(spelling.name(planned.sites().name(spot.remote())), "hint"));
        String words = cell.standing()
                .map(standing -> states.of(standing.state()))
                .orElseGet(() -> cell.sign().words());
        HBox state = new HBox(8, new SignShape(cell.sign()), Controls.wrapped(words, "notice-title"));
        state.setAlignment(Pos.CENTER_LEFT);
        evidence.getChildren().add(state);
        cell.standing()
                .ifPresent(standing ->
                        evidence.getChildren().add(Controls.wrapped(states.evidence(standing.state()), "words")));
        if (cell.sign() == Sign.FOREIGN && cell.standing().isEmpty()) {
            evidence.getChildren().add(Controls.wrapped(Text.of("sync.foreign.told"), "words"));
        }
        row().ifPresent(this::inPlan);
        totals(spot);
    }

    private void inPlan(Row row) {
        Label heading = new Label(Text.of("sync.details.plan"));
        heading.getStyleClass().add("section");
        Label operation = Controls.wrapped(OperationWords.of(row.operation()), "words");
        operation.setGraphic(PlanTable.icon(row.operation()));
        VBox told = new VBox(
                2, heading, operation, Controls.wrapped(new ReasonWords(model.spelling()).of(row.reason()), "hint"));
        if (row.operation().action().isPresent()) {
            String ticked = row.ticked() ? Text.of("sync.matrix.ticked") : Text.of("sync.matrix.unticked");
            told.getChildren().add(Controls.wrapped(ticked, "hint"));
        }
        evidence.getChildren().add(told);
        Button open = Controls.button(
                "matrix-to-plan", Text.of("sync.matrix.to-plan"), () -> model.toPlan(planned, row.key()));
        evidence.getChildren().add(open);
    }

    /** What the column comes to. */
    private void totals(MatrixList.Spot spot) {
        boolean all = model.scope().only().secrets().isEmpty();
        Label heading = new Label(all ? Text.of("sync.matrix.totals") : Text.of("sync.matrix.totals.only"));
        heading.getStyleClass().add("section");
        VBox box = new VBox(2, heading);
        Map<Sign, Integer> totals = list.matrix().total(spot.remote());
        for (Sign sign : Sign.values()) {
            int count = totals.getOrDefault(sign, 0);
            if (count > 0) {
                Label line = new Label(Text.of("sync.matrix.total", sign.words(), count), new SignShape(sign));
                line.setGraphicTextGap(8);
                box.getChildren().add(line);
            }
        }
        evidence.getChildren().add(box);
    }
}
