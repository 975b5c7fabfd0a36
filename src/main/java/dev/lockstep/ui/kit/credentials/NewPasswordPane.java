package dev.lockstep.ui.kit.credentials;

import atlantafx.base.theme.Styles;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.ui.kit.Icon;
import dev.lockstep.ui.kit.SecretField;
import dev.lockstep.words.Text;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A new password on the screen: twice, with its strength in words, and a button that makes one. */
public final class NewPasswordPane {
    private final NewPassword step;
    private final SecretField first = new SecretField();
    private final SecretField again = new SecretField();
    private final StrengthMeter meter = new StrengthMeter();
    private final CheckLine check = new CheckLine();
    private final VBox root;

    /** Has the password read from its fields. */
    public NewPasswordPane(NewPassword step) {
        this(step, Text.of("new-password.first"), Text.of("new-password.again"));
    }

    /** Has something else read from its fields that is typed twice. */
    public NewPasswordPane(NewPassword step, String firstWords, String againWords) {
        this.step = step;
        Label password = label(firstWords, first);
        Button generate = new Button(Text.of("new-password.generate"), Icon.of(Feather.REFRESH_CW));
        generate.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        generate.setOnAction(pressed -> generate());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(8, password, gap, generate);
        head.setAlignment(Pos.CENTER_LEFT);
        Label repeat = label(againWords, again);
        root = new VBox(12, new VBox(4, head, first), meter.root(), new VBox(4, repeat, again, check.root()));
        step.attach(first.buffer(), again.buffer());
        first.editsProperty().subscribe(edit -> step.edited());
        again.editsProperty().subscribe(edit -> step.edited());
        step.strengthProperty().subscribe(meter::show);
        step.repeatProperty().subscribe(this::tell);
    }

    public Parent root() {
        return root;
    }

    public void focus() {
        first.requestFocus();
    }

    /** Wipes what was typed, and its drawing. */
    public void wipe() {
        first.clear();
        again.clear();
    }

    private static Label label(String words, SecretField field) {
        Label label = new Label(words);
        label.setLabelFor(field);
        label.getStyleClass().add("field-label");
        field.setAccessibleText(words);
        return label;
    }

    /** Shows what it made, to be written down, and wants it typed once more. */
    private void generate() {
        try (SecretValue made = step.generate()) {
            first.load(made);
        }
        first.revealedProperty().set(true);
        again.clear();
        check.say(CheckLine.Tone.PLAIN, Text.of("new-password.generated"));
        again.requestFocus();
    }

    private void tell(NewPassword.Repeat repeat) {
        switch (repeat) {
            case EMPTY, BEGUN -> check.clear();
            case BROKEN -> check.say(CheckLine.Tone.BAD, Text.of("new-password.broken"));
            case DIFFERS -> check.say(CheckLine.Tone.BAD, Text.of("new-password.differs"));
            case SAME -> check.say(CheckLine.Tone.GOOD, Text.of("new-password.same"));
        }
    }
}
