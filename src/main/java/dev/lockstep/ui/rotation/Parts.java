package dev.lockstep.ui.rotation;

import dev.lockstep.ui.kit.Choice;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ComboBox;

/** Small parts that the panes have in common. */
final class Parts {
    private Parts() {}

    /** A box that chooses one of several. */
    static <T> ComboBox<T> choice(String id, String accessible, List<T> all, Function<T, String> words) {
        ComboBox<T> box = new ComboBox<>();
        box.setId(id);
        box.setAccessibleText(accessible);
        box.setConverter(new Choice<>(words));
        box.getItems().setAll(all);
        return box;
    }

    /** Has a box choose what a property holds. */
    static <T> ComboBox<T> bound(ComboBox<T> box, ObjectProperty<T> chosen) {
        box.valueProperty().bindBidirectional(chosen);
        return box;
    }
}
