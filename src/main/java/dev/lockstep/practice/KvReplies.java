package dev.lockstep.practice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** The forms that answers have. */
final class KvReplies {
    static final String DENIED = "1 error occurred:\n\t* permission denied\n\n";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final boolean more;
    private final AtomicLong number = new AtomicLong();

    /** @param more whether answers have the fields that only some versions have */
    KvReplies(boolean more) {
        this.more = more;
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** A body; empty if it is no JSON object. */
    static Optional<ObjectNode> read(byte[] body) {
        try {
            return JSON.readTree(body) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    Answered data(int status, JsonNode data) {
        ObjectNode whole = envelope();
        whole.set("data", data);
        return plain(status, whole);
    }

    Answered warned(String warning) {
        ObjectNode whole = envelope();
        whole.putArray("warnings").add(warning);
        return plain(200, whole);
    }

    Answered auth(JsonNode auth) {
        ObjectNode whole = envelope();
        whole.set("auth", auth);
        return plain(200, whole);
    }

    static Answered plain(int status, JsonNode whole) {
        return new Answered(
                status, Map.of(), "application/json", whole.toString().getBytes(StandardCharsets.UTF_8));
    }

    private ObjectNode envelope() {
        ObjectNode whole = object();
        whole.put("request_id", "00000000-0000-0000-0000-%012d".formatted(number.incrementAndGet()));
        whole.put("lease_id", "").put("renewable", false).put("lease_duration", 0);
        if (more) {
            whole.putNull("wrap_info").putNull("auth").put("mount_type", "kv");
        }
        return whole;
    }

    static Answered errors(int status, String... texts) {
        ObjectNode whole = object();
        ArrayNode errors = whole.putArray("errors");
        for (String text : texts) {
            errors.add(text);
        }
        return plain(status, whole);
    }

    static Answered denied() {
        return errors(403, DENIED);
    }

    static Answered absent() {
        return errors(404);
    }

    static Answered noRoute(String path) {
        return errors(404, "no handler for route \"" + path + "\". route entry not found.");
    }

    static Answered unsupported() {
        return errors(405, "1 error occurred:\n\t* unsupported operation\n\n");
    }
}
