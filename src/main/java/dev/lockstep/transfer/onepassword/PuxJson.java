package dev.lockstep.transfer.onepassword;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportException.Reason;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Walks over JSON as it comes, without building a tree. Each method reads the value that comes next and leaves the walk behind it; what is of
 * another kind than asked for is passed over and counts as absent, so that one odd field does not cost the rest.
 */
final class PuxJson implements AutoCloseable {
    private static final int DEEPEST = 32;
    /** Four times as many as a value may have bytes, for what is said of a value that is too large. */
    private static final int LONGEST_TEXT = 4 << 20;

    private static final int LONGEST_NAME = 1000;
    /** An item has a dozen or two; ten times as many that hold nothing would still fill 1 GB. */
    private static final int MOST_ELEMENTS = 500_000;

    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST_TEXT)
                    .maxNameLength(LONGEST_NAME)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
            .build();

    private final JsonParser parser;
    private @Nullable JsonToken again;
    private int elements;

    private PuxJson(JsonParser parser) {
        this.parser = parser;
    }

    /** Decodes strictly: the library would guess other encodings, and take some bytes for UTF-8 that are none. */
    static PuxJson of(InputStream utf8) throws IOException {
        return new PuxJson(FACTORY.createParser(new InputStreamReader(utf8, StandardCharsets.UTF_8.newDecoder())));
    }

    /** Reads all that there is. */
    @FunctionalInterface
    interface Reader {
        void read(PuxJson json) throws IOException, ImportException, InterruptedException;
    }

    /** Reads one member of an object: has to read or {@link #skip} its value. */
    @FunctionalInterface
    interface Member {
        void read(String name) throws IOException, ImportException, InterruptedException;
    }

    /** Reads one element of an array. */
    @FunctionalInterface
    interface Element {
        void read() throws IOException, ImportException, InterruptedException;
    }

    /** Walks over an object; tells whether there was one. */
    boolean object(Member member) throws IOException, ImportException, InterruptedException {
        if (!is(JsonToken.START_OBJECT)) {
            return false;
        }
        for (JsonToken token = next(); token != JsonToken.END_OBJECT; token = next()) {
            member.read(parser.currentName());
        }
        return true;
    }

    /** Walks over an array. Those of all arrays together are bounded. */
    void array(Element element) throws IOException, ImportException, InterruptedException {
        if (is(JsonToken.START_ARRAY)) {
            for (JsonToken token = next(); token != JsonToken.END_ARRAY; token = next()) {
                if (++elements > MOST_ELEMENTS) {
                    throw new ImportException(Reason.TOO_LARGE);
                }
                again = token;
                element.read();
            }
        }
    }

    private boolean is(JsonToken wanted) throws IOException {
        JsonToken found = next();
        if (found != wanted) {
            parser.skipChildren();
        }
        return found == wanted;
    }

    private JsonToken peek() throws IOException {
        JsonToken token = next();
        again = token;
        return token;
    }

    /** Whether an object comes next. */
    boolean atObject() throws IOException {
        return peek() == JsonToken.START_OBJECT;
    }

    /** Whether a text comes next. */
    boolean atText() throws IOException {
        return peek() == JsonToken.VALUE_STRING;
    }

    /** Whether null, an empty array or nothing that has a value comes next; leaves it out then. */
    boolean skipNull() throws IOException {
        if (peek() == JsonToken.VALUE_NULL) {
            next();
            return true;
        }
        return false;
    }

    /** A text that is no secret; empty for whatever is none. */
    Optional<String> text() throws IOException {
        return is(JsonToken.VALUE_STRING) ? Optional.of(parser.getText()) : Optional.empty();
    }

    /** A text, number or truth value that is no secret, as it is written; empty for whatever is none. */
    Optional<String> scalar() throws IOException {
        JsonToken token = next();
        if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
            return Optional.of(parser.getText());
        }
        parser.skipChildren();
        return Optional.empty();
    }

    /** A whole number of at most 64 bits. */
    OptionalLong number() throws IOException {
        if (!is(JsonToken.VALUE_NUMBER_INT) || parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(parser.getLongValue());
    }

    /** Whether {@code true} comes. */
    boolean flag() throws IOException {
        JsonToken token = next();
        parser.skipChildren();
        return token == JsonToken.VALUE_TRUE;
    }

    /** A text that is a secret, to be closed by the caller; an empty one for whatever is no text. */
    SecretValue secret() throws IOException {
        if (!is(JsonToken.VALUE_STRING)) {
            return SecretValue.copyOf(new byte[0]);
        }
        char[] units = parser.getTextCharacters();
        int from = parser.getTextOffset();
        int to = from + parser.getTextLength();
        try {
            return encoded(CharBuffer.wrap(units, from, to - from));
        } finally {
            Arrays.fill(units, from, to, '\0');
        }
    }

    private static SecretValue encoded(CharBuffer units) throws CharacterCodingException {
        CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
        byte[] room = new byte[(int) Math.ceil(units.remaining() * (double) encoder.maxBytesPerChar())];
        try {
            ByteBuffer target = ByteBuffer.wrap(room);
            CoderResult result = encoder.encode(units, target, true);
            if (result.isError()) {
                result.throwException();
            }
            return SecretValue.taking(Arrays.copyOf(room, target.position()));
        } finally {
            Arrays.fill(room, (byte) 0);
        }
    }

    /** Leaves a value out, whatever it is. */
    void skip() throws IOException {
        next();
        parser.skipChildren();
    }

    /**
     * Reads all, and makes sure that nothing follows.
     *
     * @throws ImportException {@code DAMAGED}, {@code TOO_DEEP} or {@code TOO_LARGE}; what the library says of a breach may quote the file,
     *     so only its kind goes on
     */
    void whole(Reader reader) throws IOException, ImportException, InterruptedException {
        try {
            reader.read(this);
            if (parser.nextToken() != null) {
                throw new ImportException(Reason.DAMAGED);
            }
        } catch (StreamConstraintsException e) {
            boolean deep = parser.getParsingContext().getNestingDepth() > DEEPEST;
            throw new ImportException(deep ? Reason.TOO_DEEP : Reason.TOO_LARGE);
        } catch (JacksonException | CharacterCodingException | EOFException e) {
            throw new ImportException(Reason.DAMAGED);
        }
    }

    private JsonToken next() throws IOException {
        JsonToken token = again == null ? parser.nextToken() : again;
        again = null;
        if (token == null) {
            throw new EOFException();
        }
        return token;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
