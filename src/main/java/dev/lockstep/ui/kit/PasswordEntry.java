package dev.lockstep.ui.kit;

import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A field for a password with its label, a button that shows what was typed, and a hint while Caps Lock is on. */
public final class PasswordEntry {
    private final SecretField field = new SecretField();
    private final Label label = new Label();
    private final Label capsLock = new Label(Text.of("password.capsLock"), Icon.of(Feather.ALERT_TRIANGLE));
    private final VBox root;

    /** An empty field under these words. */
    public PasswordEntry(String words) {
        label.getStyleClass().add("field-label");
        label.setLabelFor(field);
        rename(words);
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox row = new HBox(4, field, revealButton());
        row.setAlignment(Pos.CENTER_LEFT);
        capsLock.getStyleClass().addAll("hint", "warn-text");
        root = new VBox(4, label, row, capsLock);
        watchCapsLock();
    }

    public Parent root() {
        return root;
    }

    /** The field itself, for its content and its focus. */
    public SecretField field() {
        return field;
    }

    /** Says anew what is to be typed. */
    public void rename(String words) {
        label.setText(words);
        field.setAccessibleText(words);
    }

    private Button revealButton() {
        Button button = Icon.button(Feather.EYE, Text.of("password.show"));
        FontIcon icon = (FontIcon) button.getGraphic();
        var shown = field.revealedProperty();
        var words = Bindings.when(shown).then(Text.of("password.hide")).otherwise(Text.of("password.show"));
        button.accessibleTextProperty().bind(words);
        button.getTooltip().textProperty().bind(words);
        shown.subscribe(now -> icon.setIconCode(now ? Feather.EYE_OFF : Feather.EYE));
        button.setOnAction(pressed -> shown.set(!shown.get()));
        return button;
    }

    private void watchCapsLock() {
        capsLock.managedProperty().bind(capsLock.visibleProperty());
        capsLock.setVisible(false);
        field.focusedProperty().subscribe(this::lookAtCapsLock);
        field.addEventHandler(KeyEvent.ANY, key -> lookAtCapsLock());
    }

    private void lookAtCapsLock() {
        boolean on = Platform.isKeyLocked(KeyCode.CAPS).orElse(false);
        capsLock.setVisible(on && field.isFocused());
    }
}
