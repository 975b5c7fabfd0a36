package dev.lockstep.ui.rotation;

import atlantafx.base.theme.Styles;
import dev.lockstep.sync.rotation.Survey;
import dev.lockstep.ui.kit.Controls;
import dev.lockstep.ui.kit.FailureNote;
import dev.lockstep.ui.kit.Panes;
import dev.lockstep.ui.kit.SheetPage;
import dev.lockstep.ui.kit.Shortcut;
import dev.lockstep.words.Text;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** How far a run is: each secret at each remote, and what is left to do. */
final class RunPane implements Panes.Pane {
    private final RotationViewModel model;
    private final RunList run;
    private final Survey survey;
    private final TableView<Item> table = Tables.table("run-table", Text.of("rotation.run"));
    private final Parent root;

    RunPane(RotationViewModel model, RunList run) {
        this.model = model;
        this.run = run;
        survey = run.survey();
        fill();
        BorderPane body = new BorderPane(table); // before what stands above it: it has the keyboard first
        body.setTop(new VBox(12, summary(), progress()));
        BorderPane.setMargin(table, new Insets(12, 0, 0, 0));
        body.setPadding(new Insets(4, 24, 12, 24));
        String begun = model.telling().exact(survey.rotation().begun());
        root = new SheetPage(Text.of("rotation.run.title", begun), body)
                .notices(FailureNote.of(model.failureProperty()))
                .buttons(giveUp(), acceptChosen(), acceptAll(), SheetPage.spring(), back(), next())
                .filling()
                .prefSize(RotationView.WIDTH, RotationView.HEIGHT)
                .root();
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Node first() {
        return table;
    }

    private Node summary() {
        Label words = Controls.wrapped(told(), "words");
        words.setId("run-summary");
        VBox note = new VBox(words);
        note.getStyleClass().addAll("notice", isFinished() ? "notice-ok" : "notice-warn");
        return note;
    }

    private boolean isFinished() {
        return !survey.rotation().isOpen();
    }

    private String told() {
        if (isFinished()) {
            String when =
                    survey.rotation().finished().map(model.telling()::exact).orElse("");
            return Text.of("rotation.run.finished", when);
        }
        if (!survey.unrenewed().isEmpty()) {
            return Text.of("rotation.run.wants-values", survey.unrenewed().size());
        }
        boolean onlyTrust = run.acceptable().size() == survey.open().size();
        return onlyTrust
                ? Text.of("rotation.run.wants-trust", survey.open().size())
                : Text.of("rotation.run.wants-plan", survey.open().size());
    }

    private Node progress() {
        int done = run.count(Show.DONE);
        ProgressBar bar = new ProgressBar(run.size() == 0 ? 1 : (double) done / run.size());
        bar.setPrefWidth(200);
        Label words = new Label(Text.of("rotation.run.progress", done, run.size()));
        words.getStyleClass().add("hint");
        bar.setAccessibleText(words.getText());
        ComboBox<Show> show = Parts.bound(
                Parts.choice(
                        "run-show",
                        Text.of("rotation.show"),
                        List.of(Show.values()),
                        one -> one.words() + "  " + run.count(one)),
                run.showProperty());
        HBox line = new HBox(12, show, SheetPage.spring(), words, bar);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void fill() {
        Tables.column(
                table,
                Text.of("rotation.column.secret"),
                260,
                item -> model.telling().name(item.line().name()));
        Tables.column(
                table,
                Text.of("rotation.column.remote"),
                220,
                item -> item.cell()
                        .map(cell -> model.telling().name(run.remote(cell.remote())))
                        .orElseGet(() -> Text.of("rotation.here")));
        Tables.column(table, Text.of("rotation.column.state"), 420, StageSign::words, StageSign::shape);
        table.setItems(run.shown());
        table.setPlaceholder(Controls.wrapped(Text.of("rotation.run.none"), "hint"));
        run.chosenProperty().get().ifPresent(item -> table.getSelectionModel().select(item));
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(item -> run.chosenProperty().set(Optional.ofNullable(item)));
        if (run.chosenProperty().get().isEmpty()) {
            table.getSelectionModel().selectFirst();
        }
        Tables.onEnter(table, this::step);
    }

    private Button giveUp() {
        Button button = Controls.button(
                "give-up",
                isFinished() ? Text.of("rotation.run.remove") : Text.of("rotation.run.give-up"),
                model::giveUp);
        button.setDisable(model.readOnly());
        return button;
    }

    private Button acceptChosen() {
        Button button = Controls.button(
                "accept-one", Text.of("rotation.run.accept"), () -> model.accept(run.acceptableChosen()));
        run.chosenProperty()
                .subscribe(item -> button.setDisable(
                        model.readOnly() || run.acceptableChosen().isEmpty()));
        hideWhenFinished(button);
        return button;
    }

    private Button acceptAll() {
        Button button = Controls.button(
                "accept-all",
                Text.of("rotation.run.accept-all", run.acceptable().size()),
                () -> model.accept(run.acceptable()));
        button.setDisable(model.readOnly() || run.acceptable().isEmpty());
        hideWhenFinished(button);
        return button;
    }

    private void hideWhenFinished(Button button) {
        button.setVisible(!isFinished());
        button.setManaged(!isFinished());
    }

    private Button back() {
        return Controls.button("all-runs", Text.of("rotation.run.all"), model::leave);
    }

    /** What comes next stands out. */
    private Button next() {
        String words = isFinished()
                ? Text.of("rotation.close")
                : survey.unrenewed().isEmpty() ? Text.of("rotation.run.plan") : Text.of("rotation.run.values");
        Button button = Controls.button("next-step", words, this::step);
        button.getStyleClass().add(Styles.ACCENT);
        button.setDisable(!isFinished() && (model.readOnly() || !(run.isPushable() || wantsValues())));
        return button;
    }

    private boolean wantsValues() {
        return !survey.unrenewed().isEmpty();
    }

    private void pressed(KeyEvent key) {
        if (Shortcut.APPLY_SYNC.matches(key)) {
            key.consume();
            step();
        }
    }

    private void step() {
        if (isFinished()) {
            model.close();
        } else if (wantsValues()) {
            model.enter();
        } else {
            model.plan();
        }
    }
}
