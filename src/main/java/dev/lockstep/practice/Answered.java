package dev.lockstep.practice;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One answer as it goes out.
 *
 * @param type content type; empty without a body
 */
public record Answered(int status, Map<String, String> headers, String type, byte[] body) {
    public static Answered json(int status, String json) {
        return new Answered(status, Map.of(), "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    /** A status without a body, as 204. */
    public static Answered empty(int status) {
        return new Answered(status, Map.of(), "", new byte[0]);
    }

    /** This with one header more. */
    public Answered with(String name, String text) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, text);
        return new Answered(status, more, type, body);
    }

    /** The status alone: the rest may hold secrets. */
    @Override
    public String toString() {
        return Integer.toString(status);
    }
}
