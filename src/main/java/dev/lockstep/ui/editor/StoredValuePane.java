package dev.lockstep.ui.editor;

import dev.lockstep.ui.kit.SheetPage;
import dev.lockstep.words.Text;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** Stands for a value that stays in the vault: bullets, its size, and the ways to open or replace it. */
final class StoredValuePane {
    private final Label bullets = new Label("\u2022".repeat(8));
    private final Label words = new Label();
    private final Button reveal = new Button(Text.of("editor.value.reveal"));
    private final Button replace = new Button(Text.of("editor.value.replace"));
    private final HBox root;

    /** @param focusField moves the keyboard into the field once it is there */
    StoredValuePane(ValuePart part, Runnable focusField) {
        bullets.getStyleClass().add("mono");
        bullets.setAccessibleText(Text.of("editor.value.hidden"));
        words.getStyleClass().add("subtitle");
        reveal.setId("value-reveal");
        reveal.setOnAction(event -> {
            part.reveal();
            focusField.run();
        });
        replace.setId("value-replace");
        replace.setOnAction(event -> {
            part.replace();
            focusField.run();
        });
        root = new HBox(12, bullets, words, SheetPage.spring(), reveal, replace);
        root.setAlignment(Pos.CENTER_LEFT);
        root.getStyleClass().addAll("card", "stored-value");
    }

    Node root() {
        return root;
    }

    void show(ValueState state) {
        switch (state) {
            case ValueState.Stored at -> say(unchanged(at.bytes()), true);
            case ValueState.Opening at -> say(Text.of("editor.value.opening"), false);
            case ValueState.Binary at -> say(Text.of("editor.value.binary", at.bytes()), false);
            case ValueState.Typed at -> {}
        }
        replace.setDisable(state instanceof ValueState.Opening);
    }

    private static String unchanged(int bytes) {
        return bytes == 0 ? Text.of("editor.value.unchanged-empty") : Text.of("editor.value.unchanged", bytes);
    }

    private void say(String text, boolean canReveal) {
        words.setText(text);
        reveal.setVisible(canReveal);
        reveal.setManaged(canReveal);
    }
}
