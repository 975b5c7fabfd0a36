package dev.lockstep.practice;

import static dev.lockstep.practice.HooklistenerQuirk.BARE_SECRET;
import static dev.lockstep.practice.HooklistenerQuirk.DELETED_STAYS_LISTED;
import static dev.lockstep.practice.HooklistenerQuirk.DUPLICATE_400;
import static dev.lockstep.practice.HooklistenerQuirk.DUPLICATE_409;
import static dev.lockstep.practice.HooklistenerQuirk.DUPLICATE_AS_ERROR;
import static dev.lockstep.practice.HooklistenerQuirk.DUPLICATE_AS_TEXT;
import static dev.lockstep.practice.HooklistenerQuirk.DUPLICATE_BY_ORGANIZATION;
import static dev.lockstep.practice.HooklistenerQuirk.LIST_AS_SECRETS;
import static dev.lockstep.practice.HooklistenerQuirk.LIST_BARE;
import static dev.lockstep.practice.HooklistenerQuirk.LIST_PAGED;
import static dev.lockstep.practice.HooklistenerQuirk.OLDER_FIELDS;
import static dev.lockstep.practice.HooklistenerQuirk.SECRET_IN_SECRET;
import static dev.lockstep.practice.HooklistenerQuirk.TIMES_WITHOUT_ZONE;
import static dev.lockstep.practice.HooklistenerQuirk.VALUE_IN_DATA;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.remote.Fit;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.VendorContract;
import dev.lockstep.remote.VendorContracts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The bodies of Hooklistener's answers, in each form that they may have. */
final class HooklistenerBodies {
    private static final VendorContract CONTRACT = VendorContracts.HOOKLISTENER;
    private static final String TAKEN = "has already been taken";

    private final Set<HooklistenerQuirk> quirks;

    HooklistenerBodies(Set<HooklistenerQuirk> quirks) {
        this.quirks = quirks;
    }

    /** A secret as it is kept. */
    record Kept(
            String id,
            String name,
            String value,
            Optional<String> description,
            Instant inserted,
            Instant updated,
            boolean deleted) {
        Kept asDeleted() {
            return new Kept(id, name, value, description, inserted, updated, true);
        }

        @Override
        public String toString() {
            return id;
        }
    }

    Answered list(List<Kept> all) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        all.forEach(kept -> list.add(shown(kept)));
        if (quirks.contains(LIST_BARE)) {
            return Answered.json(200, list.toString());
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set(quirks.contains(LIST_AS_SECRETS) ? "secrets" : "data", list);
        if (quirks.contains(LIST_PAGED)) {
            body.putObject("pagination").put("page", 1).put("total_pages", 2);
        }
        return Answered.json(200, body.toString());
    }

    Answered one(int status, Kept kept) {
        ObjectNode shown = shown(kept);
        if (quirks.contains(BARE_SECRET)) {
            return Answered.json(status, shown.toString());
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set(quirks.contains(SECRET_IN_SECRET) ? "secret" : "data", shown);
        return Answered.json(status, body.toString());
    }

    private ObjectNode shown(Kept kept) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        shown.put("id", kept.id()).put("name", kept.name());
        shown.put("description", kept.description().orElse(null));
        boolean older = quirks.contains(OLDER_FIELDS);
        shown.put(older ? "created_at" : "inserted_at", time(kept.inserted()));
        shown.put("updated_at", time(kept.updated()));
        if (older) {
            shown.put("organization_id", HooklistenerSimulator.ORGANIZATION);
            shown.putNull("last_used_at").putNull("last_rotated_at");
        }
        if (older || quirks.contains(DELETED_STAYS_LISTED)) {
            shown.put("is_active", !kept.deleted());
        }
        return shown;
    }

    private String time(Instant instant) {
        String text = instant.truncatedTo(ChronoUnit.SECONDS).toString();
        return quirks.contains(TIMES_WITHOUT_ZONE) ? text.substring(0, text.length() - 1) : text;
    }

    Answered value(Kept kept, Instant now) {
        ObjectNode value = JsonNodeFactory.instance.objectNode();
        value.put("id", kept.id())
                .put("name", kept.name())
                .put("value", kept.value())
                .put("decrypted_at", time(now));
        if (!quirks.contains(VALUE_IN_DATA)) {
            return Answered.json(200, value.toString());
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("data", value);
        return Answered.json(200, body.toString());
    }

    Answered duplicate() {
        if (quirks.contains(DUPLICATE_AS_TEXT)) {
            return new Answered(422, Map.of(), "text/plain", ("name " + TAKEN).getBytes(StandardCharsets.UTF_8));
        }
        if (quirks.contains(DUPLICATE_409)) {
            return error(409, "Conflict");
        }
        if (quirks.contains(DUPLICATE_400)) {
            return error(400, "A secret with this name already exists");
        }
        if (quirks.contains(DUPLICATE_AS_ERROR)) {
            return error(422, "Name " + TAKEN);
        }
        return invalid(quirks.contains(DUPLICATE_BY_ORGANIZATION) ? "organization_id" : "name", TAKEN);
    }

    static Answered error(int status, String text) {
        return Answered.json(
                status, JsonNodeFactory.instance.objectNode().put("error", text).toString());
    }

    /** The errors of one field, as Ecto tells them. */
    static Answered invalid(String field, String text) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("errors").putArray(field).add(text);
        return Answered.json(422, body.toString());
    }

    static Optional<Answered> wrongName(String name) {
        try {
            Fit.require(CONTRACT, name);
            return Optional.empty();
        } catch (RemoteException e) {
            return Optional.of(invalid("name", "has invalid format"));
        }
    }

    static Optional<Answered> wrongValue(JsonNode fields) {
        String value = fields.path("value").asText();
        if (value.isEmpty()) {
            return Optional.of(invalid("value", "can't be blank"));
        }
        return limited("value", value, CONTRACT.values().most());
    }

    static Optional<Answered> wrongDescription(JsonNode fields) {
        return limited("description", fields.path("description").asText(), CONTRACT.descriptionLimit());
    }

    private static Optional<Answered> limited(String field, String text, int most) {
        return text.codePointCount(0, text.length()) > most
                ? Optional.of(invalid(field, "should be at most " + most + " character(s)"))
                : Optional.empty();
    }

    static String id(int number) {
        return String.format(Locale.ROOT, "0b5ec2e7-0000-4000-8000-%012x", number);
    }
}
