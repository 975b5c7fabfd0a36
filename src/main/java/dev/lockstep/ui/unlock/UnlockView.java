package dev.lockstep.ui.unlock;

import atlantafx.base.theme.Styles;
import dev.lockstep.ui.kit.FailureNote;
import dev.lockstep.ui.kit.GatePage;
import dev.lockstep.ui.kit.Icon;
import dev.lockstep.ui.kit.SecretField;
import dev.lockstep.ui.kit.Tip;
import dev.lockstep.ui.kit.credentials.KeyFilePane;
import dev.lockstep.ui.unlock.UnlockViewModel.State;
import dev.lockstep.words.KeystoreWords;
import dev.lockstep.words.Text;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Asks for the password of one vault, or for its recovery code. */
public final class UnlockView {
    private static final double WIDTH = 440;

    private final UnlockViewModel model;
    private final Label asked = new Label();
    private final SecretField field = new SecretField();
    private final KeyFilePane keyFile;
    private final CheckBox remember = new CheckBox(Text.of("unlock.remember"));
    private final VBox keyFileEntry;
    private final VBox entry;
    private final Button quick;
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
        keyFile = new KeyFilePane(model.ways().keyFile(), model.discretion());
        keyFileEntry = new VBox(8, keyFile.root(), remember);
        entry = new VBox(12, new VBox(4, asked, field), keyFileEntry);
        quick = quick();
        asked.getStyleClass().add("field-label");
        asked.setLabelFor(field);
        buttons();
        VBox form = new VBox(12, entry, note.root(), unlock, quick, retry, rescue, working);
        form.setFillWidth(true);
        root = GatePage.of(WIDTH, this::enter, heading(), form, links());
        keyFile.acceptDrops(root);
        remember.selectedProperty().bindBidirectional(model.ways().rememberedProperty());
        field.setOnEnter(this::submit);
        model.withCodeProperty().subscribe(this::asksFor);
        model.ways().waysProperty().subscribe(ways -> arrangeWays());
        model.ways().quickProperty().subscribe(offered -> arrangeWays());
        model.stateProperty().subscribe(this::show);
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
        Tooltip path = new Tip();
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

    private Button quick() {
        Button button = new Button("", Icon.of(Feather.ZAP));
        button.setId("quick-unlock");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setTooltip(new Tip(Text.of("unlock.quick.hint")));
        button.setOnAction(pressed -> model.quick());
        return button;
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

    /** With nothing typed, what the system keeps is tried. */
    private void submit() {
        if (field.buffer().isEmpty()) {
            model.quick();
        } else {
            model.unlock(field.buffer());
        }
    }

    private void asksFor(boolean code) {
        field.clear();
        field.revealedProperty().set(code);
        asked.setText(code ? Text.of("unlock.code") : Text.of("unlock.password"));
        field.setAccessibleText(asked.getText());
        otherWay.setText(code ? Text.of("unlock.usePassword") : Text.of("unlock.useCode"));
        arrangeWays();
        field.requestFocus();
    }

    /** Shows what the ways into this vault need. */
    private void arrangeWays() {
        State state = model.stateProperty().get();
        boolean asking = state instanceof State.Ready || state instanceof State.Refused;
        boolean code = model.withCodeProperty().get();
        present(keyFileEntry, !code && model.ways().wantsKeyFile());
        boolean offered = model.ways().quickProperty().get();
        if (offered && quick.getText().isEmpty()) {
            // what it is called is known by the keystore, which is not loaded for vaults that it keeps nothing of
            quick.setText(Text.of(
                    "unlock.quick", KeystoreWords.name(model.ways().keystore().kind())));
        }
        present(quick, asking && !code && offered);
        boolean both = model.ways().takesCode() && model.ways().takesPassword();
        otherWay.setVisible(asking && (both || code != model.ways().takesCode()));
    }

    private void enter() {
        if (model.stateProperty().get() instanceof State.Broken) {
            retry.requestFocus();
        } else {
            field.requestFocus();
        }
    }

    private void show(State state) {
        switch (state) {
            case State.Ready ready -> arrange(true, false, false);
            case State.Working busy -> arrange(true, true, false);
            case State.Refused refused -> refused(refused);
            case State.Ended ended -> field.clear();
            case State.Broken broken -> {
                arrange(false, false, true);
                note.show(broken.words());
                enter();
            }
        }
    }

    private void refused(State.Refused refused) {
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
        arrangeWays();
        if (asking && !busy) {
            field.requestFocus();
        }
    }

    private static void present(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }
}
