package dev.lockstep.use;

import dev.lockstep.cleartext.SecretValue;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A text in which references stand for values.
 *
 * <ul>
 *   <li><code>{{ NAME }}</code> and <code>{{ COLLECTION/NAME }}</code>, on one line, with blanks or without; and {@code lockstep://COLLECTION/NAME}
 *       wherever it stands, up to the first byte that is no ASCII letter or digit, none of {@code . _ ~ - / %} and not beyond ASCII.
 *   <li><code>{{{{</code> stands for two opening braces, <code>}}}}</code> for two closing ones.
 *   <li>Everything else stands for itself, byte for byte. What is put in is not looked at again.
 * </ul>
 *
 * Its bytes may be secrets, too: they are overwritten when it is closed.
 */
public final class Template implements AutoCloseable {
    /** The most bytes of a template: 16 MiB. */
    public static final int MAX_SIZE = 16 << 20;

    /** The most bytes that come of it: 256 MiB. */
    public static final long MAX_FILLED = 256L << 20;

    /** The most references in it. */
    public static final int MAX_REFERENCES = 100_000;

    private final byte[] content;
    private final List<Part> parts;
    private final List<Fault> faults;

    Template(byte[] content, List<Part> parts, List<Fault> faults) {
        this.content = content;
        this.parts = List.copyOf(parts);
        this.faults = List.copyOf(faults);
    }

    /** Bytes of the text that stay, or that a reference takes. */
    record Part(int from, int to, int line, Optional<Reference> reference) {}

    /** A reference, and the line that it begins in, from 1. */
    public record Use(int line, Reference reference) {}

    /** What is wrong in a line, from 1. */
    public record Fault(int line, Kind kind) {
        /** What it is. */
        public enum Kind {
            /** Two braces that nothing closes in that line. */
            OPEN,
            /** Between braces, or behind {@code lockstep://}, is nothing that can name a secret. */
            NO_NAME,
            /** More than {@value #MAX_REFERENCES} references; the rest was not read. */
            TOO_MANY
        }
    }

    /** Says that so much would come of it that it is rather a mistake. */
    public static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1;
    }

    /**
     * Reads a template in linear time.
     *
     * @param content at most {@link #MAX_SIZE} bytes; taken over and overwritten when the template is closed
     */
    public static Template of(byte[] content) {
        return new TemplateReader(content).read();
    }

    /** All references, in their order. */
    public List<Use> uses() {
        return parts.stream()
                .flatMap(part -> part.reference().map(reference -> new Use(part.line(), reference)).stream())
                .toList();
    }

    /** What is wrong; it cannot be filled while there is anything. */
    public List<Fault> faults() {
        return faults;
    }

    /**
     * Writes the text with its values.
     *
     * @param values of each reference in it, in a form that takes them
     */
    public void fill(Function<Reference, SecretValue> values, Form form, OutputStream out) throws IOException {
        if (!faults.isEmpty()) {
            throw new IllegalStateException(faults.toString());
        }
        long size = 0;
        for (Part part : parts) {
            size += part.reference()
                    .map(reference -> values.apply(reference).size())
                    .orElse(part.to() - part.from());
        }
        if (size > MAX_FILLED) {
            throw new TooLargeException();
        }
        for (Part part : parts) {
            if (part.reference().isPresent()) {
                byte[] value = values.apply(part.reference().get()).exposed();
                try {
                    form.write(value, out);
                } finally {
                    Arrays.fill(value, (byte) 0);
                }
            } else {
                out.write(content, part.from(), part.to() - part.from());
            }
        }
    }

    @Override
    public void close() {
        Arrays.fill(content, (byte) 0);
    }
}
