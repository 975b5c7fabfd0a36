package dev.lockstep.use;

import dev.lockstep.cleartext.SecretValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Knows values wherever they stand in a stream of bytes: each value, its lines if it has several (without the blanks around them), and both in
 * Base64, standard and for URLs (RFC 4648), also in the midst of longer Base64. Other ways to write a value are not found. Takes time as long as
 * the stream is, whatever the values are. May be used by several threads.
 */
public final class Mask implements AutoCloseable {
    /** Shorter values, and lines, are not looked for: they would be found everywhere. */
    public static final int SHORTEST = 4;

    /** The most bytes of all that is looked for: almost 16 MiB. A value in all its forms has up to 15 times its bytes, and a byte takes up to 40 of memory. */
    public static final int MOST_BYTES = (16 << 20) - 2;

    /** What stands for a value. */
    static final byte[] INSTEAD = "[secret]".getBytes(StandardCharsets.US_ASCII);

    private final Automaton automaton;

    private Mask(Automaton automaton) {
        this.automaton = automaton;
    }

    /** Says that there is more to look for than {@link #MOST_BYTES}. */
    public static final class TooMuchException extends Exception {
        private static final long serialVersionUID = 1;
    }

    /** Looks for values, which stay the caller's. */
    public static Mask of(Collection<SecretValue> values) throws TooMuchException {
        List<byte[]> patterns = new ArrayList<>();
        try {
            long size = 0;
            for (SecretValue value : values) {
                int from = patterns.size();
                value.use(bytes -> {
                    Traces.add(bytes, patterns);
                    return true;
                });
                size += patterns.subList(from, patterns.size()).stream()
                        .mapToLong(pattern -> pattern.length)
                        .sum();
                if (size > MOST_BYTES) {
                    throw new TooMuchException();
                }
            }
            return new Mask(new Automaton(patterns));
        } finally {
            patterns.forEach(pattern -> Arrays.fill(pattern, (byte) 0));
        }
    }

    /** Whether a value is too short to be looked for. */
    public static boolean isTooShort(SecretValue value) {
        return value.size() < SHORTEST;
    }

    /** Begins with a stream. */
    public Masking begin() {
        return new Masking(automaton);
    }

    /** Overwrites what it knows; nothing that it began may be used any more. */
    @Override
    public void close() {
        automaton.close();
    }
}
