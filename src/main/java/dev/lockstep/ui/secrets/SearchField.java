package dev.lockstep.ui.secrets;

import atlantafx.base.controls.CustomTextField;
import dev.lockstep.ui.kit.FieldLimit;
import dev.lockstep.ui.kit.Icon;
import dev.lockstep.ui.kit.Shortcut;
import dev.lockstep.words.Text;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.feather.Feather;

/** The search field: it filters as one types, Esc clears it, Down and Enter go on to the table. */
final class SearchField {
    private final CustomTextField field = FieldLimit.on(new CustomTextField(), FieldLimit.LINE);
    private final Runnable onward;

    /** @param onward moves the keyboard to the table */
    SearchField(SecretsViewModel model, Runnable onward) {
        this.onward = onward;
        field.textProperty().bindBidirectional(model.parts().list().textProperty());
        field.setPromptText(Text.of("secrets.search.prompt"));
        field.setAccessibleText(Text.of("secrets.search.prompt"));
        field.setLeft(Icon.of(Feather.SEARCH));
        field.getStyleClass().add("search-field");
        Label keys = new Label(Shortcut.SEARCH.keys().getFirst());
        keys.getStyleClass().add("key-hint");
        Button clear = Icon.button(Feather.X, Text.of("secrets.search.clear"));
        clear.getStyleClass().add("small-button");
        clear.setFocusTraversable(false);
        clear.setOnAction(event -> field.clear());
        field.textProperty().subscribe(text -> field.setRight(text.isEmpty() ? keys : clear));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        model.searchesProperty().subscribe((before, now) -> {
            field.requestFocus();
            field.selectAll();
        });
    }

    CustomTextField node() {
        return field;
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            if (field.getText().isEmpty()) {
                onward.run();
            }
            field.clear();
            event.consume();
        } else if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
            onward.run();
            event.consume();
        }
    }
}
