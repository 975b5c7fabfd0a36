package dev.lockstep.ui.kit;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** How a choice of a combo box is written; it cannot be typed. */
public final class Choice<T> extends StringConverter<T> {
    private final Function<T, String> words;

    /** @param words never asked about {@code null}, which is written as nothing */
    public Choice(Function<T, String> words) {
        this.words = words;
    }

    @Override
    public String toString(@Nullable T choice) {
        return choice == null ? "" : words.apply(choice);
    }

    @Override
    public T fromString(String text) {
        throw new UnsupportedOperationException();
    }
}
