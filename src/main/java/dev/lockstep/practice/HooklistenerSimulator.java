package dev.lockstep.practice;

import static dev.lockstep.practice.HooklistenerQuirk.CREATE_IS_200;
import static dev.lockstep.practice.HooklistenerQuirk.CREATE_TELLS_NOTHING;
import static dev.lockstep.practice.HooklistenerQuirk.DELETED_IS_410;
import static dev.lockstep.practice.HooklistenerQuirk.DELETED_NAME_STAYS_TAKEN;
import static dev.lockstep.practice.HooklistenerQuirk.DELETED_STAYS_LISTED;
import static dev.lockstep.practice.HooklistenerQuirk.DELETE_TELLS;
import static dev.lockstep.practice.HooklistenerQuirk.ORGANIZATION_NEEDED;
import static dev.lockstep.practice.HooklistenerQuirk.PLAN_WITHOUT_SECRETS_402;
import static dev.lockstep.practice.HooklistenerQuirk.PLAN_WITHOUT_SECRETS_403;
import static dev.lockstep.practice.HooklistenerQuirk.RENAME_IGNORED;
import static dev.lockstep.practice.HooklistenerQuirk.RENAME_IGNORED_UNTOLD;
import static dev.lockstep.practice.HooklistenerQuirk.UPDATE_NEEDS_VALUE;
import static dev.lockstep.practice.HooklistenerQuirk.UPDATE_TELLS_NOTHING;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lockstep.practice.HooklistenerBodies.Kept;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;

/** Hooklistener's secrets of one organization, by docs.hooklistener.com. */
public final class HooklistenerSimulator extends Simulator {
    /** The organization that is there. */
    public static final String ORGANIZATION = "0a11ce00-0000-4000-8000-0000000000a1";
    /** The key that is accepted. */
    public static final String KEY = "hklst_practice";

    private static final String SECRETS = "/api/v1/secrets";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Clock clock;
    private final Set<HooklistenerQuirk> quirks;
    private final HooklistenerBodies bodies;
    private final Shelf<Kept> shelf = new Shelf<>();
    private final Map<String, String> ids = new HashMap<>();
    private final ConcurrentLinkedQueue<String> audit = new ConcurrentLinkedQueue<>();
    private int made;

    public HooklistenerSimulator(Executor executor, Clock clock, Set<HooklistenerQuirk> quirks) throws IOException {
        super(executor);
        this.clock = clock;
        this.quirks = Set.copyOf(quirks);
        bodies = new HooklistenerBodies(this.quirks);
    }

    /** The ids of the secrets whose values were read, in that order. */
    public List<String> audited() {
        return List.copyOf(audit);
    }

    @Override
    protected synchronized Answered answer(Asked asked) {
        return route(asked);
    }

    @Override
    protected Optional<Answered> stranger(Asked asked) {
        Optional<String> key = asked.header("Authorization");
        if (key.isEmpty()) {
            return Optional.of(HooklistenerBodies.error(401, "Authentication required"));
        }
        if (!key.get().equals("Bearer " + KEY)) {
            return Optional.of(HooklistenerBodies.error(401, "Invalid API key"));
        }
        if (quirks.contains(PLAN_WITHOUT_SECRETS_402) || quirks.contains(PLAN_WITHOUT_SECRETS_403)) {
            int status = quirks.contains(PLAN_WITHOUT_SECRETS_402) ? 402 : 403;
            return Optional.of(HooklistenerBodies.error(status, "Secrets need a Team or Enterprise plan"));
        }
        Optional<String> organization = asked.header("x-organization-id");
        boolean another = organization.filter(id -> !id.equals(ORGANIZATION)).isPresent();
        boolean missing = organization.isEmpty() && quirks.contains(ORGANIZATION_NEEDED);
        return another || missing
                ? Optional.of(HooklistenerBodies.error(403, "You are not a member of this organization"))
                : Optional.empty();
    }

    private Answered route(Asked asked) {
        if (asksForList(asked)) {
            return bodies.list(listed(shelf.all()));
        }
        if (asked.path().equals(SECRETS)) {
            return asked.method().equals("POST") ? create(fields(asked)) : missing();
        }
        if (!asked.path().startsWith(SECRETS + "/")) {
            return missing();
        }
        String rest = asked.path().substring(SECRETS.length() + 1);
        boolean value = rest.endsWith("/value");
        Optional<Kept> found = shelf.get(value ? rest.substring(0, rest.length() - "/value".length()) : rest);
        boolean hidden = found.filter(kept -> kept.deleted() && !quirks.contains(DELETED_STAYS_LISTED))
                .isPresent();
        if (found.isEmpty() || hidden) {
            return found.isPresent() && quirks.contains(DELETED_IS_410)
                    ? HooklistenerBodies.error(410, "Gone")
                    : missing();
        }
        Kept kept = found.get();
        return switch (asked.method() + (value ? " value" : "")) {
            case "GET value" -> kept.deleted() ? missing() : read(kept);
            case "GET" -> bodies.one(200, kept);
            case "PUT" -> kept.deleted() ? missing() : update(kept, fields(asked));
            case "DELETE" -> kept.deleted() ? missing() : delete(kept);
            default -> missing();
        };
    }

    private List<Kept> listed(List<Kept> all) {
        return quirks.contains(DELETED_STAYS_LISTED)
                ? all
                : all.stream().filter(kept -> !kept.deleted()).toList();
    }

    private static Answered missing() {
        return HooklistenerBodies.error(404, "Not found");
    }

    private static JsonNode fields(Asked asked) {
        try {
            return MAPPER.readTree(asked.body()).path("secret");
        } catch (JacksonException e) {
            return JsonNodeFactory.instance.missingNode();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Answered create(JsonNode fields) {
        String name = fields.path("name").asText();
        Optional<Answered> wrong = HooklistenerBodies.wrongName(name)
                .or(() -> HooklistenerBodies.wrongValue(fields))
                .or(() -> HooklistenerBodies.wrongDescription(fields));
        if (wrong.isPresent()) {
            return wrong.get();
        }
        if (ids.containsKey(name)) {
            return bodies.duplicate();
        }
        String id = HooklistenerBodies.id(++made);
        Kept kept = new Kept(
                id,
                name,
                fields.path("value").asText(),
                text(fields, "description"),
                clock.instant(),
                clock.instant(),
                false);
        ids.put(name, id);
        shelf.put(id, kept);
        if (quirks.contains(CREATE_TELLS_NOTHING)) {
            return Answered.empty(201);
        }
        return bodies.one(quirks.contains(CREATE_IS_200) ? 200 : 201, kept);
    }

    private static Optional<String> text(JsonNode fields, String name) {
        return fields.hasNonNull(name) ? Optional.of(fields.path(name).asText()) : Optional.empty();
    }

    private Answered read(Kept kept) {
        audit.add(kept.id());
        return bodies.value(kept, clock.instant());
    }

    private Answered update(Kept kept, JsonNode fields) {
        boolean renames = fields.hasNonNull("name");
        String name = renames ? fields.path("name").asText() : kept.name();
        boolean values = fields.hasNonNull("value") || quirks.contains(UPDATE_NEEDS_VALUE);
        Optional<Answered> wrong = HooklistenerBodies.wrongName(name)
                .or(() -> values ? HooklistenerBodies.wrongValue(fields) : Optional.empty())
                .or(() -> HooklistenerBodies.wrongDescription(fields));
        if (wrong.isPresent()) {
            return wrong.get();
        }
        boolean ignored = quirks.contains(RENAME_IGNORED) || quirks.contains(RENAME_IGNORED_UNTOLD);
        String after = ignored ? kept.name() : name;
        if (!kept.id().equals(ids.getOrDefault(after, kept.id()))) {
            return bodies.duplicate();
        }
        ids.remove(kept.name());
        ids.put(after, kept.id());
        Kept changed = new Kept(
                kept.id(),
                after,
                text(fields, "value").orElse(kept.value()),
                text(fields, "description").or(kept::description),
                kept.inserted(),
                clock.instant(),
                false);
        shelf.put(kept.id(), changed);
        boolean silent = quirks.contains(UPDATE_TELLS_NOTHING) || quirks.contains(RENAME_IGNORED_UNTOLD);
        return silent ? Answered.empty(200) : bodies.one(200, changed);
    }

    /** Soft: it is kept, and not shown any more. */
    private Answered delete(Kept kept) {
        shelf.put(kept.id(), kept.asDeleted());
        if (!quirks.contains(DELETED_NAME_STAYS_TAKEN)) {
            ids.remove(kept.name());
        }
        return quirks.contains(DELETE_TELLS) ? bodies.one(200, kept.asDeleted()) : Answered.empty(204);
    }

    @Override
    protected Answered disturbed(Asked asked, Disturbance disturbance) {
        return switch (disturbance) {
            case UNAUTHORIZED -> HooklistenerBodies.error(401, "Authentication required");
            case FORBIDDEN -> HooklistenerBodies.error(403, "You do not have permission to do this");
            case CONFLICT -> bodies.duplicate();
            case UNPROCESSABLE -> HooklistenerBodies.invalid("value", "can't be blank");
            case UNPROCESSABLE_OTHERWISE -> HooklistenerBodies.error(422, "Value can't be blank");
            case UPGRADE_REQUIRED -> HooklistenerBodies.error(403, "Please upgrade your plan");
            case TOO_MANY -> HooklistenerBodies.error(429, "Too many requests").with("Retry-After", "1");
            case BAD_GATEWAY -> HooklistenerBodies.error(502, "Bad gateway");
            case SERVICE_UNAVAILABLE -> HooklistenerBodies.error(503, "Service unavailable");
            case GATEWAY_TIMEOUT -> HooklistenerBodies.error(504, "Gateway timeout");
            default -> HooklistenerBodies.error(500, "Internal server error");
        };
    }

    @Override
    protected boolean asksForList(Asked asked) {
        return asked.method().equals("GET") && asked.path().equals(SECRETS);
    }

    @Override
    protected Answered list(Asked asked, Disturbance disturbance) {
        List<Kept> shown = disturbance == Disturbance.EMPTY_LISTING ? List.of() : listed(shelf.allBefore());
        return bodies.list(shown);
    }

    @Override
    public String toString() {
        return "Hooklistener simulator";
    }
}
