package dev.lockstep.practice;

import com.sun.net.httpserver.Headers;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One request as it arrived.
 *
 * @param target path and query, still percent-encoded
 */
public record Asked(String method, URI target, Headers headers, byte[] body) {
    /** The path, decoded. */
    public String path() {
        return target.getPath();
    }

    /** The first header of that name, in any case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.getFirst(name));
    }

    /** The parameters of the query, decoded; the last of a name counts. */
    public Map<String, String> query() {
        return parameters(target.getRawQuery());
    }

    /** The parameters of a form body, decoded. */
    public Map<String, String> form() {
        return parameters(new String(body, StandardCharsets.UTF_8));
    }

    private static Map<String, String> parameters(@Nullable String encoded) {
        Map<String, String> found = new LinkedHashMap<>();
        if (encoded == null || encoded.isEmpty()) {
            return found;
        }
        for (String pair : encoded.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String text = equals < 0 ? "" : pair.substring(equals + 1);
            found.put(URLDecoder.decode(name, StandardCharsets.UTF_8), URLDecoder.decode(text, StandardCharsets.UTF_8));
        }
        return found;
    }

    /** The method alone: the rest may hold secrets. */
    @Override
    public String toString() {
        return method;
    }
}
