package dev.lockstep.practice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON as maps, lists and texts, which may be {@code null} as JSON may. */
final class PlainJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private PlainJson() {}

    /** An object with its fields in this order: name, value, name, value. */
    static Map<String, @Nullable Object> object(@Nullable Object... pairs) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return fields;
    }

    static Answered answer(int status, Object content) {
        try {
            return Answered.json(status, MAPPER.writeValueAsString(content));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not JSON");
        }
    }

    /** What was sent; missing if it is not JSON. */
    static JsonNode read(byte[] body) {
        try {
            JsonNode read = MAPPER.readTree(body);
            return read == null ? MissingNode.getInstance() : read;
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }
}
