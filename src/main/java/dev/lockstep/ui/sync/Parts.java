package dev.lockstep.ui.sync;

import atlantafx.base.theme.Styles;
import dev.lockstep.ui.kit.Controls;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Small parts that the panes have in common. */
final class Parts {
    private Parts() {}

    /** Buttons of which one is pressed, with how many each would show; all by keyboard. */
    static <T> FlowPane filters(
            String id, List<T> all, Function<T, String> words, Function<T, Integer> count, ObjectProperty<T> chosen) {
        ToggleGroup group = new ToggleGroup();
        FlowPane line = new FlowPane(4, 4);
        line.setId(id);
        line.setAlignment(Pos.CENTER_LEFT);
        for (T one : all) {
            ToggleButton button = new ToggleButton();
            button.getStyleClass().addAll(Styles.SMALL, "filter");
            button.setToggleGroup(group);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setSelected(one.equals(chosen.get()));
            line.getChildren().add(button);
        }
        follow(group, all, chosen);
        count(line, all, words, count);
        return line;
    }

    /** Tells on filters how many each would show by now. */
    static <T> void count(FlowPane filters, List<T> all, Function<T, String> words, Function<T, Integer> count) {
        for (int i = 0; i < all.size(); i++) {
            T one = all.get(i);
            ((ToggleButton) filters.getChildren().get(i)).setText(words.apply(one) + "  " + count.apply(one));
        }
    }

    /** One toggle is always pressed, whoever chooses. */
    static <T> void follow(ToggleGroup group, List<T> all, ObjectProperty<T> chosen) {
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                before.setSelected(true);
            } else {
                chosen.set(all.get(group.getToggles().indexOf(now)));
            }
        });
        chosen.subscribe(now -> group.selectToggle(group.getToggles().get(all.indexOf(now))));
    }

    /** A field for a number; before it is typed there, the button cannot be pressed, and Enter does nothing. */
    static TextField typed(String id, TypedCount count, Button then, Runnable action) {
        TextField field = new TextField();
        field.setId(id);
        field.setPrefColumnCount(8);
        field.setMaxWidth(160);
        field.textProperty().bindBidirectional(count.typedProperty());
        field.setOnAction(event -> action.run());
        count.typedProperty().subscribe(now -> then.setDisable(!count.isTyped()));
        return field;
    }

    static Node labelled(String words, TextField field) {
        Label label = Controls.wrapped(words, "words");
        label.setLabelFor(field);
        return new VBox(8, label, field);
    }
}
