package dev.lockstep.use;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What a text says to name a secret.
 *
 * <ul>
 *   <li>{@code lockstep://COLLECTION/NAME}: everything up to the first slash is the collection, all behind it the name; {@code %20} and the like
 *       stand for bytes of UTF-8 (RFC 3986), so that a collection may have a slash or a blank.
 *   <li>In braces also {@code NAME}, or {@code COLLECTION/NAME}: nothing in it is an escape. A name that has a slash itself comes before a
 *       collection.
 * </ul>
 *
 * @param written as it stands in the text, without braces
 * @param readings what it may mean, the first that there is counts; never empty
 */
public record Reference(String written, List<Reading> readings) {
    /** How a reference begins that stands for itself. */
    public static final String SCHEME = "lockstep://";

    /** The most UTF-16 units of a reference. */
    static final int MAX_LENGTH = 2000;

    private static final int MOST_READINGS = 16;

    public Reference {
        readings = List.copyOf(readings);
    }

    /**
     * One meaning.
     *
     * @param collection the title or name of a collection; empty for the one that is chosen for all
     * @param name of the secret in it
     */
    public record Reading(Optional<String> collection, String name) {}

    /** A reference that stands for itself; empty if the text is none, as a whole. */
    public static Optional<Reference> standing(String text) {
        if (!text.startsWith(SCHEME) || text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String path = text.substring(SCHEME.length());
        int slash = path.indexOf('/');
        if (slash < 1 || slash == path.length() - 1) {
            return Optional.empty();
        }
        Optional<String> collection = decoded(path.substring(0, slash));
        Optional<String> name = decoded(path.substring(slash + 1));
        return collection.isEmpty() || name.isEmpty()
                ? Optional.empty()
                : Optional.of(new Reference(text, List.of(new Reading(collection, name.get()))));
    }

    /** What stands between braces; empty if it names nothing. */
    static Optional<Reference> braced(String text) {
        String inner = text.strip();
        if (inner.startsWith(SCHEME)) {
            return standing(inner);
        }
        if (inner.isEmpty() || inner.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        List<Reading> readings = new ArrayList<>(List.of(new Reading(Optional.empty(), inner)));
        for (int slash = inner.indexOf('/');
                slash >= 0 && readings.size() < MOST_READINGS;
                slash = inner.indexOf('/', slash + 1)) {
            if (slash > 0 && slash < inner.length() - 1) {
                readings.add(new Reading(Optional.of(inner.substring(0, slash)), inner.substring(slash + 1)));
            }
        }
        return Optional.of(new Reference(inner, readings));
    }

    /** Replaces {@code %XX}; empty if one is broken or the bytes are not UTF-8. */
    private static Optional<String> decoded(String text) {
        if (text.indexOf('%') < 0) {
            return Optional.of(text);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] source = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < source.length; i++) {
            if (source[i] != '%') {
                bytes.write(source[i]);
            } else if (i + 2 < source.length
                    && HexFormat.isHexDigit(source[i + 1])
                    && HexFormat.isHexDigit(source[i + 2])) {
                bytes.write(HexFormat.fromHexDigit(source[i + 1]) << 4 | HexFormat.fromHexDigit(source[i + 2]));
                i += 2;
            } else {
                return Optional.empty();
            }
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
