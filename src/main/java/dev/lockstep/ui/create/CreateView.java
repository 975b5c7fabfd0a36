package dev.lockstep.ui.create;

import atlantafx.base.theme.Styles;
import dev.lockstep.ui.kit.GatePage;
import dev.lockstep.ui.kit.credentials.NewCodePane;
import dev.lockstep.ui.kit.credentials.NewPasswordPane;
import dev.lockstep.words.Text;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The wizard for a new vault: one step at a time on one card, Enter goes on and Esc leaves. */
public final class CreateView {
    private final CreateViewModel model;
    private final StepHeader header = new StepHeader();
    private final PlacePane place;
    private final NewPasswordPane password;
    private final NewCodePane recovery;
    private final DefaultsPane defaults;
    private final StartPane start;
    private final StackPane body = new StackPane();
    private final Button cancel = new Button(Text.of("create.cancel"));
    private final Button back = new Button(Text.of("create.back"));
    private final Button next = new Button();
    private final VBox working = working();
    private final HBox footer;
    private final Parent root;

    public CreateView(CreateViewModel model) {
        this.model = model;
        place = new PlacePane(model.place(), model.cost());
        password = new NewPasswordPane(model.password());
        recovery = new NewCodePane(model.recovery());
        defaults = new DefaultsPane(model.defaults());
        start = new StartPane(model);
        body.setAlignment(Pos.TOP_LEFT);
        body.setMinHeight(264);
        body.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        footer = footer();
        root = GatePage.of(GatePage.WIDEST, this::focus, header.root(), body, new StackPane(footer, working));
        model.stateProperty().subscribe(this::show);
    }

    public Parent root() {
        return root;
    }

    /** Boxes keep Enter to themselves, from where it would not reach the default button. */
    private void pressed(KeyEvent key) {
        boolean box = switch (key.getTarget()) {
            case CheckBox check -> true;
            case RadioButton radio -> true;
            case ComboBox<?> combo -> !combo.isShowing();
            default -> false;
        };
        if (key.getCode() == KeyCode.ENTER && box) {
            key.consume();
            next.fire();
        }
    }

    private HBox footer() {
        cancel.getStyleClass().add(Styles.FLAT);
        cancel.setCancelButton(true);
        cancel.setOnAction(pressed -> model.cancel());
        back.setOnAction(pressed -> model.back());
        next.setDefaultButton(true);
        next.setOnAction(pressed -> model.next());
        model.completeProperty().subscribe(complete -> next.setDisable(!complete));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(8, cancel, gap, back, next);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static VBox working() {
        Label words = new Label(Text.of("create.working"));
        words.getStyleClass().add("subtitle");
        ProgressBar bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(words.getText());
        VBox box = new VBox(8, bar, words);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private void show(CreateViewModel.State state) {
        boolean busy = state instanceof CreateViewModel.State.Creating;
        footer.setVisible(!busy);
        working.setVisible(busy);
        body.setDisable(busy);
        switch (state) {
            case CreateViewModel.State.Filling filling -> show(filling.step());
            case CreateViewModel.State.Creating creating -> start.show(null);
            case CreateViewModel.State.Failed failed -> start.show(failed.words());
            case CreateViewModel.State.Ended ended -> {
                password.wipe();
                recovery.conceal();
            }
        }
    }

    private void show(Step step) {
        start.show(null);
        recovery.conceal();
        header.show(step);
        body.getChildren().setAll(pane(step));
        back.setVisible(step != Step.PLACE);
        next.setText(step == Step.START ? Text.of("create.create") : Text.of("create.next"));
        focus();
    }

    private Parent pane(Step step) {
        return switch (step) {
            case PLACE -> place.root();
            case PASSWORD -> password.root();
            case RECOVERY -> recovery.root();
            case DEFAULTS -> defaults.root();
            case START -> start.root();
        };
    }

    private void focus() {
        if (root == null || root.getScene() == null) {
            return;
        }
        switch (model.step()) {
            case PLACE -> place.focus();
            case PASSWORD -> password.focus();
            case RECOVERY -> recovery.focus();
            case DEFAULTS -> defaults.focus();
            case START -> start.focus();
        }
    }
}
