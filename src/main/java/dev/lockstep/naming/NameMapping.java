package dev.lockstep.naming;

import java.util.Arrays;
import java.util.Optional;

/**
 * How a local name is written at its destination: unit by unit, so lengths and positions stay. Only ASCII is mapped, by hand, because the
 * case rules of Unicode depend on the locale and cannot be undone. Different names may map to the same one; nothing is squeezed or cut.
 */
public enum NameMapping {
    /** Unchanged. */
    AS_IS("as-is"),
    /** ASCII letters in lower case, and {@code -}, {@code .}, {@code /} and space as underscore. */
    LOWER_SNAKE("lower-snake"),
    /** ASCII letters in upper case, and {@code -}, {@code .}, {@code /} and space as underscore. */
    UPPER_SNAKE("upper-snake");

    private final String text;

    NameMapping(String text) {
        this.text = text;
    }

    /** The form that is stored in a vault; it never changes. */
    public String text() {
        return text;
    }

    /** The mapping whose {@link #text} was stored. */
    public static Optional<NameMapping> of(String text) {
        return Arrays.stream(values())
                .filter(mapping -> mapping.text.equals(text))
                .findFirst();
    }

    /** The name as it will appear there. */
    public String apply(String name) {
        if (this == AS_IS) {
            return name;
        }
        StringBuilder mapped = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            mapped.append(map(name.charAt(i)));
        }
        return mapped.toString();
    }

    char map(char unit) {
        return switch (this) {
            case AS_IS -> unit;
            case LOWER_SNAKE -> lower(joined(unit));
            case UPPER_SNAKE -> upper(joined(unit));
        };
    }

    private static char joined(char unit) {
        return switch (unit) {
            case '-', '.', '/', ' ' -> '_';
            default -> unit;
        };
    }

    static char lower(char unit) {
        return unit >= 'A' && unit <= 'Z' ? (char) (unit + ('a' - 'A')) : unit;
    }

    static char upper(char unit) {
        return unit >= 'a' && unit <= 'z' ? (char) (unit - ('a' - 'A')) : unit;
    }
}
