package dev.lockstep.ui.editor;

import dev.lockstep.ui.kit.FieldLimit;
import dev.lockstep.ui.kit.Icon;
import dev.lockstep.vault.SecretDetails;
import dev.lockstep.words.Legible;
import dev.lockstep.words.Text;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Tags as chips before a field that takes another one; Enter or a comma ends a tag, Backspace in the empty field removes the last. */
final class TagsSection {
    /** As many tags as a secret takes, as long as they may be, with commas and blanks. */
    private static final int TAGS = 2 * SecretDetails.MAX_TAGS * (SecretDetails.MAX_TAG + 2);

    private final TagsPart part;
    private final TextField field = FieldLimit.on(new TextField(), TAGS);
    private final FlowPane chips = new FlowPane(4, 4);
    private final TagPopup popup;
    private final VBox root;

    TagsSection(TagsPart part) {
        this.part = part;
        popup = new TagPopup(field, this::take);
        field.setPromptText(Text.of("editor.tags.prompt"));
        field.setId("tags");
        field.setPrefColumnCount(16);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        field.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        field.textProperty().bindBidirectional(part.typedProperty());
        field.textProperty().addListener((property, before, now) -> suggest(now));
        field.focusedProperty().addListener((property, before, now) -> {
            if (!now) {
                commit();
            }
        });
        chips.setAlignment(Pos.CENTER_LEFT);
        Label problem = new Label();
        problem.getStyleClass().add("error-text");
        problem.textProperty().bind(part.problemProperty());
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        root = Labelled.above(Text.of("editor.field.tags"), field, chips, problem);
        part.tags().addListener((ListChangeListener<String>) change -> draw());
        draw();
    }

    Node root() {
        return root;
    }

    private void draw() {
        boolean typing = field.isFocused();
        List<Node> nodes = new ArrayList<>();
        part.tags().forEach(tag -> nodes.add(chip(tag)));
        nodes.add(field);
        chips.getChildren().setAll(nodes);
        if (typing) {
            field.requestFocus();
        }
    }

    private Node chip(String tag) {
        Button chip = new Button(Legible.line(tag), Icon.of(Feather.X));
        chip.setMnemonicParsing(false);
        chip.setContentDisplay(ContentDisplay.RIGHT);
        chip.getStyleClass().addAll("chip", "chip-button");
        chip.setAccessibleText(Text.of("editor.tags.remove", Legible.line(tag)));
        chip.setOnAction(event -> part.remove(tag));
        return chip;
    }

    private void typed(KeyEvent key) {
        if (key.getCharacter().equals(",")) {
            commit();
            key.consume();
        }
    }

    private void suggest(String text) {
        if (field.isFocused()) {
            popup.offer(part.suggestions(text));
        }
    }

    private void pressed(KeyEvent key) {
        if (popup.pressed(key)) {
            key.consume();
        } else if (key.getCode() == KeyCode.ENTER
                && !key.isShortcutDown()
                && !field.getText().isEmpty()) {
            commit();
            key.consume();
        } else if (key.getCode() == KeyCode.BACK_SPACE && field.getText().isEmpty()) {
            part.removeLast();
        }
    }

    private void take(String tag) {
        if (part.add(tag)) {
            field.clear();
        }
    }

    /** Takes over what is typed but not ended yet. */
    void commit() {
        popup.hide();
        part.commit();
    }
}
