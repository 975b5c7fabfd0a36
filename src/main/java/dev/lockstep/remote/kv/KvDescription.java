package dev.lockstep.remote.kv;

import dev.lockstep.remote.http.Body;
import dev.lockstep.remote.http.JsonBody;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A description as custom metadata. */
final class KvDescription {
    static final String KEY = "description";

    /** The most bytes of UTF-8 that a value of custom metadata may have. */
    private static final int MOST_BYTES = 512;

    private KvDescription() {}

    /**
     * A text as the server takes it: on one line, printable, cut to the bytes that there are.
     *
     * @param most code points
     */
    static String fit(String text, int most) {
        StringBuilder fitted = new StringBuilder();
        int bytes = 0;
        for (int point : text.codePoints().limit(most).toArray()) {
            int shown = isBlank(point) ? ' ' : point;
            if (!isPrintable(shown)) {
                continue;
            }
            bytes += Character.toString(shown).getBytes(StandardCharsets.UTF_8).length;
            if (bytes > MOST_BYTES) {
                break;
            }
            fitted.appendCodePoint(shown);
        }
        return fitted.toString().strip();
    }

    private static boolean isBlank(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point);
    }

    private static boolean isPrintable(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    /** Custom metadata as it is to be: what others wrote stays, and an empty description is none. */
    static Map<String, String> merged(Map<String, String> custom, String fitted) {
        Map<String, String> merged = new LinkedHashMap<>(custom);
        if (fitted.isEmpty()) {
            merged.remove(KEY);
        } else {
            merged.put(KEY, fitted);
        }
        return merged;
    }

    /** The body that replaces the custom metadata and leaves the other settings of a secret as they are. */
    static Body body(Map<String, String> custom) {
        try (JsonBody body = new JsonBody()) {
            body.object("custom_metadata");
            custom.forEach(body::text);
            return body.end().body();
        }
    }
}
