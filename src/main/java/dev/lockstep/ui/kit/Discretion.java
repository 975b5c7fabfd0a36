package dev.lockstep.ui.kit;

import dev.lockstep.words.Legible;
import dev.lockstep.words.Text;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * How much of a vault may be drawn, spoken and told. In presentation mode no value is revealed and a fixed mask stands for every name,
 * description, tag and title; it lasts until it is left or the program ends. Every text of a vault goes through here on its way to the screen.
 */
public final class Discretion {
    private static final String MASK = "\u2022".repeat(8);

    private final BooleanProperty presenting = new SimpleBooleanProperty();

    /** Shows everything, as at the start of the program. */
    public Discretion() {}

    /** The same for one screen, which may listen to it for good: nothing of the screen is held from here. */
    public Discretion forScreen() {
        Discretion own = new Discretion();
        own.presenting.bindBidirectional(presenting);
        return own;
    }

    /** Whether names and values are hidden. */
    public BooleanProperty presentingProperty() {
        return presenting;
    }

    public boolean presenting() {
        return presenting.get();
    }

    /** Shows names again. */
    public void leave() {
        presenting.set(false);
    }

    /** What stands for a text of the vault in one line; nothing for nothing. */
    public String line(String text) {
        return presenting() && !text.isEmpty() ? MASK : Legible.line(text);
    }

    /** What stands for a text of the vault that may have several lines; nothing for nothing. */
    public String lines(String text) {
        return presenting() && !text.isEmpty() ? MASK : Legible.lines(text);
    }

    /** What a screen reader says of a text that came from {@link #line} or {@link #lines}. */
    public static String spoken(String drawn) {
        return drawn.equals(MASK) ? Text.of("discretion.spoken") : drawn;
    }
}
