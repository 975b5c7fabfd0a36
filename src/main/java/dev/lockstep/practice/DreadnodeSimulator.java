package dev.lockstep.practice;

import static dev.lockstep.practice.PlainJson.object;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.remote.VendorContract;
import dev.lockstep.remote.VendorContracts;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/** Dreadnode's secrets of one user, whose token is {@link #TOKEN}. */
public final class DreadnodeSimulator extends Simulator {
    /** The user's token. */
    public static final String TOKEN = "practice-token";

    private static final String SECRETS = "/api/v1/user/secrets";
    private static final Map<String, String> PRESETS =
            Map.of("openai", "OPENAI_API_KEY", "anthropic", "ANTHROPIC_API_KEY", "github", "GITHUB_TOKEN");
    private static final VendorContract CONTRACT = VendorContracts.DREADNODE;
    private static final int CUT = 100;
    private static final int NAME_LIMIT = 64;
    private static final int VALUE_LIMIT = 65_536;

    private final Set<DreadnodeQuirk> quirks;
    private final DreadnodeErrors errors;
    private final DreadnodeDisplay display;
    private final DreadnodeSecrets secrets;

    public DreadnodeSimulator(Executor executor, Clock clock, Set<DreadnodeQuirk> quirks) throws IOException {
        Set<DreadnodeQuirk> own = Set.copyOf(quirks);
        this.quirks = own;
        errors = new DreadnodeErrors(own);
        display = new DreadnodeDisplay(own);
        secrets = new DreadnodeSecrets(clock, own.contains(DreadnodeQuirk.CASE_IGNORED));
        super(executor);
    }

    private boolean is(DreadnodeQuirk quirk) {
        return quirks.contains(quirk);
    }

    /** Puts a secret there as somebody else would. */
    public void plant(String name, String value) {
        secrets.create(name, Optional.empty(), value);
    }

    /** Whether a secret is there with exactly these bytes, as UTF-8. */
    public boolean holds(String name, byte[] value) {
        return secrets.holds(name, value);
    }

    @Override
    protected Optional<Answered> stranger(Asked asked) {
        return asked.header("Authorization").filter(("Bearer " + TOKEN)::equals).isPresent()
                ? Optional.empty()
                : Optional.of(errors.unauthorized());
    }

    @Override
    protected Answered answer(Asked asked) {
        String path = asked.path();
        if (path.equals(SECRETS)) {
            return switch (asked.method()) {
                case "GET" -> listed(secrets.all());
                case "POST" -> create(PlainJson.read(asked.body()));
                default -> notAllowed();
            };
        }
        String id = path.startsWith(SECRETS + "/") ? path.substring(SECRETS.length() + 1) : "";
        if (id.isEmpty() || id.indexOf('/') >= 0) {
            return errors.notFound();
        }
        return switch (asked.method()) {
            case "PUT" -> update(id, PlainJson.read(asked.body()));
            case "DELETE" -> delete(id);
            default -> notAllowed();
        };
    }

    private Answered notAllowed() {
        return errors.of(405, "method_not_allowed_error", "Method Not Allowed");
    }

    private Answered listed(List<DreadnodeSecrets.Stored> stored) {
        int shown = is(DreadnodeQuirk.LIST_CUT) ? Math.min(CUT, stored.size()) : stored.size();
        return PlainJson.answer(
                200,
                object(
                        "secrets",
                        stored.subList(0, shown).stream().map(display::of).toList(),
                        "total",
                        stored.size()));
    }

    private Answered create(JsonNode body) {
        Optional<Answered> refused =
                refusedName(body).or(() -> refusedProvider(body)).or(() -> refusedValue(body));
        if (refused.isPresent()) {
            return refused.get();
        }
        String sent = body.path("name").asText();
        String name = is(DreadnodeQuirk.NAMES_RAISED) ? sent.toUpperCase(Locale.ROOT) : sent;
        Optional<String> provider =
                Optional.of(body.path("provider").asText("")).filter(text -> !text.isEmpty());
        int created = is(DreadnodeQuirk.CREATED_IS_200) ? 200 : 201;
        return secrets.create(name, provider, body.path("value").asText())
                .map(stored -> PlainJson.answer(created, display.of(stored)))
                .orElseGet(errors::duplicate);
    }

    private Answered update(String id, JsonNode body) {
        return refusedValue(body)
                .or(() -> secrets.update(id, body.path("value").asText())
                        .map(stored -> PlainJson.answer(200, display.of(stored))))
                .orElseGet(errors::notFound);
    }

    private Answered delete(String id) {
        if (is(DreadnodeQuirk.DELETE_IS_405)) {
            return notAllowed();
        }
        if (is(DreadnodeQuirk.DELETE_IS_404)) {
            return errors.notFound();
        }
        return secrets.delete(id).map(this::deleted).orElseGet(errors::notFound);
    }

    private Answered deleted(DreadnodeSecrets.Stored stored) {
        if (is(DreadnodeQuirk.DELETED_WITH_BODY)) {
            return PlainJson.answer(200, display.of(stored));
        }
        return Answered.empty(is(DreadnodeQuirk.DELETED_IS_200) ? 200 : 204);
    }

    private Optional<Answered> refusedName(JsonNode body) {
        String name = body.path("name").asText("");
        boolean tooLong = is(DreadnodeQuirk.NAMES_LIMITED) && name.length() > NAME_LIMIT;
        return !tooLong && name.matches(CONTRACT.names().pattern())
                ? Optional.empty()
                : Optional.of(errors.invalid("name", "Use an environment variable name", "value_error", name));
    }

    private Optional<Answered> refusedProvider(JsonNode body) {
        String provider = body.path("provider").asText("");
        if (provider.isEmpty() && is(DreadnodeQuirk.PROVIDER_REQUIRED)) {
            return Optional.of(errors.invalid("provider", "Field required", "missing", null));
        }
        boolean unknown = !provider.isEmpty() && !PRESETS.containsKey(provider);
        return unknown && is(DreadnodeQuirk.PROVIDER_FROM_LIST)
                ? Optional.of(errors.invalid("provider", "Unknown provider", "enum", provider))
                : Optional.empty();
    }

    private Optional<Answered> refusedValue(JsonNode body) {
        JsonNode sent = body.path("value");
        if (!sent.isTextual() || sent.asText().isEmpty()) {
            return Optional.of(errors.invalid("value", "Field required", "missing", null));
        }
        String value = sent.asText();
        boolean fits = !is(DreadnodeQuirk.VALUES_LIMITED) || value.codePointCount(0, value.length()) <= VALUE_LIMIT;
        return fits
                ? Optional.empty()
                : Optional.of(errors.invalid("value", "Value is too long", "string_too_long", value));
    }

    @Override
    protected Answered disturbed(Asked asked, Disturbance disturbance) {
        return switch (disturbance) {
            case UNAUTHORIZED -> errors.unauthorized();
            case FORBIDDEN -> errors.forbidden();
            case CONFLICT -> errors.duplicate();
            case UNPROCESSABLE -> errors.invalid("name", "Use an environment variable name", "value_error", null);
            case UNPROCESSABLE_OTHERWISE -> errors.of(422, "validation_error", "Validation error");
            case UPGRADE_REQUIRED -> errors.upgrade();
            case TOO_MANY -> errors.of(429, "rate_limit_error", "Rate limited").with("Retry-After", "1");
            case BAD_GATEWAY -> errors.of(502, "bad_gateway_error", "Bad gateway");
            case GATEWAY_TIMEOUT -> errors.of(504, "gateway_timeout_error", "Gateway timeout");
            case SERVICE_UNAVAILABLE -> Gateway.page(503);
            default -> errors.of(500, "internal_error", "Internal server error");
        };
    }

    @Override
    protected boolean asksForList(Asked asked) {
        return asked.method().equals("GET") && asked.path().equals(SECRETS);
    }

    @Override
    protected Answered list(Asked asked, Disturbance disturbance) {
        return listed(disturbance == Disturbance.EMPTY_LISTING ? List.of() : secrets.before());
    }
}
