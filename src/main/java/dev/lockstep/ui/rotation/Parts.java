package dev.lockstep.ui.rotation;

import dev.lockstep.ui.kit.Choice;
import dev.lockstep.ui.kit.FailureNote;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;

/** Small parts that the panes have in common. */
final class Parts {
    private Parts() {}

    /** The note of what failed, with room for it while there is one. */
    static Node failure(RotationViewModel model) {
        FailureNote note = new FailureNote();
        VBox box = new VBox(note.root());
        box.managedProperty().bind(note.root().visibleProperty());
        model.failureProperty().subscribe(words -> note.show(words.orElse(null)));
        return box;
    }

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
