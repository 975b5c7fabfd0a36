package dev.lockstep.transfer.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.lockstep.cleartext.Encoding;
import dev.lockstep.transfer.ImportException;
import dev.lockstep.vault.Progress;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What another reader of JSON makes of bytes: the same as ours, or both refuse them. */
final class JsonOracle {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(JsonWalk.DEEPEST)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private JsonOracle() {}

    static void check(byte[] bytes) throws InterruptedException {
        assertEquals(theirs(bytes), ours(bytes));
    }

    /** Names, texts, numbers and truth values in their order; empty if they are no JSON. */
    static Optional<List<String>> ours(byte[] bytes) throws InterruptedException {
        List<String> found = new ArrayList<>();
        try {
            JsonWalk walk = JsonWalk.of(MemorySegment.ofArray(bytes), Progress.UNTOLD);
            walk(walk, found);
            walk.end();
            return Optional.of(found);
        } catch (ImportException e) {
            return Optional.empty();
        }
    }

    private static void walk(JsonWalk walk, List<String> found) throws ImportException, InterruptedException {
        switch (walk.next()) {
            case OBJECT ->
                walk.members(name -> {
                    found.add(name);
                    walk(walk, found);
                });
            case ARRAY -> walk.array(() -> walk(walk, found));
            case TEXT, NUMBER, FLAG -> found.add(value(walk));
            case NULL -> walk.skip();
        }
    }

    private static String value(JsonWalk walk) throws ImportException, InterruptedException {
        try (JsonValue value = walk.value()) {
            return value.value()
                    .map(bytes -> bytes.use(lent -> new String(lent, StandardCharsets.UTF_8)))
                    .orElseGet(() -> value.told().orElseThrow().name());
        }
    }

    /** It refuses half of a character in a name, which the grammar allows (RFC 8259, 8.2); of that it is not asked. */
    private static Optional<List<String>> theirs(byte[] bytes) throws InterruptedException {
        List<String> found = new ArrayList<>();
        if (!isUtf8(bytes)) {
            return Optional.empty();
        }
        try (JsonParser parser = FACTORY.createParser(bytes)) {
            if (parser.nextToken() == null) {
                return Optional.empty();
            }
            int depth = 0;
            do {
                JsonToken token = parser.currentToken();
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (token.isScalarValue() && token != JsonToken.VALUE_NULL || token == JsonToken.FIELD_NAME) {
                    found.add(text(parser, token));
                }
            } while (parser.nextToken() != null && depth > 0);
            return parser.currentToken() == null ? Optional.of(found) : Optional.empty();
        } catch (IOException e) {
            return e.getMessage().contains("surrogate") ? ours(bytes) : Optional.empty();
        }
    }

    private static String text(JsonParser parser, JsonToken token) throws IOException {
        String text = parser.getText();
        boolean half = text.codePoints().anyMatch(point -> point >= 0xd800 && point <= 0xdfff);
        if (!half) {
            return text;
        }
        if (token != JsonToken.FIELD_NAME) {
            return "HALF_CHARACTER";
        }
        StringBuilder whole = new StringBuilder();
        text.codePoints().forEach(point -> whole.appendCodePoint(point >= 0xd800 && point <= 0xdfff ? 0xfffd : point));
        return whole.toString();
    }

    /** Of bytes it would guess other encodings, and take some for UTF-8 that are none. */
    private static boolean isUtf8(byte[] bytes) {
        return Encoding.isUtf8(bytes) && new String(bytes, StandardCharsets.ISO_8859_1).indexOf('\0') < 0;
    }
}
