package dev.lockstep.practice;

import static dev.lockstep.practice.PlainJson.object;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The errors of Mixpeek's documents, in the forms that its quirks choose. */
final class MixpeekErrors {
    private static final String VALIDATION = "ValidationError";

    private final Set<MixpeekQuirk> quirks;

    MixpeekErrors(Set<MixpeekQuirk> quirks) {
        this.quirks = quirks;
    }

    Answered of(int status, String type, String message) {
        return PlainJson.answer(
                status, object("success", false, "status", status, "error", object("message", message, "type", type)));
    }

    Answered unauthorized() {
        int status = quirks.contains(MixpeekQuirk.WRONG_KEY_IS_403) ? 403 : 401;
        return of(status, "UnauthorizedError", "Invalid API key");
    }

    Answered forbidden() {
        return of(403, "ForbiddenError", "ADMIN permission required");
    }

    Answered notFound() {
        return of(404, "NotFoundError", "Resource not found");
    }

    Answered duplicate(String name) {
        String text = "Secret '" + name + "' already exists";
        if (quirks.contains(MixpeekQuirk.DUPLICATE_IS_400)) {
            return of(400, "BadRequestError", text);
        }
        if (quirks.contains(MixpeekQuirk.DUPLICATE_IS_CODE)) {
            Map<String, @Nullable Object> error =
                    object("message", "Cannot create secret", "type", "BadRequestError", "code", "secret_name_taken");
            return PlainJson.answer(400, object("success", false, "status", 400, "error", error));
        }
        if (quirks.contains(MixpeekQuirk.DUPLICATE_IS_422)) {
            return list("secret_name", text, "value_error", name);
        }
        if (quirks.contains(MixpeekQuirk.DUPLICATE_IS_422_IN_ENVELOPE)) {
            return envelope("secret_name", text, "value_error", name);
        }
        return of(409, "AlreadyExistsError", text);
    }

    Answered invalid(String field, String text, String type, @Nullable String input) {
        return quirks.contains(MixpeekQuirk.VALIDATION_IN_ENVELOPE)
                ? envelope(field, text, type, input)
                : list(field, text, type, input);
    }

    /** 422 as in the document of this route. */
    Answered list(String field, String text, String type, @Nullable String input) {
        Map<String, @Nullable Object> item = object("loc", List.of("body", field), "msg", text, "type", type);
        return PlainJson.answer(422, object("detail", List.of(repeating(item, input))));
    }

    /** 422 as in the guide for errors. */
    Answered envelope(String field, String text, String type, @Nullable String input) {
        Map<String, @Nullable Object> item = object("type", type, "location", List.of("body", field), "message", text);
        Map<String, @Nullable Object> error = object(
                "message",
                "Validation error",
                "type",
                VALIDATION,
                "details",
                object("validation_errors", List.of(repeating(item, input))));
        return PlainJson.answer(422, object("success", false, "status", 422, "error", error));
    }

    private Map<String, @Nullable Object> repeating(Map<String, @Nullable Object> item, @Nullable String input) {
        if (input == null || !quirks.contains(MixpeekQuirk.INPUT_REPEATED)) {
            return item;
        }
        Map<String, @Nullable Object> more = new LinkedHashMap<>(item);
        more.put("input", input);
        more.computeIfPresent("msg", (key, text) -> text + ", not '" + input + "'");
        more.computeIfPresent("message", (key, text) -> text + ", not '" + input + "'");
        return more;
    }
}
