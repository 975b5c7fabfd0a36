package dev.lockstep.ui.settings;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Combo boxes over a fixed list of values. */
final class Choices {
    private Choices() {}

    static <T> ComboBox<T> of(List<T> values, Function<T, String> words, Property<T> chosen) {
        ComboBox<T> box = new ComboBox<>();
        box.getItems().setAll(values);
        box.setConverter(new Words<>(words));
        box.setPrefWidth(176);
        box.valueProperty().bindBidirectional(chosen);
        return box;
    }

    private static final class Words<T> extends StringConverter<T> {
        private final Function<T, String> words;

        private Words(Function<T, String> words) {
            this.words = words;
        }

        @Override
        public String toString(@Nullable T value) {
            return value == null ? "" : words.apply(value);
        }

        @Override
        public T fromString(String text) {
            throw new UnsupportedOperationException();
        }
    }
}
