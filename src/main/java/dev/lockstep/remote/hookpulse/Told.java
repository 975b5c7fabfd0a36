package dev.lockstep.remote.hookpulse;

import dev.lockstep.remote.Trouble;
import java.util.Arrays;
import java.util.Optional;

/** The texts of errors that are documented (api-reference/error-handling). There are no codes, so how a text begins has to do, in any case. */
enum Told {
    INVALID_KEY("Invalid API key"),
    MISSING_KEY("Missing API key"),
    INVALID_BRAND("Invalid brand UUID"),
    MISSING_BRAND("Missing brand UUID"),
    NOT_FOUND("Secret not found"),
    DUPLICATE("Key with same name already in database"),
    MISSING_FIELD("Missing required field"),
    TOO_MANY("Rate limit exceeded");

    private final String text;

    Told(String text) {
        this.text = text;
    }

    /** What a text stands for, whatever the status; empty if it is none of the documented ones. */
    static Optional<Told> meaning(String told) {
        return Arrays.stream(values())
                .filter(known -> told.regionMatches(true, 0, known.text, 0, known.text.length()))
                .findFirst();
    }

    /** The status that it stands for, whatever it came with. */
    int status(int otherwise) {
        return switch (this) {
            case NOT_FOUND -> 404;
            case TOO_MANY -> 429;
            case INVALID_KEY, MISSING_KEY, INVALID_BRAND, MISSING_BRAND, DUPLICATE, MISSING_FIELD -> otherwise;
        };
    }

    /** What it says of anything but creating. */
    Trouble trouble(Answer answer) {
        return switch (this) {
            case INVALID_KEY, MISSING_KEY, INVALID_BRAND, MISSING_BRAND -> new Trouble.Unauthorized(answer.told());
            case NOT_FOUND -> new Trouble.NotFound(false);
            case DUPLICATE, MISSING_FIELD -> new Trouble.Refused(answer.told());
            case TOO_MANY -> new Trouble.RateLimited(Optional.empty());
        };
    }
}
