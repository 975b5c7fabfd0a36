package dev.lockstep.practice;

import static dev.lockstep.practice.HookpulseQuirk.CIRCULAR_LIST;
import static dev.lockstep.practice.HookpulseQuirk.ENDLESS_LIST;
import static dev.lockstep.practice.HookpulseQuirk.LAST_PAGE_AGAIN;
import static dev.lockstep.practice.HookpulseQuirk.LIST_AS_DETAILS;
import static dev.lockstep.practice.HookpulseQuirk.LIST_AS_RESULTS;
import static dev.lockstep.practice.HookpulseQuirk.LIST_AS_SECRETS;
import static dev.lockstep.practice.HookpulseQuirk.LIST_BARE;
import static dev.lockstep.practice.HookpulseQuirk.LIST_NESTED;
import static dev.lockstep.practice.HookpulseQuirk.LIST_TELLS_MORE;
import static dev.lockstep.practice.HookpulseQuirk.NO_SUCH_PAGE;
import static dev.lockstep.practice.HookpulseQuirk.NO_SUCH_PAGE_IN_200;
import static dev.lockstep.practice.HookpulseQuirk.PAGES_UNTOLD;
import static dev.lockstep.practice.HookpulseQuirk.PAGE_IGNORED;
import static dev.lockstep.practice.HookpulseQuirk.SHORT_FIELDS;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The pages of Hookpulse's list, whose form is not documented. */
final class HookpulsePages {
    private static final int SIZE = 50;
    private static final Set<HookpulseQuirk> UNTOLD = EnumSet.of(
            LIST_AS_DETAILS,
            LIST_BARE,
            PAGES_UNTOLD,
            LAST_PAGE_AGAIN,
            NO_SUCH_PAGE,
            NO_SUCH_PAGE_IN_200,
            PAGE_IGNORED,
            ENDLESS_LIST);

    private final Set<HookpulseQuirk> quirks;

    HookpulsePages(Set<HookpulseQuirk> quirks) {
        this.quirks = quirks;
    }

    /** A secret as it is kept. */
    record Kept(String uuid, String key, String value) {
        @Override
        public String toString() {
            return uuid;
        }
    }

    Answered page(List<Kept> all, int number) {
        int last = Math.max(1, (all.size() + SIZE - 1) / SIZE);
        if (quirks.contains(PAGE_IGNORED)) {
            return body(all, 1, 1);
        }
        if (quirks.contains(ENDLESS_LIST)) {
            return body(List.of(made(number)), number, number + 1);
        }
        if (quirks.contains(CIRCULAR_LIST)) {
            return body(List.of(made(number % 3)), number, number + 1);
        }
        if (number <= last) {
            return body(part(all, number), number, last);
        }
        if (quirks.contains(LAST_PAGE_AGAIN)) {
            return body(part(all, last), last, last);
        }
        if (quirks.contains(NO_SUCH_PAGE)) {
            return HookpulseSimulator.error(404, "Invalid page.");
        }
        return quirks.contains(NO_SUCH_PAGE_IN_200)
                ? HookpulseSimulator.error(200, "Page is out of range")
                : body(List.of(), number, last);
    }

    private static List<Kept> part(List<Kept> all, int number) {
        return all.subList((number - 1) * SIZE, Math.min(number * SIZE, all.size()));
    }

    private static Kept made(int number) {
        return new Kept(HookpulseSimulator.uuid(number), "made_" + number, "");
    }

    private Answered body(List<Kept> part, int number, int last) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        part.forEach(kept -> list.add(shown(kept)));
        if (quirks.contains(LIST_BARE)) {
            return Answered.json(200, list.toString());
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (quirks.contains(LIST_AS_RESULTS)) {
            body.put("count", part.size());
            body.put(
                    "next",
                    number < last
                            ? "https://api.hookpulse.io/v1/api/get_secrets_paginated/?page=" + (number + 1)
                            : null);
            body.putNull("previous");
            body.set("results", list);
            return Answered.json(200, body.toString());
        }
        body.put("success", true);
        if (quirks.contains(LIST_NESTED)) {
            ObjectNode data = body.putObject("data");
            data.set("items", list);
            data.putObject("pagination").put("page", number).put("has_next", number < last);
            return Answered.json(200, body.toString());
        }
        body.set(
                quirks.contains(LIST_AS_SECRETS) ? "secrets" : quirks.contains(LIST_AS_DETAILS) ? "details" : "data",
                list);
        if (quirks.stream().noneMatch(UNTOLD::contains)) {
            body.put("page", number).put("total_pages", last);
        }
        return Answered.json(200, body.toString());
    }

    private ObjectNode shown(Kept kept) {
        boolean brief = quirks.contains(SHORT_FIELDS);
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        shown.put(brief ? "key" : "secret_key", kept.key());
        shown.put(brief ? "uuid" : "secret_uuid", kept.uuid());
        shown.put("call_key", callKey(kept));
        if (quirks.contains(LIST_TELLS_MORE)) {
            shown.put("id", 7).put("secret_value", kept.value()).put("created_at", "03 May 2025, 02:03 PM");
        }
        return shown;
    }

    static String callKey(Kept kept) {
        return "{{ #" + kept.key() + " }}";
    }
}
