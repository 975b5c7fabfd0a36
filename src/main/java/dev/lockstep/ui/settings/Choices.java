package dev.lockstep.ui.settings;

import dev.lockstep.ui.kit.Choice;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.scene.control.ComboBox;

/** Combo boxes over a fixed list of values. */
final class Choices {
    private Choices() {}

    static <T> ComboBox<T> of(List<T> values, Function<T, String> words, Property<T> chosen) {
        ComboBox<T> box = new ComboBox<>();
        box.getItems().setAll(values);
        box.setConverter(new Choice<>(words));
        box.setPrefWidth(176);
        box.setMinWidth(ComboBox.USE_PREF_SIZE);
        box.valueProperty().bindBidirectional(chosen);
        return box;
    }
}
