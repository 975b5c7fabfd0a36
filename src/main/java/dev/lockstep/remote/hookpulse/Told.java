package dev.lockstep.remote.hookpulse;

import dev.lockstep.remote.Trouble;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** The texts of errors that are documented (api-reference/error-handling). There are no codes, so how a text begins has to do, in any case. */
enum Told {
    INVALID_KEY("Invalid API key", answer -> new Trouble.Unauthorized(answer.told())),
    MISSING_KEY("Missing API key", answer -> new Trouble.Unauthorized(answer.told())),
    INVALID_BRAND("Invalid brand UUID", answer -> new Trouble.Unauthorized(answer.told())),
    MISSING_BRAND("Missing brand UUID", answer -> new Trouble.Unauthorized(answer.told())),
    NOT_FOUND("Secret not found", answer -> new Trouble.NotFound(false)),
    DUPLICATE("Key with same name already in database", answer -> new Trouble.AlreadyExists(answer.uuid())),
    MISSING_FIELD("Missing required field", answer -> new Trouble.Refused(answer.told())),
    TOO_MANY("Rate limit exceeded", answer -> new Trouble.RateLimited(Optional.empty()));

    private final String text;
    private final Function<Answer, Trouble> trouble;

    Told(String text, Function<Answer, Trouble> trouble) {
        this.text = text;
        this.trouble = trouble;
    }

    /** What a text stands for, whatever the status; empty if it is none of the documented ones. */
    static Optional<Told> meaning(String told) {
        return Arrays.stream(values())
                .filter(known -> told.regionMatches(true, 0, known.text, 0, known.text.length()))
                .findFirst();
    }

    Trouble trouble(Answer answer) {
        return trouble.apply(answer);
    }
}
