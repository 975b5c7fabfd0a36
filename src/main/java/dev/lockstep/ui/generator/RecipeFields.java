package dev.lockstep.ui.generator;

import dev.lockstep.generate.CharacterClass;
import dev.lockstep.generate.Recipe;
import dev.lockstep.ui.kit.FieldLimit;
import dev.lockstep.ui.kit.NumberSpinner;
import dev.lockstep.words.Text;
import javafx.beans.property.IntegerProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;

/** The choices that the recipe at hand offers, one line each. */
final class RecipeFields {
    private final RecipeForm form;
    private final GridPane grid = new GridPane(12, 8);

    RecipeFields(RecipeForm form) {
        this.form = form;
        form.kindProperty().addListener((property, before, now) -> lay(now));
        lay(form.kindProperty().get());
    }

    Node root() {
        return grid;
    }

    private void lay(RecipeKind kind) {
        grid.getChildren().clear();
        switch (kind) {
            case URL_SAFE -> length();
            case CHARACTERS -> {
                length();
                row(Text.of("generator.classes"), classes());
            }
            case HEX, BASE64URL ->
                number(Text.of("generator.bytes"), form.bytesProperty(), Recipe.MIN_BYTES, Recipe.MAX_BYTES);
            case UUID -> {}
            case PASSPHRASE -> {
                number(Text.of("generator.words"), form.wordsProperty(), Recipe.MIN_WORDS, Recipe.MAX_WORDS);
                row(Text.of("generator.separator"), separator());
            }
        }
        row(Text.of("generator.prefix"), prefix());
    }

    private void length() {
        number(Text.of("generator.length"), form.lengthProperty(), Recipe.MIN_LENGTH, Recipe.MAX_LENGTH);
    }

    private void number(String words, IntegerProperty number, int least, int most) {
        Spinner<Integer> spinner = NumberSpinner.between(least, most, number.get());
        spinner.setPrefWidth(112);
        spinner.valueProperty().addListener((property, before, now) -> number.set(now));
        row(words, spinner);
    }

    private Node classes() {
        FlowPane boxes = new FlowPane(16, 8);
        for (CharacterClass group : CharacterClass.values()) {
            CheckBox box = new CheckBox(words(group));
            box.setSelected(form.has(group));
            box.selectedProperty().addListener((property, before, now) -> form.choose(group, now));
            boxes.getChildren().add(box);
        }
        CheckBox plain = new CheckBox(Text.of("generator.avoid-look-alikes"));
        plain.selectedProperty().bindBidirectional(form.avoidLookAlikesProperty());
        boxes.getChildren().add(plain);
        boxes.setPrefWrapLength(420);
        return boxes;
    }

    private static String words(CharacterClass group) {
        return switch (group) {
            case LOWER -> Text.of("generator.class.lower");
            case UPPER -> Text.of("generator.class.upper");
            case DIGITS -> Text.of("generator.class.digits");
            case SYMBOLS -> Text.of("generator.class.symbols");
        };
    }

    private Node separator() {
        TextField field = FieldLimit.on(new TextField(), FieldLimit.LINE);
        field.setPrefColumnCount(4);
        field.textProperty().bindBidirectional(form.separatorProperty());
        field.setAccessibleText(Text.of("generator.separator"));
        CheckBox capitals = new CheckBox(Text.of("generator.capitalise"));
        capitals.selectedProperty().bindBidirectional(form.capitaliseProperty());
        HBox line = new HBox(16, field, capitals);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Node prefix() {
        TextField field = FieldLimit.on(new TextField(), FieldLimit.LINE);
        field.setPrefColumnCount(16);
        field.setMaxWidth(240);
        field.setPromptText(Text.of("generator.prefix.prompt"));
        field.textProperty().bindBidirectional(form.prefixProperty());
        return field;
    }

    private void row(String words, Node content) {
        Label label = new Label(words);
        label.setMinWidth(112);
        if (content instanceof Control control) {
            label.setLabelFor(control);
        }
        grid.addRow(grid.getRowCount(), label, content);
    }
}
