package dev.lockstep.words;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the program, from one resource bundle. Keys are written as literals, so that a test finds missing and unused ones. */
public final class Text {
    private static final ResourceBundle WORDS = ResourceBundle.getBundle("dev.lockstep.words.words", Locale.ENGLISH);

    private Text() {}

    /** Reads the bundle, which some other thread would have to wait for. */
    public static void load() {
        WORDS.getLocale();
    }

    /** The words for a key as they stand in the bundle. */
    public static String of(String key) {
        return WORDS.getString(key);
    }

    /** The words for a key, with arguments in {@link MessageFormat} places such as {@code {0}}. */
    public static String of(String key, Object... arguments) {
        return new MessageFormat(WORDS.getString(key), Locale.ENGLISH).format(arguments);
    }
}
