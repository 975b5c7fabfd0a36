package dev.lockstep.cli;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The constants of an enumeration as they are written on a command line and in JSON: in lower case, with hyphens. */
record Choices<E extends Enum<E>>(Class<E> type) implements ITypeConverter<E>, Iterable<String> {
    private static final int SHOWN = 8;

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private List<E> all() {
        return Arrays.asList(type.getEnumConstants());
    }

    /** What the help says instead of a value: the choices, or where there are many, what they are of. */
    String label() {
        return all().size() > SHOWN ? type.getSimpleName().toUpperCase(Locale.ROOT) : String.join("|", this);
    }

    @Override
    public E convert(String given) {
        return all().stream()
                .filter(constant -> word(constant).equals(given))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(label()));
    }

    @Override
    public Iterator<String> iterator() {
        return all().stream().map(Choices::word).iterator();
    }
}
