package dev.lockstep.practice;

import static dev.lockstep.practice.PlainJson.object;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.remote.VendorContract;
import dev.lockstep.remote.VendorContracts;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Mixpeek's secrets of one organization. {@link #ADMIN_KEY} may write, {@link #READER_KEY} may list. */
public final class MixpeekSimulator extends Simulator {
    /** A key with ADMIN permission. */
    public static final String ADMIN_KEY = "sk_practice_admin";

    /** A key with READ permission. */
    public static final String READER_KEY = "sk_practice_reader";

    private static final String SECRETS = "/v1/organizations/secrets";
    private static final VendorContract CONTRACT = VendorContracts.MIXPEEK;
    private static final int CUT = 100;
    private static final int VALUE_LIMIT = 65_536;

    private final Set<MixpeekQuirk> quirks;
    private final MixpeekErrors errors;
    private final NamedValues values;
    private final Optional<CallBudget> budget;

    public MixpeekSimulator(Executor executor, Clock clock, Set<MixpeekQuirk> quirks) throws IOException {
        Set<MixpeekQuirk> own = Set.copyOf(quirks);
        this.quirks = own;
        errors = new MixpeekErrors(own);
        values = new NamedValues(own.contains(MixpeekQuirk.CASE_IGNORED));
        budget = budget(clock, own);
        super(executor);
    }

    private static Optional<CallBudget> budget(Clock clock, Set<MixpeekQuirk> quirks) {
        if (quirks.contains(MixpeekQuirk.TEN_A_MINUTE)) {
            return Optional.of(new CallBudget(clock, 10, 10));
        }
        return quirks.contains(MixpeekQuirk.SIXTY_A_MINUTE)
                ? Optional.of(new CallBudget(clock, 60, 10))
                : Optional.empty();
    }

    private boolean is(MixpeekQuirk quirk) {
        return quirks.contains(quirk);
    }

    /** Puts a secret there as somebody else would. */
    public void plant(String name, String value) {
        values.create(name, value);
    }

    /** Whether a secret is there with exactly these bytes, as UTF-8. */
    public boolean holds(String name, byte[] value) {
        return values.holds(name, value);
    }

    @Override
    protected Optional<Answered> stranger(Asked asked) {
        String key = asked.header("Authorization").orElse("");
        return key.equals("Bearer " + ADMIN_KEY) || isReader(asked)
                ? Optional.empty()
                : Optional.of(errors.unauthorized());
    }

    private static boolean isReader(Asked asked) {
        return asked.header("Authorization")
                .filter(("Bearer " + READER_KEY)::equals)
                .isPresent();
    }

    @Override
    protected Answered answer(Asked asked) {
        if (budget.isEmpty()) {
            return authorized(asked);
        }
        CallBudget.Left left = budget.get().spend();
        long reset = left.reset().getEpochSecond();
        if (is(MixpeekQuirk.RESET_IS_A_DELAY)) {
            reset = left.refusedFor().orElse(60L);
        }
        Answered answered = left.refusedFor().map(this::tooMany).orElseGet(() -> authorized(asked));
        return answered.with("X-RateLimit-Limit", Integer.toString(left.limit()))
                .with("X-RateLimit-Remaining", Integer.toString(left.remaining()))
                .with("X-RateLimit-Reset", Long.toString(reset));
    }

    private Answered tooMany(long seconds) {
        Answered answered = errors.of(429, "TooManyRequestsError", "Rate limit exceeded");
        return is(MixpeekQuirk.NO_RETRY_AFTER) ? answered : answered.with("Retry-After", Long.toString(seconds));
    }

    private Answered authorized(Asked asked) {
        return isReader(asked) && !asked.method().equals("GET") ? errors.forbidden() : route(asked);
    }

    private Answered route(Asked asked) {
        String path = asked.path();
        if (path.equals(SECRETS)) {
            return switch (asked.method()) {
                case "GET" -> listed(values.names());
                case "POST" -> create(PlainJson.read(asked.body()));
                default -> errors.of(405, "BadRequestError", "Method Not Allowed");
            };
        }
        String name = path.startsWith(SECRETS + "/") ? path.substring(SECRETS.length() + 1) : "";
        if (name.isEmpty() || name.indexOf('/') >= 0) {
            return errors.notFound();
        }
        return switch (asked.method()) {
            case "PUT" -> update(name, PlainJson.read(asked.body()));
            case "DELETE" -> delete(name);
            default -> errors.of(405, "BadRequestError", "Method Not Allowed");
        };
    }

    private Answered listed(List<String> names) {
        List<String> shown = is(MixpeekQuirk.LIST_CUT) ? names.subList(0, Math.min(CUT, names.size())) : names;
        return PlainJson.answer(200, object("secrets", shown, "count", names.size()));
    }

    private Answered create(JsonNode body) {
        String name = body.path("secret_name").asText();
        Optional<Answered> refused = refusedName(body.path("secret_name")).or(() -> refusedValue(body));
        if (refused.isPresent()) {
            return refused.get();
        }
        return values.create(name, body.path("secret_value").asText())
                ? done(201, name, "created")
                : errors.duplicate(name);
    }

    private Answered update(String name, JsonNode body) {
        Optional<Answered> refused = refusedValue(body);
        if (refused.isPresent()) {
            return refused.get();
        }
        return values.update(name, body.path("secret_value").asText()) ? done(200, name, "updated") : errors.notFound();
    }

    private Answered delete(String name) {
        if (!values.delete(name)) {
            return errors.notFound();
        }
        return is(MixpeekQuirk.DELETED_WITHOUT_BODY) ? Answered.empty(204) : done(200, name, "deleted");
    }

    private Optional<Answered> refusedName(JsonNode sent) {
        String name = sent.asText();
        if (!sent.isTextual()) {
            return Optional.of(errors.invalid("secret_name", "Field required", "missing", null));
        }
        int length = name.codePointCount(0, name.length());
        int most = CONTRACT.names().maxLength();
        if (length < 1 || length > most) {
            return Optional.of(errors.invalid(
                    "secret_name", "String should have 1 to " + most + " characters", "string_length", name));
        }
        boolean fits =
                !is(MixpeekQuirk.NAMES_CHECKED) || name.matches(CONTRACT.names().pattern());
        return fits
                ? Optional.empty()
                : Optional.of(errors.invalid(
                        "secret_name", "Use lowercase with underscores", "string_pattern_mismatch", name));
    }

    private Optional<Answered> refusedValue(JsonNode body) {
        JsonNode sent = body.path("secret_value");
        if (!sent.isTextual()) {
            return Optional.of(errors.invalid("secret_value", "Field required", "missing", null));
        }
        String value = sent.asText();
        if (value.isEmpty()) {
            return Optional.of(errors.invalid(
                    "secret_value", "String should have at least 1 character", "string_too_short", value));
        }
        boolean fits = !is(MixpeekQuirk.VALUES_LIMITED) || value.codePointCount(0, value.length()) <= VALUE_LIMIT;
        return fits
                ? Optional.empty()
                : Optional.of(errors.invalid(
                        "secret_value",
                        "String should have at most " + VALUE_LIMIT + " characters",
                        "string_too_long",
                        value));
    }

    private Answered done(int status, String name, String what) {
        Map<String, @Nullable Object> fields = object("secret_name", name);
        if (is(MixpeekQuirk.NULLS_WRITTEN)) {
            fields.putAll(object("created", null, "updated", null, "deleted", null));
        }
        fields.put(what, true);
        return PlainJson.answer(status, fields);
    }

    @Override
    protected Answered disturbed(Asked asked, Disturbance disturbance) {
        return switch (disturbance) {
            case UNAUTHORIZED -> errors.unauthorized();
            case FORBIDDEN -> errors.forbidden();
            case CONFLICT -> errors.of(409, "AlreadyExistsError", "Resource already exists");
            case UNPROCESSABLE -> errors.list("secret_name", "Input should be a valid string", "string_type", null);
            case UNPROCESSABLE_OTHERWISE ->
                errors.envelope("secret_name", "Input should be a valid string", "string_type", null);
            case UPGRADE_REQUIRED -> errors.of(403, "NotEnabledError", "Secrets are not enabled for this organization");
            case TOO_MANY ->
                errors.of(429, "TooManyRequestsError", "Rate limit exceeded").with("Retry-After", "1");
            case BAD_GATEWAY -> Gateway.page(502);
            case GATEWAY_TIMEOUT -> Gateway.page(504);
            case SERVICE_UNAVAILABLE -> errors.of(503, "UnavailableError", "Service unavailable");
            default -> errors.of(500, "InternalServerError", "Internal server error");
        };
    }

    @Override
    protected boolean asksForList(Asked asked) {
        return asked.method().equals("GET") && asked.path().equals(SECRETS);
    }

    @Override
    protected Answered list(Asked asked, Disturbance disturbance) {
        return listed(disturbance == Disturbance.EMPTY_LISTING ? List.of() : values.namesBefore());
    }
}
