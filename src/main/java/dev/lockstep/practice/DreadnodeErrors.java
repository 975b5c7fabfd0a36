package dev.lockstep.practice;

import static dev.lockstep.practice.PlainJson.object;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The errors of Dreadnode's document, in the forms that its quirks choose. */
final class DreadnodeErrors {
    private static final String VALIDATION = "validation_error";

    private final Set<DreadnodeQuirk> quirks;

    DreadnodeErrors(Set<DreadnodeQuirk> quirks) {
        this.quirks = quirks;
    }

    Answered of(int status, String type, String detail) {
        return PlainJson.answer(status, object("code", status, "detail", detail, "type", type));
    }

    Answered unauthorized() {
        return of(401, "authentication_error", "Authentication failed");
    }

    Answered forbidden() {
        return of(403, "permission_error", "Access forbidden");
    }

    Answered notFound() {
        return of(404, "not_found_error", "Not found");
    }

    Answered upgrade() {
        int status = quirks.contains(DreadnodeQuirk.UPGRADE_IS_403) ? 403 : 426;
        return of(status, "upgrade_required_error", "Upgrade required");
    }

    Answered duplicate() {
        int status = quirks.contains(DreadnodeQuirk.DUPLICATE_IS_400)
                ? 400
                : quirks.contains(DreadnodeQuirk.DUPLICATE_IS_422) ? 422 : 409;
        return of(status, "already_exists_error", "Already exists");
    }

    Answered invalid(String field, String text, String type, @Nullable String input) {
        boolean otherWords = quirks.contains(DreadnodeQuirk.VALIDATION_IN_OTHER_WORDS);
        boolean repeated = input != null && quirks.contains(DreadnodeQuirk.INPUT_REPEATED);
        Map<String, @Nullable Object> item = object(
                otherWords ? "location" : "loc",
                List.of("body", field),
                otherWords ? "message" : "msg",
                repeated ? text + ", not '" + input + "'" : text,
                "type",
                type);
        if (repeated) {
            item.put("input", input);
        }
        if (quirks.contains(DreadnodeQuirk.VALIDATION_IS_DETAIL)) {
            return PlainJson.answer(422, object("code", 422, "detail", List.of(item), "type", VALIDATION));
        }
        Map<String, @Nullable Object> envelope = object("code", 422, "detail", "Validation error", "type", VALIDATION);
        envelope.put(key(otherWords), List.of(item));
        return PlainJson.answer(422, envelope);
    }

    private String key(boolean otherWords) {
        if (otherWords) {
            return "validation_errors";
        }
        return quirks.contains(DreadnodeQuirk.VALIDATION_UNDER_DETAILS) ? "details" : "errors";
    }
}
