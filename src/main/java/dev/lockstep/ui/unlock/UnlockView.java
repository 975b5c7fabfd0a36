package dev.lockstep.ui.unlock;

import atlantafx.base.theme.Styles;
import dev.lockstep.ui.kit.FailureNote;
import dev.lockstep.ui.kit.GatePage;
import dev.lockstep.ui.kit.SecretField;
import dev.lockstep.ui.kit.Text;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Asks for the password of one vault, or for its recovery code. */
public final class UnlockView {
    private static final double WIDTH = 440;

    private final UnlockViewModel model;
    private final Label asked = new Label();
    private final SecretField field = new SecretField();
    private final VBox entry = new VBox(4, asked, field);
    private final FailureNote note = new FailureNote();
    private final Button unlock = new Button(Text.of("unlock.unlock"));
    private final Button retry = new Button(Text.of("unlock.retry"));
    private final Button rescue = new Button(Text.of("unlock.rescue"));
    private final VBox working;
    private final Hyperlink otherWay = new Hyperlink();
    private final Parent root;

    public UnlockView(UnlockViewModel model) {
        this.model = model;
        this.working = working();
        asked.getStyleClass().add("field-label");
        asked.setLabelFor(field);
        buttons();
        VBox form = new VBox(12, entry, note.root(), unlock, retry, rescue, working);
        form.setFillWidth(true);
        root = GatePage.of(WIDTH, heading(), form, links());
        field.setOnEnter(this::submit);
        model.withCodeProperty().subscribe(this::asksFor);
        model.stateProperty().subscribe(this::show);
        root.sceneProperty().subscribe(scene -> Platform.runLater(field::requestFocus));
    }

    public Parent root() {
        return root;
    }

    private VBox heading() {
        Label name = new Label();
        name.getStyleClass().add("title");
        Label folder = new Label();
        folder.getStyleClass().add("subtitle");
        folder.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        Tooltip path = new Tooltip();
        folder.setTooltip(path);
        model.discretion().presentingProperty().subscribe(presenting -> {
            name.setText(model.discretion().line(model.file().name()));
            folder.setText(model.discretion().line(model.file().folder()));
            path.setText(model.discretion().line(model.file().path().toString()));
        });
        VBox heading = new VBox(4, name, folder);
        heading.setAlignment(Pos.CENTER);
        return heading;
    }

    private void buttons() {
        unlock.setDefaultButton(true);
        unlock.setOnAction(pressed -> submit());
        field.editsProperty().subscribe(edit -> unlock.setDisable(field.buffer().isEmpty()));
        retry.setOnAction(pressed -> model.retry());
        retry.getStyleClass().add(Styles.ACCENT);
        rescue.setId("rescue");
        rescue.setOnAction(pressed -> model.rescue());
        rescue.setMaxWidth(Double.MAX_VALUE);
        unlock.setMaxWidth(Double.MAX_VALUE);
        retry.setMaxWidth(Double.MAX_VALUE);
    }

    private VBox working() {
        ProgressBar bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(Text.of("unlock.working"));
        Label words = new Label(Text.of("unlock.working"));
        words.getStyleClass().add("subtitle");
        Button cancel = new Button(Text.of("unlock.cancel"));
        cancel.setCancelButton(true);
        cancel.setOnAction(pressed -> model.cancel());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(12, words, gap, cancel);
        row.setAlignment(Pos.CENTER_LEFT);
        return new VBox(8, bar, row);
    }

    private Node links() {
        otherWay.setOnAction(pressed -> model.ask(!model.withCodeProperty().get()));
        Hyperlink others = new Hyperlink(Text.of("unlock.others"));
        others.setOnAction(pressed -> model.others());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return new HBox(otherWay, gap, others);
    }

    private void submit() {
        model.unlock(field.buffer());
    }

    private void asksFor(boolean code) {
        field.clear();
        field.revealedProperty().set(code);
        asked.setText(code ? Text.of("unlock.code") : Text.of("unlock.password"));
        field.setAccessibleText(asked.getText());
        otherWay.setText(code ? Text.of("unlock.usePassword") : Text.of("unlock.useCode"));
        field.requestFocus();
    }

    private void show(UnlockViewModel.State state) {
        switch (state) {
            case UnlockViewModel.State.Ready ready -> arrange(true, false, false);
            case UnlockViewModel.State.Working busy -> arrange(true, true, false);
            case UnlockViewModel.State.Refused refused -> refused(refused);
            case UnlockViewModel.State.Ended ended -> field.clear();
            case UnlockViewModel.State.Broken broken -> {
                arrange(false, false, true);
                note.show(broken.words());
                retry.requestFocus();
            }
        }
    }

    private void refused(UnlockViewModel.State.Refused refused) {
        arrange(true, false, false);
        note.show(refused.words());
        if (!refused.keep()) {
            field.clear();
        }
        field.requestFocus();
    }

    private void arrange(boolean asking, boolean busy, boolean broken) {
        note.show(null);
        present(entry, asking);
        present(unlock, asking && !busy);
        present(working, busy);
        present(retry, broken);
        present(rescue, broken);
        otherWay.setVisible(asking && !busy);
        if (asking && !busy) {
            field.requestFocus();
        }
    }

    private static void present(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }
}
