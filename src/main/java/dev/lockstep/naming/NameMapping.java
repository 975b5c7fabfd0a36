package dev.lockstep.naming;

/**
 * How a local name is written at its destination: unit by unit, so lengths and positions stay. Only ASCII is mapped, by hand, because the
 * case rules of Unicode depend on the locale and cannot be undone. Different names may map to the same one; nothing is squeezed or cut.
 */
public enum NameMapping {
    /** Unchanged. */
    AS_IS,
    /** ASCII letters in lower case, and {@code -}, {@code .}, {@code /} and space as underscore. */
    LOWER_SNAKE,
    /** ASCII letters in upper case, and {@code -}, {@code .}, {@code /} and space as underscore. */
    UPPER_SNAKE;

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
