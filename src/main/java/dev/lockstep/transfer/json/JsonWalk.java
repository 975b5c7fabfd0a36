package dev.lockstep.transfer.json;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportException.Reason;
import dev.lockstep.transfer.ImportProblem.Kind;
import dev.lockstep.vault.Progress;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Walks over the JSON of a file (RFC 8259) where it lies, in linear time, without a tree and without a {@code String} of any value. Each method
 * reads what comes next and leaves the walk behind it. What is no JSON is {@code DAMAGED}, and so is a structure where a text should stand;
 * an interrupt ends the walk.
 */
public final class JsonWalk {
    /** The most levels that are read. */
    public static final int DEEPEST = 64;

    /** Of a name or a text that is no secret so many bytes are read at most, more than the vault takes of any. */
    public static final int LONGEST_TEXT = 64 * 1024;

    /** More names than any object has whose names are given by a format. */
    private static final int MOST_NAMES = 1000;

    private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";
    private static final int TICK = 1024;

    private final JsonBytes bytes;
    private final Progress progress;
    private int depth;
    private int ticks;

    private JsonWalk(MemorySegment content, Progress progress) throws ImportException {
        this.bytes = new JsonBytes(content);
        this.progress = progress;
        if (bytes.peek() == BYTE_ORDER_MARK.charAt(0)) {
            bytes.expect(BYTE_ORDER_MARK);
        }
    }

    /**
     * Begins a walk.
     *
     * @param content UTF-8, with a byte order mark or without; has to stay as it is meanwhile
     */
    public static JsonWalk of(MemorySegment content, Progress progress) throws ImportException {
        return new JsonWalk(content, progress);
    }

    /** Another walk over the same bytes from their beginning. */
    public JsonWalk again() throws ImportException {
        return new JsonWalk(bytes.source(), Progress.UNTOLD);
    }

    /** What may come next. */
    public enum Sort {
        OBJECT,
        ARRAY,
        TEXT,
        NUMBER,
        FLAG,
        NULL
    }

    /** Reads one member of an object. */
    @FunctionalInterface
    public interface Member {
        /** Has to read or {@link #skip} the value. */
        void read(String name) throws ImportException, InterruptedException;
    }

    /** Reads one element of an array. */
    @FunctionalInterface
    public interface Element {
        /** Has to read or {@link #skip} it. */
        void read() throws ImportException, InterruptedException;
    }

    /** Whether an object comes next whose first member is a certain text; nothing is read by that. */
    boolean beginsWith(String name, String text) throws ImportException {
        JsonWalk ahead = new JsonWalk(bytes.source(), Progress.UNTOLD);
        ahead.bytes.moveTo(bytes.at());
        if (ahead.next() != Sort.OBJECT || !ahead.enter('{', '}')) {
            return false;
        }
        return ahead.name().equals(name)
                && ahead.next() == Sort.TEXT
                && ahead.text().equals(Optional.of(text));
    }

    /** Which sort of thing comes next. */
    public Sort next() throws ImportException {
        return switch (bytes.skipBlank()) {
            case '{' -> Sort.OBJECT;
            case '[' -> Sort.ARRAY;
            case '"' -> Sort.TEXT;
            case 't', 'f' -> Sort.FLAG;
            case 'n' -> Sort.NULL;
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> Sort.NUMBER;
            default -> throw JsonBytes.damaged();
        };
    }

    /** Whether an object or an array comes next. */
    public boolean isStructure() throws ImportException {
        return next() == Sort.OBJECT || next() == Sort.ARRAY;
    }

    /** The line of what comes next, counted from 1. */
    public int line() {
        bytes.skipBlank();
        return bytes.line();
    }

    /** Whether the walk broke off because the bytes ended. */
    boolean ranOut() {
        return bytes.ranOut();
    }

    /** Walks over an object whose names are anything. The same name may come again. */
    public void members(Member member) throws ImportException, InterruptedException {
        if (enter('{', '}')) {
            do {
                member.read(name());
            } while (goesOn('}'));
        }
    }

    private String name() throws ImportException {
        bytes.skipBlank();
        String name = JsonText.next(bytes).text(LONGEST_TEXT);
        bytes.skipBlank();
        bytes.expect(":");
        return name;
    }

    /** Walks over an object whose names a format gives; one that has a name twice is {@code DAMAGED}. */
    public void object(Member member) throws ImportException, InterruptedException {
        Set<String> names = new HashSet<>();
        members(name -> {
            if (names.size() == MOST_NAMES || !names.add(name)) {
                throw JsonBytes.damaged();
            }
            member.read(name);
        });
    }

    /** Walks over an array. */
    public void array(Element element) throws ImportException, InterruptedException {
        if (enter('[', ']')) {
            do {
                element.read();
            } while (goesOn(']'));
        }
    }

    /** Walks over an array, or over {@code null}, which is none. */
    public void list(Element element) throws ImportException, InterruptedException {
        if (next() == Sort.NULL) {
            skip();
        } else {
            array(element);
        }
    }

    /** Whether there is anything inside. */
    private boolean enter(char opening, char closing) throws ImportException {
        bytes.skipBlank();
        bytes.expect(String.valueOf(opening));
        if (++depth > DEEPEST) {
            throw new ImportException(Reason.TOO_DEEP);
        }
        if (bytes.skipBlank() != closing) {
            return true;
        }
        bytes.take();
        depth--;
        return false;
    }

    private boolean goesOn(char closing) throws ImportException, InterruptedException {
        if (++ticks % TICK == 0) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            progress.at(bytes.at(), bytes.length());
        }
        bytes.skipBlank();
        int octet = bytes.take();
        if (octet == closing) {
            depth--;
            return false;
        }
        if (octet != ',') {
            throw JsonBytes.damaged();
        }
        return true;
    }

    /** A text that is no secret, or as it is written what is no text; empty for {@code null}. */
    public Optional<String> text() throws ImportException {
        return switch (next()) {
            case TEXT -> Optional.of(JsonText.next(bytes).text(LONGEST_TEXT));
            case NUMBER, FLAG -> Optional.of(new String(scalar(LONGEST_TEXT), StandardCharsets.US_ASCII));
            case NULL -> {
                bytes.expect("null");
                yield Optional.empty();
            }
            case OBJECT, ARRAY -> throw JsonBytes.damaged();
        };
    }

    /** A whole number; beyond 18 digits the greatest or least there is. */
    public long number() throws ImportException {
        if (next() != Sort.NUMBER) {
            throw JsonBytes.damaged();
        }
        return JsonScalar.whole(new String(scalar(LONGEST_TEXT), StandardCharsets.US_ASCII));
    }

    /** Whether {@code true} comes next; anything else is not. */
    public boolean flag() throws ImportException, InterruptedException {
        boolean flag = bytes.skipBlank() == 't';
        skip();
        return flag;
    }

    /** A value, which may be secret. */
    public JsonValue value() throws ImportException, InterruptedException {
        return switch (next()) {
            case TEXT -> JsonValue.of(JsonText.next(bytes));
            case NUMBER, FLAG -> spelled();
            case NULL, OBJECT, ARRAY -> {
                skip();
                yield JsonValue.without(Kind.NOT_A_VALUE);
            }
        };
    }

    private JsonValue spelled() throws ImportException {
        int from = bytes.at();
        JsonScalar.pass(bytes);
        if (bytes.at() - from > SecretValue.MAX_SIZE) {
            return JsonValue.without(Kind.VALUE_TOO_LARGE);
        }
        return JsonValue.spelled(SecretValue.taking(copy(from, bytes.at())));
    }

    /**
     * All of a text as bytes, which the caller has to overwrite if they are secret.
     *
     * @return empty if there are more than {@code most}
     */
    public Optional<byte[]> content(int most) throws ImportException {
        if (next() != Sort.TEXT) {
            throw JsonBytes.damaged();
        }
        JsonText text = JsonText.next(bytes);
        if (text.size() > most) {
            return Optional.empty();
        }
        byte[] decoded = new byte[text.size()];
        text.decode(MemorySegment.ofArray(decoded));
        return Optional.of(decoded);
    }

    /** Leaves out what comes next, whatever it is. */
    public void skip() throws ImportException, InterruptedException {
        switch (next()) {
            case OBJECT -> members(name -> skip());
            case ARRAY -> array(this::skip);
            case TEXT -> JsonText.next(bytes);
            case NUMBER, FLAG, NULL -> JsonScalar.pass(bytes);
        }
    }

    /** Makes sure that nothing follows. */
    public void end() throws ImportException {
        if (bytes.skipBlank() >= 0) {
            throw JsonBytes.damaged();
        }
    }

    private byte[] scalar(int most) throws ImportException {
        int from = bytes.at();
        JsonScalar.pass(bytes);
        return copy(from, Math.min(bytes.at(), from + most));
    }

    private byte[] copy(int from, int to) {
        return bytes.source().asSlice(from, to - from).toArray(ValueLayout.JAVA_BYTE);
    }
}
