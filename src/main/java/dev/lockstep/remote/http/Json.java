package dev.lockstep.remote.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import dev.lockstep.cleartext.Encoding;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.Trouble.Breach;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Walks over the JSON of an answer without building a tree. Each method reads the value that comes next and leaves the walk behind it; a value
 * of another kind than asked for is {@code ProtocolError UNEXPECTED}, except that {@code null} counts as absent where an {@code Optional} is
 * returned.
 */
public final class Json {
    /** The most levels that an answer of an API has. */
    public static final int DEEPEST = 32;

    private static final int LONGEST_TEXT = 1 << 20;
    private static final int LONGEST_NAME = 1000;
    private static final int LONGEST_NUMBER = 40;
    /** 10,000 secrets on one page have a third of it; with four times as many the names of a hostile object would fill 100 MB. */
    private static final int MOST_TOKENS = 500_000;

    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST_TEXT)
                    .maxNameLength(LONGEST_NAME)
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxTokenCount(MOST_TOKENS)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
            .build();

    private final byte[] source;
    private final JsonParser parser;
    private @Nullable JsonToken again;

    private Json(byte[] source, JsonParser parser) {
        this.source = source;
        this.parser = parser;
    }

    /**
     * Walks over the bytes, which have to stay as they are meanwhile.
     *
     * @throws RemoteException {@code ProtocolError NOT_JSON} if they are not UTF-8: the library would guess other encodings, and take some
     *     bytes for UTF-8 that are none
     */
    public static Json of(byte[] source) throws RemoteException {
        if (!Encoding.isUtf8(source) || Utf8.hasZero(source)) {
            throw new RemoteException(new Trouble.ProtocolError(Breach.NOT_JSON));
        }
        try {
            return new Json(source, FACTORY.createParser(source));
        } catch (IOException e) {
            throw new RemoteException(new Trouble.ProtocolError(Breach.NOT_JSON));
        }
    }

    /** Reads one field of an object. */
    @FunctionalInterface
    public interface Field {
        /** Has to read or {@link #skip} the value of the field. */
        void read(String name) throws RemoteException;
    }

    /** Reads one element of an array. */
    @FunctionalInterface
    public interface Element {
        void read() throws RemoteException;
    }

    private interface Step<T extends @Nullable Object> {
        T run() throws IOException, RemoteException;
    }

    /** Walks over an object. */
    public void object(Field field) throws RemoteException {
        expect(next(), JsonToken.START_OBJECT);
        fields(field);
    }

    private void fields(Field field) throws RemoteException {
        JsonToken token = next();
        while (token == JsonToken.FIELD_NAME) {
            field.read(guarded(parser::currentName));
            token = next();
        }
        expect(token, JsonToken.END_OBJECT);
    }

    /** Walks over an array. */
    public void array(Element element) throws RemoteException {
        expect(next(), JsonToken.START_ARRAY);
        elements(element);
    }

    private void elements(Element element) throws RemoteException {
        while (true) {
            JsonToken token = next();
            if (token == JsonToken.END_ARRAY) {
                return;
            }
            again = token;
            element.read();
        }
    }

    /** Walks over an object, or over an array of objects, as vendors answer with one where their documents have the other. */
    public void objects(Field field) throws RemoteException {
        if (peek() == JsonToken.START_ARRAY) {
            array(() -> object(field));
        } else {
            object(field);
        }
    }

    /** Whether an object comes next. */
    public boolean atObject() throws RemoteException {
        return peek() == JsonToken.START_OBJECT;
    }

    /** Whether an array comes next. */
    public boolean atArray() throws RemoteException {
        return peek() == JsonToken.START_ARRAY;
    }

    /** Whether a text comes next. */
    public boolean atText() throws RemoteException {
        return peek() == JsonToken.VALUE_STRING;
    }

    /** Whether a whole number comes next. */
    public boolean atNumber() throws RemoteException {
        return peek() == JsonToken.VALUE_NUMBER_INT;
    }

    /** Whether {@code true} or {@code false} comes next. */
    public boolean atFlag() throws RemoteException {
        return peek() == JsonToken.VALUE_TRUE || peek() == JsonToken.VALUE_FALSE;
    }

    /** Whether {@code null} comes next. */
    public boolean atNull() throws RemoteException {
        return peek() == JsonToken.VALUE_NULL;
    }

    /** A text that is no secret. */
    public String text() throws RemoteException {
        expect(next(), JsonToken.VALUE_STRING);
        return guarded(parser::getText);
    }

    /** A text that is no secret; empty for {@code null}. */
    public Optional<String> optionalText() throws RemoteException {
        JsonToken token = next();
        if (token == JsonToken.VALUE_NULL) {
            return Optional.empty();
        }
        expect(token, JsonToken.VALUE_STRING);
        return Optional.of(guarded(parser::getText));
    }

    /** A whole number. */
    public long number() throws RemoteException {
        expect(next(), JsonToken.VALUE_NUMBER_INT);
        return guarded(parser::getLongValue);
    }

    /** A whole number; empty for {@code null}. */
    public OptionalLong optionalNumber() throws RemoteException {
        if (peek() == JsonToken.VALUE_NULL) {
            next();
            return OptionalLong.empty();
        }
        return OptionalLong.of(number());
    }

    /** An id: a text, or a whole number as its digits. */
    public String id() throws RemoteException {
        return atText() ? text() : Long.toString(number());
    }

    public boolean flag() throws RemoteException {
        JsonToken token = next();
        if (token == JsonToken.VALUE_FALSE) {
            return false;
        }
        expect(token, JsonToken.VALUE_TRUE);
        return true;
    }

    /** A text that is a secret: decoded from the bytes of the answer, never by the library; to be closed by the caller. */
    public SecretValue secret() throws RemoteException {
        expect(next(), JsonToken.VALUE_STRING);
        return JsonText.decode(
                source, Math.toIntExact(parser.currentTokenLocation().getByteOffset()));
    }

    /** Leaves a value out, whatever it is. */
    public void skip() throws RemoteException {
        next();
        guarded(parser::skipChildren);
    }

    /** Makes sure that nothing follows. */
    public void end() throws RemoteException {
        if (guarded(parser::nextToken) != null) {
            throw new RemoteException(new Trouble.ProtocolError(Breach.NOT_JSON));
        }
    }

    private JsonToken peek() throws RemoteException {
        JsonToken token = next();
        again = token;
        return token;
    }

    private JsonToken next() throws RemoteException {
        JsonToken kept = again;
        if (kept != null) {
            again = null;
            return kept;
        }
        JsonToken token = guarded(parser::nextToken);
        if (token == null) {
            throw new RemoteException(new Trouble.ProtocolError(Breach.NOT_JSON));
        }
        return token;
    }

    private static void expect(JsonToken found, JsonToken wanted) throws RemoteException {
        if (found != wanted) {
            throw unexpected();
        }
    }

    /** For answers in which something is missing. */
    public static RemoteException unexpected() {
        return new RemoteException(new Trouble.ProtocolError(Breach.UNEXPECTED));
    }

    /** What the library says of a breach may quote the answer, so only its kind goes on. */
    private <T extends @Nullable Object> T guarded(Step<T> step) throws RemoteException {
        try {
            return step.run();
        } catch (StreamConstraintsException e) {
            boolean deep = parser.getParsingContext().getNestingDepth() > DEEPEST;
            throw new RemoteException(new Trouble.ProtocolError(deep ? Breach.TOO_DEEP : Breach.TOO_LARGE));
        } catch (InputCoercionException e) {
            throw unexpected();
        } catch (IOException e) {
            throw new RemoteException(new Trouble.ProtocolError(Breach.NOT_JSON));
        }
    }
}
