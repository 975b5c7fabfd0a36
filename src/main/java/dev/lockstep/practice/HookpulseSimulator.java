package dev.lockstep.practice;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.practice.HookpulsePages.Kept;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * Hookpulse's System Secret Vault of one brand, by docs.hookpulse.io. Nothing is documented of names and limits, so any name and value is
 * taken that is not empty.
 */
public final class HookpulseSimulator extends Simulator {
    /** The brand that is there. */
    public static final String BRAND = "5f0c7a52-0000-4000-8000-00000000b4a2";
    /** The key that is accepted. */
    public static final String KEY = "practice-hookpulse";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Set<HookpulseQuirk> quirks;
    private final HookpulsePages pages;
    private final Shelf<Kept> shelf = new Shelf<>();
    private final Map<String, String> uuids = new HashMap<>();
    private int made;

    public HookpulseSimulator(Executor executor, Set<HookpulseQuirk> quirks) throws IOException {
        super(executor);
        this.quirks = Set.copyOf(quirks);
        pages = new HookpulsePages(this.quirks);
    }

    @Override
    protected synchronized Answered answer(Asked asked) {
        return limited(route(asked), 9_999);
    }

    /** Both headers have to be right. */
    @Override
    protected Optional<Answered> stranger(Asked asked) {
        Optional<String> wrong = wrong(asked, "x-hookpulse-api-key", KEY, "API key")
                .or(() -> wrong(asked, "x-brand-uuid", BRAND, "brand UUID"));
        return wrong.map(text -> failed(401, text));
    }

    private static Optional<String> wrong(Asked asked, String header, String right, String called) {
        Optional<String> given = asked.header(header);
        if (given.isEmpty()) {
            return Optional.of("Missing " + called);
        }
        return given.filter(right::equals).isPresent() ? Optional.empty() : Optional.of("Invalid " + called);
    }

    private Answered route(Asked asked) {
        return switch (asked.method() + " " + asked.path()) {
            case "GET /v1/api/get_secrets_paginated/" -> pages.page(shelf.all(), number(asked));
            case "POST /v1/api/add_system_secret/" -> add(fields(asked));
            case "POST /v1/api/get_value_of_secret/" -> read(fields(asked));
            case "POST /v1/api/update_secret_value/",
                    "PUT /v1/api/update_secret_value/",
                    "PATCH /v1/api/update_secret_value/" -> update(asked);
            case "DELETE /v1/api/delete_secret/" -> delete(fields(asked));
            default -> failed(404, "Not found");
        };
    }

    private static int number(Asked asked) {
        String page = asked.query().getOrDefault("page", "1");
        return page.matches("[1-9]\\d{0,5}") ? Integer.parseInt(page) : 1;
    }

    private static JsonNode fields(Asked asked) {
        try {
            return MAPPER.readTree(asked.body());
        } catch (JacksonException e) {
            return JsonNodeFactory.instance.missingNode();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Answered add(JsonNode fields) {
        String key = fields.path("secret_key").asText();
        String value = fields.path("secret_value").asText();
        if (key.isEmpty() || value.isEmpty()) {
            return failed(400, "Missing required field: " + (key.isEmpty() ? "secret_key" : "secret_value"));
        }
        if (isTooLong(value)) {
            return failed(400, "secret_value is too long");
        }
        String there = uuids.get(folded(key));
        if (there != null) {
            return duplicate(there);
        }
        String uuid = uuid(++made);
        uuids.put(folded(key), uuid);
        shelf.put(uuid, new Kept(uuid, key, value));
        ObjectNode body = done("Variable added successfully in vault");
        if (quirks.contains(HookpulseQuirk.CREATE_TELLS_UUID)) {
            body.put("secret_uuid", uuid);
        }
        return Answered.json(200, body.toString());
    }

    private Answered duplicate(String there) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("error", "Key with same name already in database").put("success", false);
        if (!quirks.contains(HookpulseQuirk.DUPLICATE_WITHOUT_UUID)) {
            body.put("secret_uuid", there);
        }
        return Answered.json(status(400), body.toString());
    }

    private boolean isTooLong(String value) {
        return quirks.contains(HookpulseQuirk.SHORT_VALUES) && value.codePointCount(0, value.length()) > 1000;
    }

    private String folded(String key) {
        return quirks.contains(HookpulseQuirk.NAMES_IGNORE_CASE) ? key.toLowerCase(Locale.ROOT) : key;
    }

    private Answered read(JsonNode fields) {
        Optional<Kept> found = shelf.get(fields.path("secret_uuid").asText());
        if (found.isEmpty()) {
            return failed(404, "Secret not found");
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("data")
                .put("secret_key", found.get().key())
                .put("secret_value", found.get().value())
                .put("call_key", HookpulsePages.callKey(found.get()))
                .put("secret_uuid", found.get().uuid());
        return Answered.json(200, body.put("success", true).toString());
    }

    private Answered update(Asked asked) {
        if (quirks.contains(HookpulseQuirk.NO_UPDATE)) {
            return failed(404, "Not found");
        }
        String method = quirks.contains(HookpulseQuirk.UPDATE_BY_PUT)
                ? "PUT"
                : quirks.contains(HookpulseQuirk.UPDATE_BY_PATCH) ? "PATCH" : "POST";
        if (!asked.method().equals(method)) {
            return error(405, "Method not allowed");
        }
        JsonNode fields = fields(asked);
        String value = fields.path("secret_value").asText();
        Optional<Kept> found = shelf.get(fields.path("secret_uuid").asText());
        if (found.isEmpty()) {
            return failed(404, "Secret not found");
        }
        if (value.isEmpty()) {
            return failed(400, "Missing required field: secret_value");
        }
        if (isTooLong(value)) {
            return failed(400, "secret_value is too long");
        }
        shelf.put(found.get().uuid(), new Kept(found.get().uuid(), found.get().key(), value));
        return Answered.json(200, done("Secret value updated successfully").toString());
    }

    private Answered delete(JsonNode fields) {
        String uuid = fields.path("secret_uuid").asText();
        Optional<Kept> found = shelf.get(uuid);
        if (found.isEmpty()) {
            String bare = JsonNodeFactory.instance
                    .objectNode()
                    .put("secret_uuid", uuid)
                    .toString();
            if (quirks.contains(HookpulseQuirk.BARE_DELETE_FAILURE)) {
                return Answered.json(400, bare);
            }
            return quirks.contains(HookpulseQuirk.BARE_DELETE_FAILURE_IN_200)
                    ? Answered.json(200, bare)
                    : failed(404, "Secret not found");
        }
        shelf.remove(uuid);
        uuids.remove(folded(found.get().key()));
        return Answered.json(200, done("System secret deleted successfully").toString());
    }

    @Override
    protected Answered disturbed(Asked asked, Disturbance disturbance) {
        return switch (disturbance) {
            case UNAUTHORIZED -> error(401, "Invalid API key");
            case FORBIDDEN -> error(403, "You do not have permission to perform this action");
            case CONFLICT -> duplicate(uuid(1));
            case UNPROCESSABLE -> error(400, "Missing required field: secret_key");
            case UNPROCESSABLE_OTHERWISE -> error(200, "Missing required field: secret_key");
            case UPGRADE_REQUIRED -> error(402, "Please upgrade your plan");
            case TOO_MANY -> limited(error(429, "Rate limit exceeded"), 0).with("Retry-After", "1");
            case BAD_GATEWAY -> error(502, "Bad gateway");
            case SERVICE_UNAVAILABLE -> error(503, "Service unavailable");
            case GATEWAY_TIMEOUT -> error(504, "Gateway timeout");
            default -> error(500, "Internal server error");
        };
    }

    @Override
    protected boolean asksForList(Asked asked) {
        return asked.path().equals("/v1/api/get_secrets_paginated/");
    }

    @Override
    protected Answered list(Asked asked, Disturbance disturbance) {
        List<Kept> shown = disturbance == Disturbance.EMPTY_LISTING ? List.of() : shelf.allBefore();
        return pages.page(shown, number(asked));
    }

    private Answered failed(int status, String text) {
        return error(status(status), text);
    }

    private int status(int status) {
        return quirks.contains(HookpulseQuirk.ERRORS_IN_200) ? 200 : status;
    }

    static Answered error(int status, String text) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        return Answered.json(
                status, body.put("success", false).put("error", text).toString());
    }

    private static ObjectNode done(String details) {
        return JsonNodeFactory.instance.objectNode().put("success", true).put("details", details);
    }

    /** The headers of the larger of the two documented limits, 10,000 calls an hour; the limit itself is left to {@link Disturbance#TOO_MANY}. */
    private static Answered limited(Answered answered, int remaining) {
        return answered.with("X-RateLimit-Limit", "10000").with("X-RateLimit-Remaining", Integer.toString(remaining));
    }

    static String uuid(int number) {
        return String.format(Locale.ROOT, "5ec2e700-0000-4000-8000-%012x", number);
    }

    @Override
    public String toString() {
        return "Hookpulse simulator";
    }
}
